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

/** Secrets this long are masked again wherever they stand; so many are remembered. */
const REMEMBERED = 8;
const MOST_SEEN = 256;

/** Lets output through with secrets replaced. */
export interface Masker {
  /** Takes bytes and gives those that may be shown. */
  push(bytes: Uint8Array): Buffer;
  /** Gives what may be shown of an unfinished line after a moment; `isQuiet`: of all lines, nothing came for long. */
  settle(isQuiet?: boolean): Buffer;
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
  const seen = new Map<string, string>();
  const engine = createEngine(options.rules);
  /** The last bytes that were shown, unmasked, and those that wait. */
  let shown: Buffer = Buffer.alloc(0);
  let waiting: Buffer = Buffer.alloc(0);

  /** Places of secrets that reach beyond `from`, ascending; counts them. */
  function secretsIn(bytes: Buffer, from: number): readonly Range[] {
    const origin = { path: 'log', kind: 'log' as const };
    const chunk: Chunk = { origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] };
    const named: { name: string; place: Range }[] = [];
    for (const { match, place } of matchesIn(chunk, engine)) {
      if (!options.confidences.includes(match.confidence)) continue;
      named.push({ name: match.rule.id, place });
      if (match.secret.length >= REMEMBERED && seen.size < MOST_SEEN) seen.set(match.secret, match.rule.id);
    }
    for (const place of options.findValues?.(bytes) ?? []) named.push({ name: 'value', place });
    named.push(...repeats(bytes, from));
    // a place that only touches what was shown before was counted then
    const open = withoutCovered(named.filter(({ place }) => place[1] > from));
    for (const { name } of open) masked.set(name, (masked.get(name) ?? 0) + 1);
    return open.map(({ place }) => place);
  }

  /** Where secrets stand again that were recognised before, now with nothing around them that gives them away. */
  function* repeats(bytes: Buffer, from: number): Generator<{ name: string; place: Range }> {
    for (const [secret, name] of seen) {
      const start = Math.max(0, from - secret.length);
      for (
        let at = bytes.indexOf(secret, start, 'latin1');
        at !== -1;
        at = bytes.indexOf(secret, at + 1, 'latin1')
      ) {
        yield { name, place: [at, at + secret.length] };
      }
    }
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
    settle(isQuiet) {
      const start = waiting.lastIndexOf(10) + 1;
      const lineStart = shown.lastIndexOf(10) + 1;
      const prefix = start === 0 ? latin1(shown, lineStart, shown.length) : '';
      const line = prefix + latin1(waiting, start, waiting.length);
      const showable = start + Math.max(0, showableUpTo(line) - prefix.length);
      const complete = completeUpTo(waiting, isQuiet);
      return show(complete < start ? complete : showable);
    },
    end: () => show(waiting.length),
  };
}

/** Places in ascending order, less those that lie in another. */
function withoutCovered<P extends { readonly place: Range }>(places: readonly P[]): readonly P[] {
  const kept: P[] = [];
  for (const one of [...places].sort((a, b) => a.place[0] - b.place[0] || b.place[1] - a.place[1])) {
    if (!kept.some(({ place }) => place[0] <= one.place[0] && one.place[1] <= place[1])) kept.push(one);
  }
  return kept;
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
