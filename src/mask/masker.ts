import { createEngine, matchesIn } from '../engine.js';
import { latin1 } from '../text.js';
import type { Chunk, Confidence, Range, Rule } from '../types.js';
import { completeUpTo, showableUpTo } from './hold-back.js';

/** What stands in the place of a secret. */
export const MASK = '***';

/** Bytes of what was already let through that still count as context. */
const CONTEXT = 4096;
/** An unfinished line longer than this is judged as it is, all but its end. */
const LONGEST_LINE = 256 * 1024;
const KEPT_OF_LONG_LINE = 16 * 1024;

/** Lets output through with secrets replaced. */
export interface Masker {
  /** Takes bytes and gives those that may be shown. */
  push(bytes: Uint8Array): Buffer;
  /** Gives what may be shown of an unfinished line, when nothing came for a moment. */
  settle(): Buffer;
  /** Gives the rest. */
  end(): Buffer;
  /** Rules, or `value` for given values, by how often they were masked. */
  readonly masked: ReadonlyMap<string, number>;
}

export interface MaskerOptions {
  readonly rules: readonly Rule[];
  /** Places of exact values in bytes, in any encoding. */
  readonly findValues?: (bytes: Uint8Array) => readonly Range[];
  /** The least sure matches that are masked. */
  readonly confidences: readonly Confidence[];
}

/** A masker: a secret that spans writes never leaves in parts, for what may belong together is held back. */
export function createMasker(options: MaskerOptions): Masker {
  const masked = new Map<string, number>();
  /** The last bytes that were shown, unmasked, and those that wait. */
  let shown: Buffer = Buffer.alloc(0);
  let waiting: Buffer = Buffer.alloc(0);

  /** Places of secrets that reach beyond `from`, ascending; counts them. */
  function secretsIn(bytes: Buffer, from: number): readonly Range[] {
    const origin = { path: 'log', kind: 'log' as const };
    const chunk: Chunk = { origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] };
    const named = [
      ...matchesIn(chunk, engine)
        .filter(({ match }) => options.confidences.includes(match.confidence))
        .map(({ match, place }) => ({ name: match.rule.id, place })),
      ...(options.findValues?.(bytes) ?? []).map((place) => ({ name: 'value', place })),
    ].filter(({ place }) => place[1] > from);
    for (const { name } of named) masked.set(name, (masked.get(name) ?? 0) + 1);
    return named.map(({ place }) => place).sort((a, b) => a[0] - b[0]);
  }

  function show(count: number): Buffer {
    if (count === 0) return Buffer.alloc(0);
    const bytes = Buffer.concat([shown, waiting.subarray(0, count)]);
    const places = secretsIn(bytes, shown.length);
    const output = replace(bytes, shown.length, places);
    shown = Buffer.from(bytes.subarray(Math.max(0, bytes.length - CONTEXT)));
    waiting = Buffer.from(waiting.subarray(count));
    return output;
  }

  return {
    masked,
    push(bytes) {
      waiting = Buffer.concat([waiting, bytes]);
      const complete = completeUpTo(waiting);
      const rest = waiting.length - complete;
      return show(rest > LONGEST_LINE ? waiting.length - KEPT_OF_LONG_LINE : complete);
    },
    settle() {
      const start = waiting.lastIndexOf(10) + 1;
      const lineStart = shown.lastIndexOf(10) + 1;
      const prefix = start === 0 ? latin1(shown, lineStart, shown.length) : '';
      const line = prefix + latin1(waiting, start, waiting.length);
      const showable = start + Math.max(0, showableUpTo(line) - prefix.length);
      return show(completeUpTo(waiting) >= start || start === 0 ? showable : completeUpTo(waiting));
    },
    end: () => show(waiting.length),
  };
}

/** The bytes from `from` on with the places replaced; line ends within a place stay, so that lines stay lines. */
function replace(bytes: Buffer, from: number, places: readonly Range[]): Buffer {
  const parts: Buffer[] = [];
  let at = from;
  for (const [start, end] of places) {
    if (end <= at) continue;
    if (start > at) parts.push(bytes.subarray(at, start));
    const lineEnds = bytes.toString('latin1', Math.max(start, at), end).match(/\r?\n/g) ?? [];
    parts.push(Buffer.from(MASK + lineEnds.map((lineEnd) => lineEnd + MASK).join('')));
    at = end;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}
