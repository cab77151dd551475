// Does the walk over a repository's objects find what reading every version of every file finds? For each repository
// named, prints how many pairs of a secret and a blob both ways gave, and those that only one did:
// npm run bench -- history-differential REPOSITORY...
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rules } from '../rules/index.js';
import { transcode } from '../src/decode/transcode.js';
import { createEngine, type Engine, matchesIn } from '../src/engine.js';
import { createSieve } from '../src/sieve.js';
import { historySource } from '../src/sources/history.js';
import type { Chunk } from '../src/types.js';

const engine = createEngine(rules);

for (const repository of process.argv.slice(2)) {
  const slow = everyVersion(repository);
  for (const byGit of [false, true]) {
    const walked = await objectWalk(repository, byGit);
    const [missed, extra] = [without(slow, walked), without(walked, slow)];
    console.log(
      `${repository} ${byGit ? 'by git' : 'by the object store'}: ${walked.size} pairs, slow way ${slow.size}, ` +
        `missed ${missed.length}, extra ${extra.length}`,
    );
    for (const pair of [...missed.slice(0, 10), ...extra.slice(0, 10)]) console.log(`  ${pair}`);
    if (missed.length + extra.length > 0) process.exitCode = 1;
  }
}

/** The obvious way: each commit's list of files, each blob in it with plain git, as a file of its own. */
function everyVersion(repository: string): ReadonlySet<string> {
  const git = (...args: string[]) => execFileSync('git', ['-C', repository, ...args], { maxBuffer: 2 ** 30 });
  const commits = git('rev-list', '--all', '--reflog', '--topo-order', '--reverse')
    .toString('latin1')
    .trim()
    .split('\n');
  const blobs = new Map<string, string>();
  const trees = new Set<string>();
  for (const commit of commits) {
    const tree = git('rev-parse', `${commit}^{tree}`).toString().trim();
    if (trees.has(tree)) continue;
    trees.add(tree);
    for (const entry of git('ls-tree', '-r', '-z', tree).toString().split('\0')) {
      const [, type, oid, path] = /^\d+ (\w+) ([0-9a-f]+)\t([\s\S]*)$/.exec(entry) ?? [];
      if (type === 'blob' && oid && !blobs.has(oid)) blobs.set(oid, path!);
    }
  }
  const pairs = new Set<string>();
  for (const [oid, path] of blobs) {
    const bytes = git('cat-file', 'blob', oid);
    const origin = { path, kind: 'blob', object: oid } as const;
    collect({ origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] }, engine, pairs);
  }
  return pairs;
}

async function objectWalk(repository: string, byGit: boolean): Promise<ReadonlySet<string>> {
  const pairs = new Set<string>();
  const context = {
    allocate: (size: number) => engine.detector.prefilter.allocate(size),
    skip: ({ path, reason, incomplete }: { path: string; reason: string; incomplete: boolean }) => {
      if (incomplete) console.log(`  skipped ${path}: ${reason}`);
    },
    scanned: { units: 0, bytes: 0, commits: 0 },
    unpacker: engine.unpacker,
    sieve: createSieve(engine),
  };
  for await (const chunk of historySource({ path: repository, byGit }).chunks(context)) {
    if (chunk.origin.kind === 'blob') collect(chunk, engine, pairs);
  }
  return pairs;
}

/** Pairs are printed: of the secret only a hash. */
function collect(raw: Chunk, engine: Engine, pairs: Set<string>): void {
  const chunk = transcode(raw);
  for (const { match, place } of matchesIn(chunk, engine)) {
    if (place[0] < chunk.core[0] || place[0] >= chunk.core[1]) continue;
    const secret = createHash('sha256').update(match.secret).digest('hex').slice(0, 12);
    pairs.add(`${chunk.origin.object} ${match.rule.id} ${secret} ${chunk.origin.path}`);
  }
}

function without(from: ReadonlySet<string>, what: ReadonlySet<string>): readonly string[] {
  return [...from].filter((pair) => !what.has(pair));
}
