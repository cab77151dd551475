import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeLine } from './escape.js';
import { toUserError } from './failure.js';
import type { Repository } from './repository.js';
import { runGit } from './run.js';

/** What keeps a part of the history alive, from what everybody sees to what only this clone remembers. */
export const TIP_KINDS = [
  'branch',
  'notes',
  'stash',
  'replacement',
  'other ref',
  'worktree',
  'reflog',
] as const;
export type TipKind = (typeof TIP_KINDS)[number];

/** A place where the walk through a repository begins. */
export interface Tip {
  readonly oid: string;
  readonly kind: TipKind;
  /** The ref, or the file it was read from. */
  readonly name: string;
}

/** Every object that a ref, a reflog, another work tree or an unfinished operation names; a tip may stand twice. */
export function listTips(repository: Repository): {
  readonly tips: readonly Tip[];
  readonly broken: readonly string[];
} {
  const { refs, broken } = readRefs(repository);
  return { tips: [...refs, ...pseudoRefs(repository), ...reflogTips(repository)], broken };
}

/** Refs whose names begin with `prefix`, with the objects they name; `without`: none that a commit is part of. */
export function listRefs(repository: Repository, prefix: string, without?: string): readonly Tip[] {
  return readRefs(repository, [...(without === undefined ? [] : [`--no-contains=${without}`]), prefix]).refs;
}

function readRefs(
  repository: Repository,
  wanted: readonly string[] = ['refs/'],
): { refs: readonly Tip[]; broken: readonly string[] } {
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', ...wanted];
  const result = runGit(repository, args, { limit: 2 ** 30 });
  if (result.status !== 0) throw toUserError(result, repository.cwd);
  const lines = result.stdout.toString().split('\n');
  return {
    refs: lines.flatMap((line) => {
      const [, oid, name] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
      return oid && name ? { oid, name, kind: kindOf(name) } : [];
    }),
    broken: result.stderr
      .split('\n')
      .filter((line) => /^(warning|error):/.test(line))
      .map(escapeLine),
  };
}

function kindOf(ref: string): TipKind {
  if (/^refs\/(heads|tags|remotes)\//.test(ref)) return 'branch';
  if (ref.startsWith('refs/notes/')) return 'notes';
  if (ref === 'refs/stash') return 'stash';
  return ref.startsWith('refs/replace/') ? 'replacement' : 'other ref';
}

/** HEAD, MERGE_HEAD and their like, of this and every linked work tree. */
function pseudoRefs(repository: Repository): readonly Tip[] {
  return gitDirs(repository).flatMap((directory) =>
    namesIn(directory)
      .filter(({ name, isFile }) => isFile && /^([A-Z]+_)?HEAD$|^AUTO_MERGE$/.test(name))
      .flatMap(({ name }) =>
        [...read(join(directory, name)).matchAll(/^[0-9a-f]{40,64}\b/gm)].map(
          ([oid]): Tip => ({
            oid,
            name,
            kind: name !== 'HEAD' ? 'reflog' : directory === repository.gitDir ? 'branch' : 'worktree',
          }),
        ),
      ),
  );
}

/** What reflogs remember, the older stash entries among them. */
function reflogTips(repository: Repository): readonly Tip[] {
  const tips = new Map<string, Tip>();
  for (const directory of gitDirs(repository)) {
    for (const file of filesBelow(join(directory, 'logs'))) {
      const name = file.slice(join(directory, 'logs').length + 1);
      const kind = name === 'refs/stash' ? 'stash' : 'reflog';
      for (const [, before, after] of read(file).matchAll(/^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) /gm)) {
        for (const oid of [before!, after!]) {
          if (!/^0+$/.test(oid)) tips.set(`${oid}${kind}`, { oid, name, kind });
        }
      }
    }
  }
  return [...tips.values()];
}

function gitDirs({ gitDir, commonDir }: Repository): readonly string[] {
  const worktrees = join(commonDir, 'worktrees');
  return [...new Set([gitDir, commonDir, ...namesIn(worktrees).map(({ name }) => join(worktrees, name))])];
}

function* filesBelow(directory: string): Generator<string> {
  for (const { name, isFile, isDirectory } of namesIn(directory)) {
    if (isFile) yield join(directory, name);
    else if (isDirectory) yield* filesBelow(join(directory, name));
  }
}

/** What lies in a directory that may not be there, links left out. */
function namesIn(directory: string): readonly { name: string; isFile: boolean; isDirectory: boolean }[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFile: entry.isFile(),
      isDirectory: entry.isDirectory(),
    }));
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
