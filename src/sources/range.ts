import { UserError } from '../errors.js';
import type { Skip, Source } from '../types.js';
import { escapeLine } from './git/escape.js';
import { isolate, shallowCommits } from './git/isolated.js';
import { placesInRange, type RangeRecord, rangeChunks } from './git/range-chunks.js';
import { type OpenOptions, openRepository, type Repository } from './git/repository.js';
import { resolveCommit, resolveRevision } from './git/revision.js';

/** A range of commits, as revisions. */
export interface RangeOptions extends OpenOptions {
  /** A directory in the repository; default the current one. */
  readonly path?: string;
  /** Everything these reach is scanned … */
  readonly heads: readonly string[];
  /** … but for what these reach. */
  readonly bases: readonly string[];
  /** Bases that may be unknown here: what a remote said that was never fetched. */
  readonly optionalBases?: readonly string[];
  /** Further bases as object ids, any number; those that are not there are left out. */
  readonly known?: readonly string[];
  readonly allowShallow?: boolean;
  readonly withAuthors?: boolean;
}

/**
 * Exactly what a range of commits adds, merges and messages included. Throws UserError for a head or base that is
 * not there: an empty range must never be mistaken for a clean one.
 */
export function rangeSource(options: RangeOptions): Source {
  const repository = openRepository(options.path ?? '.', options);
  const heads = options.heads.map((name) => resolve(repository, name, 'object'));
  const bases = options.bases.map((name) => resolve(repository, name, 'commit'));
  const optional = (options.optionalBases ?? []).flatMap((name) => resolveCommit(repository, name) ?? []);
  const record: RangeRecord = { commits: new Map(), arrivals: new Map() };
  const range = {
    tips: heads,
    except: [...bases, ...optional, ...(options.known ?? [])],
    withAuthors: options.withAuthors ?? false,
  };
  return {
    mode: 'range',
    async *chunks(context) {
      const isolated = isolate(repository);
      try {
        yield* rangeChunks({ isolated, range, record }, context);
      } finally {
        isolated.dispose();
      }
      noteBoundary(repository, record, (skip) =>
        context.skip({ ...skip, incomplete: !options.allowShallow }),
      );
    },
    async locate(objects) {
      const isolated = isolate(repository);
      try {
        return await placesInRange({ isolated, record, head: heads[0] }, objects);
      } finally {
        isolated.dispose();
      }
    },
  };
}

function resolve(repository: Repository, name: string, type: 'commit' | 'object'): string {
  const oid = resolveRevision(repository, name, type);
  if (oid !== undefined) return oid;
  const advice = repository.isShallow
    ? "the clone is shallow; fetch it all: 'git fetch --unshallow', or 'fetch-depth: 0' for actions/checkout"
    : 'no such commit here';
  throw new UserError(`${escapeLine(name)}: ${advice}`);
}

/** A commit at the edge of a shallow clone seems to add every file: true, but not what was asked for. */
function noteBoundary(repository: Repository, { commits }: RangeRecord, skip: (skip: Skip) => void): void {
  const { length } = shallowCommits(repository).filter((oid) => commits.has(oid));
  if (length === 0) return;
  const reason = `shallow clone: ${length} ${length === 1 ? 'commit' : 'commits'} of the range stand at its edge and count as new with all their files; 'git fetch --unshallow' mends it`;
  skip({ path: '.git', reason, incomplete: true });
}
