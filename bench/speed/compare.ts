import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that does the same work as the others. */
export interface Contender {
  readonly name: string;
  /** A command of sh; what it prints is thrown away. */
  readonly command: string;
  /** Exit codes that are no failure; 0 always is none. */
  readonly codes?: readonly number[];
}

/** What the cheapest of several runs took, in seconds, and the most memory that one took, in MiB. */
export interface Cost {
  readonly name: string;
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number;
}

/** Whether a program is there to be compared with. */
export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** Runs all contenders in turn, so many rounds. Needs GNU time; throws where one fails. */
export function compare(contenders: readonly Contender[], rounds: number): readonly Cost[] {
  const folder = mkdtempSync(join(tmpdir(), 'keyhound-bench-'));
  const costs = new Map<string, Cost[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders)
      costs.get(contender.name)!.push(runOnce(contender, join(folder, 'time')));
  }
  rmSync(folder, { recursive: true });
  return [...costs.values()].map((runs) => ({
    name: runs[0]!.name,
    cpu: Math.min(...runs.map(({ cpu }) => cpu)),
    wall: Math.min(...runs.map(({ wall }) => wall)),
    memory: Math.max(...runs.map(({ memory }) => memory)),
  }));
}

function runOnce({ name, command, codes = [] }: Contender, file: string): Cost {
  const { status } = spawnSync('time', ['-q', '-o', file, '-f', '%U %S %e %M', 'sh', '-c', command], {
    stdio: 'ignore',
  });
  if (status !== 0 && !codes.includes(status ?? -1))
    throw new Error(`${name} ended with ${status}: ${command}`);
  const [user, system, wall, memory] = readFileSync(file, 'utf8').trim().split(' ').map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return { name, cpu: user + system, wall, memory: memory / 1024 };
}

/** The table for docs/performance.md; ratios are to the first. */
export function printTable(costs: readonly Cost[], bytes: number): void {
  const [first] = costs;
  console.log(
    `| ${(bytes / 1e6).toFixed(1)} MB | CPU s | ratio | wall s | ratio | MB/s of CPU | memory MiB |`,
  );
  console.log('|---|--:|--:|--:|--:|--:|--:|');
  for (const { name, cpu, wall, memory } of costs) {
    const cells = [
      cpu.toFixed(2),
      (cpu / first!.cpu).toFixed(1),
      wall.toFixed(2),
      (wall / first!.wall).toFixed(1),
      (bytes / 1e6 / cpu).toFixed(0),
      memory.toFixed(0),
    ];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
