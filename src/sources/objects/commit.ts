/** What of a commit object its place in history takes. */
export interface CommitFields {
  readonly tree: string;
  readonly parents: readonly string[];
  /** "name <mail>", as bytes of latin1; the caller decodes it. */
  readonly author: string;
  /** Seconds since 1970 of author and committer, 0 where there is no valid date. */
  readonly authored: number;
  readonly committed: number;
  /** The author's time zone, `+0000` where there is none. */
  readonly zone: string;
}

/** Only the head of a commit is looked at: a message or signature may be of any size. */
const LONGEST_HEAD = 1 << 20;

/** Parses a commit object; undefined where it does not begin with a tree. A broken date or author is no hindrance. */
export function parseCommit(bytes: Uint8Array): CommitFields | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LONGEST_HEAD)).toString(
    'latin1',
  );
  const head = text.slice(0, Math.max(0, text.indexOf('\n\n') + 1) || text.length);
  const tree = /^tree ([0-9a-f]{40,64})\n/.exec(head);
  if (!tree) return undefined;
  const parents = [...head.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map((found) => found[1]!);
  const author = /^author (.*)$/m.exec(head)?.[1] ?? '';
  const committer = /^committer (.*)$/m.exec(head)?.[1] ?? '';
  const date = / (\d{1,12}) ([+-]\d{4})$/;
  return {
    tree: tree[1]!,
    parents,
    author: author.replace(date, ''),
    authored: Number(date.exec(author)?.[1] ?? 0),
    committed: Number(date.exec(committer)?.[1] ?? 0),
    zone: date.exec(author)?.[2] ?? '+0000',
  };
}
