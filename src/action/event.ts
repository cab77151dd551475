import { UserError } from '../errors.js';

type Fields = Readonly<Record<string, unknown>>;

/** What an event asks to be scanned. Object names are in hex; a branch is a name without refs/heads/. */
export type Target =
  | { readonly kind: 'merge'; readonly head: string; readonly base: string }
  | {
      readonly kind: 'range';
      readonly head: string;
      readonly base: string;
      readonly from: 'queue' | 'push' | 'input';
    }
  | { readonly kind: 'new-ref'; readonly head: string; readonly branch: string }
  | { readonly kind: 'history' }
  | { readonly kind: 'nothing'; readonly reason: string };

const OBJECT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const ZEROS = /^0+$/;

/** Reads a GitHub event. Throws UserError for events that run untrusted code with the repository's rights. */
export function targetOf(name: string, event: unknown): Target {
  const fields = object(event);
  if (name === 'pull_request_target' || name === 'workflow_run') {
    throw new UserError(
      `the event ${name} runs with the rights of the repository on the code of others: use pull_request, or set mode, base and head`,
    );
  }
  if (name.startsWith('pull_request')) return ofPullRequest(object(fields.pull_request));
  if (name === 'merge_group') return ofMergeGroup(object(fields.merge_group));
  if (name === 'push') return ofPush(fields);
  return { kind: 'history' };
}

function ofPullRequest(request: Fields): Target {
  const head = hash(object(request.head).sha, 'pull_request.head.sha');
  const base = hash(object(request.base).sha, 'pull_request.base.sha');
  return { kind: 'merge', head, base };
}

function ofMergeGroup(group: Fields): Target {
  const head = hash(group.head_sha, 'merge_group.head_sha');
  return { kind: 'range', head, base: hash(group.base_sha, 'merge_group.base_sha'), from: 'queue' };
}

function ofPush(event: Fields): Target {
  const after = hash(event.after, 'after');
  if (event.deleted === true || ZEROS.test(after)) return { kind: 'nothing', reason: 'the ref was deleted' };
  const before = hash(event.before, 'before');
  if (!ZEROS.test(before)) return { kind: 'range', head: after, base: before, from: 'push' };
  const branch = object(event.repository).default_branch;
  const isDefault = event.ref === `refs/heads/${branch}`;
  if (typeof branch !== 'string' || branch === '' || isDefault) return { kind: 'history' };
  return { kind: 'new-ref', head: after, branch };
}

function object(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function hash(value: unknown, name: string): string {
  if (typeof value === 'string' && OBJECT.test(value)) return value;
  throw new UserError(`the event has no ${name}: set mode, base and head`);
}
