import { type Git, hasCommit, isShallow } from './git.js';

/** How a fetch asks for more of a history that was cut off: a little, much, all. */
const STEPS = ['--deepen=50', '--deepen=500', '--unshallow'];

/**
 * Makes sure that all commits of a range are in the checkout, fetching as much of the history as that takes. False: they
 * are not, and could not be fetched.
 */
export async function fetchRange(
  git: Git,
  range: { base: string; head: string },
  mayFetch: boolean,
): Promise<boolean> {
  if (await isWhole(git, range)) return true;
  if (!mayFetch) return false;
  if (await isMissing(git, range)) await fetch(git, [], range);
  for (const step of STEPS) {
    if (await isWhole(git, range)) return true;
    if (!(await isShallow(git))) break;
    await fetch(git, [step], range);
  }
  return isWhole(git, range);
}

/** Fetches the whole history. False: it could not be. */
export async function fetchAll(git: Git, mayFetch: boolean): Promise<boolean> {
  if (!(await isShallow(git))) return true;
  if (mayFetch)
    await git(['fetch', '--no-tags', '--no-recurse-submodules', '--quiet', '--unshallow', 'origin']);
  return !(await isShallow(git));
}

async function fetch(
  git: Git,
  options: readonly string[],
  { base, head }: { base: string; head: string },
): Promise<void> {
  const common = [
    'fetch',
    '--no-tags',
    '--no-recurse-submodules',
    '--quiet',
    '--no-write-fetch-head',
    ...options,
  ];
  // a server may refuse single commits: then whatever the remote is set up to give
  const fetched = await git([...common, 'origin', head, base]);
  if (fetched === undefined) await git([...common, 'origin']);
}

async function isMissing(git: Git, { base, head }: { base: string; head: string }): Promise<boolean> {
  return !((await hasCommit(git, base)) && (await hasCommit(git, head)));
}

/** A range is whole if both ends are there and none of its commits has lost its parents to a cut. */
async function isWhole(git: Git, range: { base: string; head: string }): Promise<boolean> {
  if (await isMissing(git, range)) return false;
  if (!(await isShallow(git))) return true;
  const commits = await git(['rev-list', '--stdin'], `${range.head}\n^${range.base}\n`);
  return commits !== undefined && !(await touchesCut(git, commits.split('\n')));
}

/** A commit whose object names parents that git does not follow is where the history was cut. */
async function touchesCut(git: Git, commits: readonly string[]): Promise<boolean> {
  const [first] = commits;
  if (!first) return false;
  const followed = await git(['rev-list', '--no-walk', '--parents', '--stdin'], `${commits.join('\n')}\n`);
  const roots = (followed ?? '').split('\n').filter((line) => line !== '' && !line.includes(' '));
  for (const root of roots) {
    const object = await git(['cat-file', 'commit', root]);
    if (object === undefined || /^parent /m.test(object.split('\n\n')[0] ?? '')) return true;
  }
  return false;
}
