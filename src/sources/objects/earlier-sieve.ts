import { createHash } from 'node:crypto';
import type { Scanned } from '../../types.js';
import type { VerdictTable } from './verdicts.js';

/** What a sieve of a whole store leaves for the next one. Holds no content and no name. */
export interface EarlierSieve {
  /** Digests of its packs, and the ids of its loose objects, one after the other. */
  readonly packs: readonly string[];
  readonly loose: Uint8Array;
  /** Commits whose parents were not expected, ascending. */
  readonly shallow: readonly string[];
  /** What it counted. */
  readonly counts: Readonly<Scanned>;
  /** What it kept, in hex, and whether a name may hold a finding. */
  readonly blobs: readonly string[];
  readonly commits: readonly string[];
  /** Blobs that trees of its packs name and that were not there, in hex. */
  readonly missing: readonly string[];
  readonly hasNames: boolean;
  readonly verdicts: VerdictTable;
}

const MAGIC = 'keyhound sieve 2\n';
const CHECK = 32;

/** A file of an earlier sieve: a header in JSON, its tables, and the SHA-256 of all that with `key`. */
export function encodeSieve({ loose, verdicts, ...head }: EarlierSieve, key: string): Buffer {
  const { names, sections, idLength } = verdicts;
  const parts = [loose, names, ...sections];
  const header = JSON.stringify({ ...head, idLength, lengths: parts.map(({ length }) => length) });
  const body = Buffer.concat([Buffer.from(`${MAGIC}${header}\n`), ...parts]);
  return Buffer.concat([body, checkOf(body, key)]);
}

/** Reads such a file; undefined where it is not one of this key, or not whole. */
export function decodeSieve(file: Buffer, key: string): EarlierSieve | undefined {
  const body = file.subarray(0, -CHECK);
  const end = body.indexOf('\n', MAGIC.length);
  if (body.toString('latin1', 0, MAGIC.length) !== MAGIC || end === -1) return undefined;
  if (!checkOf(body, key).equals(file.subarray(-CHECK))) return undefined;
  const { idLength, lengths, ...head } = JSON.parse(body.toString('utf8', MAGIC.length, end));
  let at = end + 1;
  const [loose, names, ...sections] = (lengths as readonly number[]).map((length) => {
    at += length;
    return body.subarray(at - length, at);
  });
  return { ...head, loose, verdicts: { idLength, names, sections } };
}

function checkOf(body: Buffer, key: string): Buffer {
  return createHash('sha256').update(key).update('\0').update(body).digest();
}
