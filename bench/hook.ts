/**
 * How long a commit waits for the hook: `npm run bench -- hook [RUNS] [GITLEAKS]`. A repository of 400 files with five
 * changed ones is staged; `keyhound staged`, `node -e 0` and gitleaks (from PATH or by its path) run in turn. Prints CPU time of the
 * process and its children, the least and the median, and wall time; and the ratios of the least to those of node and
 * gitleaks. All must find the commit clean, and a secret that is added to it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fill } from '../test/fill.js';

interface Candidate {
  readonly name: string;
  readonly command: readonly string[];
  readonly cpu: number[];
  readonly wall: number[];
}

const FILES = 400;
const [runs = '40', gitleaks = 'gitleaks'] = process.argv.slice(2);
const repository = join(mkdtempSync(join(tmpdir(), 'keyhound-bench-')), 'repo');
const env = {
  PATH: process.env.PATH ?? '',
  HOME: dirname(repository),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'bench',
  GIT_AUTHOR_EMAIL: 'bench@example.org',
  GIT_COMMITTER_NAME: 'bench',
  GIT_COMMITTER_EMAIL: 'bench@example.org',
};

try {
  main();
} finally {
  rmSync(dirname(repository), { recursive: true, force: true });
}

function main(): void {
  makeRepository();
  const keyhound = [process.execPath, resolve('bin/keyhound.js')];
  const candidates = [
    candidate('node -e 0', [process.execPath, '-e', '0']),
    candidate('keyhound staged', [...keyhound, 'staged']),
    candidate('keyhound hook commit-msg', [...keyhound, 'hook', 'commit-msg', '--', '.git/COMMIT_EDITMSG']),
    ...(hasGitleaks()
      ? [candidate('gitleaks', [gitleaks, 'git', '--pre-commit', '--staged', '--no-banner'])]
      : []),
  ];
  for (let run = 0; run < Number(runs); run++) for (const one of candidates) measure(one);
  report(candidates);
  checkThatSecretsAreSeen(candidates);
}

function candidate(name: string, command: readonly string[]): Candidate {
  return { name, command, cpu: [], wall: [] };
}

function hasGitleaks(): boolean {
  const there = spawnSync(gitleaks, ['version']).status === 0;
  if (!there) console.log(`${gitleaks}: not there, not compared`);
  return there;
}

/** Code as people write it, with words that the rules look for in every file. */
function code(file: number, lines: number): string {
  return Array.from({ length: lines }, (_, line) =>
    line % 9 === 0
      ? `const token${line} = await auth.readToken(process.env.API_KEY, { user: options.user });\n`
      : `  export function step${file}x${line}(input) { return input.map((value) => value + ${line}); }\n`,
  ).join('');
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: repository, env, stdio: 'pipe' });
}

function makeRepository(): void {
  mkdirSync(repository);
  git('init', '-q');
  for (let file = 0; file < FILES; file++) {
    mkdirSync(join(repository, `src/part${file % 20}`), { recursive: true });
    writeFileSync(join(repository, `src/part${file % 20}/file${file}.js`), code(file, 150));
  }
  // files that are as new as the index would be read again by the next 'git add', and the index forget its trees
  for (let file = 0; file < FILES; file++)
    utimesSync(join(repository, `src/part${file % 20}/file${file}.js`), 1e9, 1e9);
  git('add', '-A');
  git('commit', '-qm', 'base');
  git('gc', '-q');
  for (let file = 0; file < 5; file++) {
    const changed = code(file, 150).replace(/\n/, `\nconst added${file} = 'a line that is new';\n`);
    writeFileSync(join(repository, `src/part${file}/file${file}.js`), changed);
  }
  git('add', '-A');
}

/** Bash's own clock counts a command and all that it starts, in milliseconds. */
function measure({ name, command, cpu, wall }: Candidate): void {
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%3R %3U %3S"; time "$@" >/dev/null 2>&1', 'bash', ...command],
    { cwd: repository, env: { ...env, GIT_EDITOR: ':' }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  const [real = 0, user = 0, system = 0] = stderr.trim().split(' ').map(Number);
  cpu.push((user + system) * 1000);
  wall.push(real * 1000);
}

function report(candidates: readonly Candidate[]): void {
  const least = (values: readonly number[]) => Math.min(...values);
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
  const [node, , , peer] = candidates;
  console.log(`${runs} runs each, in turn, ms\n`);
  console.log('| | CPU, least | CPU, median | wall, least | CPU to node | CPU to gitleaks |');
  console.log('|---|--:|--:|--:|--:|--:|');
  for (const { name, cpu, wall } of candidates) {
    const toPeer = peer ? (least(cpu) / least(peer.cpu)).toFixed(2) : '';
    const ratios = `${(least(cpu) / least(node!.cpu)).toFixed(2)} | ${toPeer}`;
    console.log(
      `| \`${name}\` | ${least(cpu).toFixed(0)} | ${median(cpu).toFixed(0)} | ${least(wall).toFixed(0)} | ${ratios} |`,
    );
  }
}

function checkThatSecretsAreSeen(candidates: readonly Candidate[]): void {
  writeFileSync(join(repository, 'src/pay.js'), `const stripe = "${fill('sk_live_{alnum:24}')}";\n`);
  git('add', '-A');
  for (const { name, command } of candidates) {
    if (!/staged|gitleaks/.test(name)) continue;
    const { status } = spawnSync(command[0]!, command.slice(1), { cwd: repository, env });
    if (status !== 1) throw new Error(`${name} did not see the secret: it ended with ${status}`);
  }
}
