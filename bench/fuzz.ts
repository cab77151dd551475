// Feeds made-up and mutated inputs to the readers of untrusted bytes until the time is up:
// npm run bench -- fuzz [--seconds N] [--seed N] [--only inflate,delta,index,tree,config]
// Each round has its own number: `--only NAME --seed N` begins with the round that failed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { randomOf, targets } from '../test/fuzz/targets.js';

/** A round takes milliseconds. */
const HANGS = 20_000;
const MOST_MEMORY = 1.5e9;
/** What the worker writes and the main thread watches: seed of the round, rounds, rounds that were refused. */
const [SEED, ROUNDS, REFUSED] = [0, 1, 2] as const;

interface Job {
  readonly name: string;
  readonly seed: number;
  readonly seconds: number;
  readonly directory: string;
  readonly shared: SharedArrayBuffer;
}

if (isMainThread) await main();
else await feed(workerData as Job);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: String(Date.now() % 1e9) },
      only: { type: 'string', default: targets.map(({ name }) => name).join() },
    },
  });
  const names = values.only.split(',');
  const unknown = names.filter((name) => !targets.some((target) => target.name === name));
  const [seed, seconds] = [Number(values.seed), Number(values.seconds)];
  if (unknown.length > 0 || !Number.isSafeInteger(seed) || !(seconds > 0)) {
    console.error(
      'usage: npm run bench -- fuzz [--seconds N] [--seed N] [--only inflate,delta,index,tree,config]',
    );
    process.exit(2);
  }
  const directory = mkdtempSync(join(tmpdir(), 'keyhound-fuzz-'));
  console.log('| reader | rounds | read | refused | faults |\n|---|--:|--:|--:|--:|');
  try {
    for (const name of names) await watch({ name, seed, seconds: seconds / names.length, directory });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Runs one reader in a thread of its own, so that a round that does not end is seen. */
async function watch(job: Omit<Job, 'shared'>): Promise<void> {
  const shared = new SharedArrayBuffer(24);
  const counts = new Float64Array(shared);
  const worker = new Worker(new URL(import.meta.url), { workerData: { ...job, shared } satisfies Job });
  let rounds = -1;
  const timer = setInterval(() => {
    const { rss } = process.memoryUsage();
    const fault =
      rounds === counts[ROUNDS] ? 'a round does not end' : rss > MOST_MEMORY && `${rss} bytes of memory`;
    rounds = counts[ROUNDS]!;
    if (fault) worker.emit('error', new Error(fault));
  }, HANGS);
  const fault = await new Promise<Error | undefined>((resolve) => {
    worker.on('error', resolve);
    worker.on('exit', () => resolve(undefined));
  });
  clearInterval(timer);
  await worker.terminate();
  const [done, refused] = [counts[ROUNDS]!, counts[REFUSED]!];
  console.log(`| ${job.name} | ${done} | ${done - refused} | ${refused} | ${fault ? 1 : 0} |`);
  if (!fault) return;
  console.error(`\n${fault.stack}\nagain: npm run bench -- fuzz --only ${job.name} --seed ${counts[SEED]}\n`);
  process.exitCode = 1;
}

async function feed({ name, seed, seconds, directory, shared }: Job): Promise<void> {
  const counts = new Float64Array(shared);
  const run = targets.find((target) => target.name === name)!.create(directory);
  const end = Date.now() + seconds * 1000;
  for (let round = seed; round === seed || Date.now() < end; round++) {
    counts[SEED] = round;
    if ((await run(randomOf(round))) === 'refused') counts[REFUSED]!++;
    counts[ROUNDS]!++;
  }
}
