import type { GivenValues, Range } from '../../types.js';
import { needlesOf, SHORTEST } from './needles.js';
import { partsOf } from './parts.js';
import { createSearch } from './search.js';

const MOST_START = 256;

/** Prepares a search for these very values, and each of their lines and JSON fields, in all encodings. */
export function givenValues(values: readonly string[]): GivenValues {
  const parts = [...new Set(values.flatMap((value) => partsOf(Buffer.from(value)).map(toLatin1)))]
    .map((part) => Buffer.from(part, 'latin1'))
    .filter((part) => part.length >= SHORTEST);
  const search = createSearch(
    parts.map((value) => ({ value, places: [] })),
    { withinWords: true },
  );
  // of base64 and hex no part leaves, for they are one word
  const forms = parts
    .flatMap(needlesOf)
    .filter(({ encoding }) => encoding !== 'base64' && encoding !== 'hex')
    .map(({ bytes }) => bytes);
  return {
    find: (bytes) =>
      search(bytes).map(({ from, to, encodings }) =>
        encodings[0] === 'base64' ? withEdges(bytes, from, to) : [from, to],
      ),
    startAtEnd: (bytes, least) =>
      forms.reduce((start, form) => Math.min(start, startAtEnd(bytes, form, least)), bytes.length),
  };
}

/** Whether a value is masked: whether it, or a part of it, is long enough to say something. */
export function isMaskable(value: string): boolean {
  return partsOf(Buffer.from(value)).some((part) => part.length >= SHORTEST);
}

/** The first and the last character of base64 hold bits of the value and of its neighbour. */
function withEdges(bytes: Uint8Array, from: number, to: number): Range {
  return [isBase64(bytes[from - 1]) ? from - 1 : from, isBase64(bytes[to]) ? to + 1 : to];
}

function isBase64(byte: number | undefined): boolean {
  return byte !== undefined && /[A-Za-z0-9+/_-]/.test(String.fromCharCode(byte));
}

function startAtEnd(bytes: Uint8Array, value: Buffer, least: number): number {
  const most = Math.min(value.length - 1, bytes.length, MOST_START);
  for (let length = most; length >= least; length--) {
    if (value[length - 1] !== bytes[bytes.length - 1]) continue;
    if (value.compare(bytes, bytes.length - length, bytes.length, 0, length) === 0)
      return bytes.length - length;
  }
  return bytes.length;
}

function toLatin1(part: Buffer): string {
  return part.toString('latin1');
}
