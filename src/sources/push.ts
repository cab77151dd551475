import type { Source } from '../types.js';
import { type OpenOptions, openRepository } from './git/repository.js';
import { listRefs } from './git/tips.js';
import { rangeSource } from './range.js';

/** What a hook of a push is told: for each ref the object it had and the one it gets (or a revision), zeros for none. */
export interface RefUpdate {
  readonly before: string;
  readonly after: string;
}

/** Reads standard input of pre-push: `<local ref> <local id> <remote ref> <remote id>` a line. */
export function parsePrePush(input: string): readonly RefUpdate[] {
  return [...input.matchAll(/^\S+ ([0-9a-f]{40,64}) \S+ ([0-9a-f]{40,64})$/gm)].map(([, after, before]) => ({
    before: before!,
    after: after!,
  }));
}

/** Reads standard input of pre-receive: `<old id> <new id> <ref>` a line. */
export function parsePreReceive(input: string): readonly RefUpdate[] {
  return [...input.matchAll(/^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) \S+$/gm)].map(([, before, after]) => ({
    before: before!,
    after: after!,
  }));
}

/**
 * What a push brings that the other side does not have: for pre-push by what is known of the remote, for pre-receive
 * (`remote` undefined) by this repository's own refs, with the pushed objects still in quarantine.
 */
export function pushSource(
  updates: readonly RefUpdate[],
  remote: string | undefined,
  options: OpenOptions & { readonly path?: string } = {},
): Source {
  const isZero = (oid: string) => /^0+$/.test(oid);
  const heads = [...new Set(updates.map(({ after }) => after).filter((oid) => !isZero(oid)))];
  if (heads.length === 0) return { mode: 'range', chunks: () => [] };
  const repository = openRepository(options.path ?? '.', { ...options, ofHook: true });
  const prefix =
    remote === undefined ? 'refs/' : `refs/remotes/${/^[\w.-]+$/.test(remote) ? `${remote}/` : ''}`;
  const known = listRefs(repository, prefix).map(({ oid }) => oid);
  const before = updates.map((update) => update.before).filter((oid) => !isZero(oid));
  return rangeSource({
    ...options,
    ofHook: true,
    heads,
    bases: [],
    known: [...known, ...before],
    allowShallow: true,
  });
}
