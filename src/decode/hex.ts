import type { Range } from '../types.js';
import type { Piece } from './piece.js';
import { byteSet, DIGITS, looksLikeText, runsOf } from './runs.js';

const ALPHABET = byteSet(`${DIGITS}abcdefABCDEF`);
const LEAST = 32;

/** Hexadecimal runs that decode to text; hashes do not. `runs`: all that may. */
export function* hexPieces(bytes: Uint8Array, range: Range, runs?: Iterable<Range>): Generator<Piece> {
  for (const [from, to] of runs ?? runsOf(ALPHABET, bytes, range, LEAST)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
    for (const skip of [0, 1]) {
      const decoded = Buffer.from(text.slice(skip), 'hex');
      if (!looksLikeText(decoded)) continue;
      yield { bytes: decoded, locate: (a, b) => [from + skip + a * 2, from + skip + b * 2] };
      break;
    }
  }
}
