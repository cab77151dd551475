import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toUserError } from './failure.js';
import { layOut, type Policy, readEntries } from './policy.js';
import { fieldsOf } from './raw-diff.js';
import { locateRepository, type OpenOptions } from './repository.js';
import { runGit } from './run.js';

/** The policy that a commit of the index would have. */
export interface StagedPolicy extends Policy {
  /** Settings of the work tree that do not count: the index has other ones, or none, and git does not ignore them. */
  readonly unstaged: readonly string[];
}

const FOLDER = '.keyhound';
const CONFIGURATIONS = [
  '.keyhound.json',
  '.keyhound.jsonc',
  '.keyhound.toml',
  '.keyhound.yaml',
  '.keyhound.yml',
  'package.json',
];

/**
 * The policy as it is staged: what is committed is judged by what is committed with it. A file that git ignores cannot
 * be staged: it is its owner's own, and counts as it is. Throws UserError for a link in the place of a file.
 */
export function stagedPolicy(path: string, options: OpenOptions = {}): StagedPolicy {
  const place = locateRepository(path, { ...options, ofHook: true });
  const top = place.topLevel ?? place.cwd;
  const list = (...names: readonly string[]) =>
    readEntries({ ...place, cwd: top }, ['ls-files', '-s', '-z', '--', ...names]);
  const laid = layOut(place, 'the index', (name) => (name ? list(name) : list(...CONFIGURATIONS, FOLDER)));

  /** Lays down what git ignores, and gives what it does not. */
  function addOwn(names: readonly string[]): readonly string[] {
    const there = names.filter((name) => !laid.files.has(name) && readFile(join(top, name)));
    if (there.length === 0) return [];
    const asked = ['ls-files', '-z', '--others', '--exclude-standard', '--', ...there];
    const result = runGit({ ...place, cwd: top }, asked);
    if (result.status !== 0) throw toUserError(result, top);
    const untracked = new Set([...fieldsOf(result.stdout)].map(String));
    for (const name of there) {
      if (untracked.has(name)) continue;
      mkdirSync(dirname(join(laid.directory, name)), { recursive: true });
      writeFileSync(join(laid.directory, name), readFile(join(top, name))!);
    }
    return [...untracked];
  }

  try {
    const untracked = addOwn([...CONFIGURATIONS.filter((name) => name !== 'package.json'), ...inFolder(top)]);
    const changed = [...laid.files].flatMap(([name, bytes]) =>
      name === 'package.json' || isSame(bytes, readFile(join(top, name))) ? [] : name,
    );
    return {
      directory: laid.directory,
      dispose: laid.dispose,
      unstaged: [...untracked, ...changed],
      bring(name) {
        laid.bring(name);
        addOwn([name]);
      },
    };
  } catch (error) {
    laid.dispose();
    throw error;
  }
}

function inFolder(top: string): readonly string[] {
  try {
    return readdirSync(join(top, FOLDER)).map((name) => `${FOLDER}/${name}`);
  } catch {
    return [];
  }
}

/** A file that is there; nothing of a link or a folder. */
function readFile(path: string): Buffer | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Line ends are git's business; a file that is not there was not changed by hand. */
function isSame(staged: Buffer, now: Buffer | undefined): boolean {
  const text = (bytes: Buffer) => bytes.toString('latin1').replaceAll('\r\n', '\n');
  return now === undefined || staged.equals(now) || text(staged) === text(now);
}
