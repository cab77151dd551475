import { segmentsOf } from '../../../src/decode/segments.js';

/** What a log hides by the way it is written, and where a word of it stands in the original. */
export interface Decoded {
  readonly encoding: string;
  readonly text: string;
  /** The stretch of the log that a stretch of the text comes from. */
  original(word: string): string | undefined;
}

/** All that is decoded out of a log, or out of a later piece of one. */
export function decodedIn(log: string, offset = 0): readonly Decoded[] {
  const bytes = Buffer.from(log);
  const origin = { path: 'x', kind: 'log' as const };
  const chunk = { origin, bytes, offset, line: 1, column: 1, core: [0, bytes.length] as const };
  return [...segmentsOf(chunk)].slice(1).map((segment) => ({
    encoding: segment.encodings.join('>'),
    text: Buffer.from(segment.bytes).toString(),
    original(word) {
      const at = Buffer.from(segment.bytes).indexOf(word);
      if (at === -1) return undefined;
      return bytes.subarray(...segment.locate(at, at + Buffer.byteLength(word))).toString();
    },
  }));
}

/** The one that is decoded in a way. */
export function decodedAs(encoding: string, log: string, offset = 0): Decoded | undefined {
  return decodedIn(log, offset).find((one) => one.encoding === encoding);
}
