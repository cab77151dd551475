import { type Git, isShallow, resolveCommit } from './git.js';

/** How a fetch asks for more of a history that was cut off: a little, much, all. */
const STEPS = ['--deepen=50', '--deepen=500', '--unshallow'];

/** Revisions; those that are hashes can be fetched by themselves. */
export interface Ends {
  readonly heads: readonly string[];
  readonly bases: readonly string[];
}

/**
 * Makes sure that all commits of a range are in the checkout, fetching as much of the history as that takes. False: they
 * are not, and could not be fetched.
 */
export async function fetchRange(git: Git, ends: Ends, mayFetch: boolean): Promise<boolean> {
  if (await isWhole(git, ends)) return true;
  if (!mayFetch) return false;
  if (await isMissing(git, ends)) await fetch(git, [], ends);
  for (const step of STEPS) {
    if (await isWhole(git, ends)) return true;
    if (!(await isShallow(git))) break;
    await fetch(git, [step], ends);
  }
  return isWhole(git, ends);
}

/** Fetches the whole history. False: it could not be. */
export async function fetchAll(git: Git, mayFetch: boolean): Promise<boolean> {
  if (!(await isShallow(git))) return true;
  if (mayFetch)
    await git(['fetch', '--no-tags', '--no-recurse-submodules', '--quiet', '--unshallow', 'origin']);
  return !(await isShallow(git));
}

async function fetch(git: Git, options: readonly string[], { heads, bases }: Ends): Promise<void> {
  const common = [
    'fetch',
    '--no-tags',
    '--no-recurse-submodules',
    '--quiet',
    '--no-write-fetch-head',
    ...options,
  ];
  const hashes = [...heads, ...bases].filter((revision) => /^[0-9a-f]{40,64}$/.test(revision));
  // a server may refuse single commits: then whatever the remote is set up to give
  const fetched = await git([...common, 'origin', ...hashes]);
  if (fetched === undefined) await git([...common, 'origin']);
}

async function isMissing(git: Git, { heads, bases }: Ends): Promise<boolean> {
  const found = await Promise.all([...heads, ...bases].map((revision) => resolveCommit(git, revision)));
  return found.includes(undefined);
}

/** A range is whole if its ends are there and none of its commits has lost its parents to a cut. */
async function isWhole(git: Git, ends: Ends): Promise<boolean> {
  if (await isMissing(git, ends)) return false;
  if (!(await isShallow(git))) return true;
  const input = [...ends.heads, ...ends.bases.map((base) => `^${base}`)].join('\n');
  const commits = await git(['rev-list', '--parents', '--stdin'], `${input}\n`);
  return commits !== undefined && !(await touchesCut(git, commits.split('\n')));
}

/** A commit whose object names parents that git does not follow is where the history was cut. Lines: commit, parents. */
async function touchesCut(git: Git, lines: readonly string[]): Promise<boolean> {
  for (const line of lines) {
    if (line === '' || line.includes(' ')) continue;
    const object = await git(['cat-file', 'commit', line]);
    if (object === undefined || /^parent /m.test(object.split('\n\n')[0] ?? '')) return true;
  }
  return false;
}
