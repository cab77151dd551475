import { decodedRuns } from './decode.js';
import { createMatcher, type Matcher } from './matcher.js';
import { needlesOf } from './needles.js';
import type { KnownValue } from './values.js';

/** A place in the bytes where a known value stands, and the encodings around it from the outside in. */
export interface KnownPlace {
  readonly known: KnownValue;
  readonly encodings: readonly string[];
  readonly from: number;
  readonly to: number;
}

export type KnownSearch = (bytes: Uint8Array) => KnownPlace[];

const DEEPEST = 2;
const isWord = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95);

/**
 * Prepares a search for values in all their encodings, nested twice. `withinWords`: also short values within longer
 * words, `-phunter22`.
 */
export function createSearch(
  known: readonly KnownValue[],
  options: { readonly withinWords?: boolean } = {},
): KnownSearch {
  const matcher = createMatcher(
    known.flatMap(({ value }, index) => needlesOf(value).map((needle) => ({ ...needle, value: index }))),
  );
  return (bytes) => {
    const found = new Map<string, KnownPlace>();
    for (const place of searchAt(bytes, { matcher, known, ...options }, 0)) {
      const id = `${place.from}:${known.indexOf(place.known)}`;
      const earlier = found.get(id);
      // The same value may be seen raw and through a decoder: the simplest way to say it stays.
      if (!earlier || earlier.encodings.length > place.encodings.length) found.set(id, place);
    }
    return withoutRepeats(
      [...found.values()].sort((a, b) => a.from - b.from || a.encodings.length - b.encodings.length),
    );
  };
}

interface Search {
  readonly matcher: Matcher;
  readonly known: readonly KnownValue[];
  readonly withinWords?: boolean;
}

function* searchAt(bytes: Uint8Array, search: Search, depth: number): Generator<KnownPlace> {
  const { matcher, known, withinWords = false } = search;
  for (const { value, encoding, from, to } of matcher(bytes)) {
    const whole = known[value];
    if (!whole) continue;
    if (encoding === '' && !withinWords && isPartOfWord(bytes, { from, to, length: whole.value.length }))
      continue;
    yield { known: whole, encodings: encoding === '' ? [] : encoding.split(' '), from, to };
  }
  if (depth === DEEPEST) return;
  for (const run of decodedRuns(bytes)) {
    for (const inner of searchAt(run.bytes, search, depth + 1)) {
      const chain = [...run.encoding.split(' '), ...inner.encodings];
      yield { known: inner.known, encodings: chain, from: run.from, to: run.to };
    }
    run.bytes.fill(0);
  }
}

/** A short value inside a longer word is chance. */
function isPartOfWord(
  bytes: Uint8Array,
  { from, to, length }: { from: number; to: number; length: number },
): boolean {
  if (length >= 16) return false;
  return (isWord(bytes[from]) && isWord(bytes[from - 1])) || (isWord(bytes[to - 1]) && isWord(bytes[to]));
}

/** A run that was decoded in several ways, or holds a place found without decoding, is told once. */
function withoutRepeats(places: readonly KnownPlace[]): KnownPlace[] {
  return places.filter((place, index) =>
    places.every(
      (other, at) =>
        at === index ||
        other.known !== place.known ||
        other.encodings.length > place.encodings.length ||
        (other.encodings.length === place.encodings.length && at > index) ||
        other.to <= place.from ||
        other.from >= place.to,
    ),
  );
}
