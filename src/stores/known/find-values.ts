import type { Range } from '../../types.js';
import { createSearch } from './search.js';

/** Prepares a search for these very values in bytes, in all their encodings. */
export function findValuesIn(values: readonly string[]): (bytes: Uint8Array) => readonly Range[] {
  if (values.length === 0) return () => [];
  const search = createSearch(values.map((value) => ({ value: Buffer.from(value), places: [] })));
  return (bytes) => search(bytes).map(({ from, to }): Range => [from, to]);
}
