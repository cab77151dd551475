import { createEngine, matchesIn } from '../engine.js';
import { toFindings } from '../finding.js';
import { createLineMap } from '../lines.js';
import { createSuppressing } from '../suppress/suppress.js';
import { latin1 } from '../text.js';
import type {
  Chunk,
  Confidence,
  GivenValues,
  LocatedMatch,
  Range,
  Rule,
  Skip,
  Suppressor,
} from '../types.js';
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

/** A line that ends with fewer bytes of a given value ends so by chance. */
const LEAST_AT_LINE_END = 4;

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
  /** What could not be looked for, each reason once: a secret of that kind may have passed. */
  readonly skipped: readonly Skip[];
}

export interface MaskerOptions {
  readonly rules: readonly Rule[];
  readonly values?: GivenValues;
  /** The matches that are masked, by how sure they are. */
  readonly confidences: readonly Confidence[];
  /** What a suppressor gives a reason for passes; given values never do. Default: nothing passes. */
  readonly suppressors?: readonly Suppressor[];
  /** The name of the log, as suppressors see it. */
  readonly path?: string;
  readonly decodeDepth?: number;
  /** Secrets that were recognised, by their rules; maskers of one program's streams share them. */
  readonly seen?: Map<string, string>;
}

interface Named {
  /** What is counted: a rule, or `value`. */
  readonly name: string;
  readonly place: Range;
}

/** A masker: a secret that spans writes never leaves in parts, for what may belong together is held back. */
export function createMasker(options: MaskerOptions): Masker {
  const masked = new Map<string, number>();
  const skipped = new Map<string, Skip>();
  const { path = 'log', seen = new Map<string, string>(), suppressors = [], decodeDepth } = options;
  const skip = (reason: string) => skipped.set(reason, { path, reason, incomplete: true });
  const engine = createEngine(options.rules, {
    onOverrun: ({ id }) => skip(`rule ${id} takes too long; it was not run from here on`),
    onCut: () => skip('decodes to more than 32 MiB in one piece; the rest of it was not decoded'),
    ...(decodeDepth === undefined ? {} : { decodeDepth }),
  });
  const suppressing = createSuppressing({ suppressors, findUnusedMarks: false }, ({ reason }) =>
    skip(reason),
  );
  /** The last bytes that were shown, unmasked, and those that wait. */
  let shown: Buffer = Buffer.alloc(0);
  let waiting: Buffer = Buffer.alloc(0);

  /** Secrets that reach beyond `from`, in order of place. */
  function secretsIn(bytes: Buffer, from: number): readonly Named[] {
    const origin = { path, kind: 'log' as const };
    const chunk: Chunk = { origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] };
    const named: Named[] = [];
    const sure = matchesIn(chunk, engine).filter(({ match }) =>
      options.confidences.includes(match.confidence),
    );
    for (const { match, place } of withoutAllowed(sure, chunk)) {
      named.push({ name: match.rule.id, place });
      if (match.secret.length >= REMEMBERED && seen.size < MOST_SEEN) seen.set(match.secret, match.rule.id);
    }
    for (const place of options.values?.find(bytes) ?? []) named.push({ name: 'value', place });
    named.push(...repeats(bytes, from));
    // a place that only touches what was shown before was counted then
    return withoutCovered(named.filter(({ place }) => place[1] > from));
  }

  /** The matches that no suppressor has a reason for. */
  function withoutAllowed(located: readonly LocatedMatch[], chunk: Chunk): readonly LocatedMatch[] {
    if (suppressors.length === 0 || located.length === 0) return located;
    const lines = createLineMap(chunk);
    const findings = toFindings(located, { chunk, lines }, { key: '', showSecrets: false });
    return located.filter(({ match, place }, at) => {
      const { suppression } = suppressing.apply(match, findings[at]!, { chunk, lines, place });
      return suppression === undefined;
    });
  }

  /** Where secrets stand again that were recognised before, now with nothing around them that gives them away. */
  function* repeats(bytes: Buffer, from: number): Generator<Named> {
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

  /** How many of so many bytes may leave so that no start of a given value does, which may go on after a line end. */
  function beforeValue(count: number, least = LEAST_AT_LINE_END): number {
    if (!options.values || count === 0) return count;
    let end = count;
    while (end > 0 && (waiting[end - 1] === 10 || waiting[end - 1] === 13)) end--;
    const start = options.values.startAtEnd(waiting.subarray(0, end), least);
    return start < end ? start : count;
  }

  /** Lets so many bytes out, less a secret that goes on behind them: that waits for its end. */
  function show(count: number): Buffer {
    if (count === 0) return Buffer.alloc(0);
    const from = shown.length;
    const isWithinLine = count < waiting.length && waiting[count - 1] !== 10;
    const bytes = Buffer.concat([shown, isWithinLine ? waiting : waiting.subarray(0, count)]);
    const secrets = secretsIn(bytes, from);
    const to = waiting.length > 2 * LONGEST_LINE ? from + count : startOfOpen(secrets, from + count);
    if (to <= from) return Buffer.alloc(0);
    const open = secrets.filter(({ place }) => place[0] < to);
    for (const { name } of open) masked.set(name, (masked.get(name) ?? 0) + 1);
    const output = replace(
      bytes,
      [from, to],
      open.map(({ place }) => place),
    );
    shown = Buffer.from(bytes.subarray(Math.max(0, to - CONTEXT), to));
    waiting = Buffer.from(waiting.subarray(to - from));
    return output;
  }

  return {
    masked,
    get skipped() {
      return [...skipped.values()];
    },
    push(bytes) {
      waiting = Buffer.concat([waiting, bytes]);
      const complete = completeUpTo(waiting);
      const rest = waiting.length - complete;
      return show(beforeValue(rest > LONGEST_LINE ? waiting.length - KEPT_OF_LONG_LINE : complete));
    },
    settle(isQuiet) {
      const start = waiting.lastIndexOf(10) + 1;
      const complete = isQuiet ? completeUpTo(waiting, true) : beforeValue(completeUpTo(waiting));
      if (complete < start) return show(complete);
      const lineStart = shown.lastIndexOf(10) + 1;
      const prefix = start === 0 ? latin1(shown, lineStart, shown.length) : '';
      const line = prefix + latin1(waiting, start, waiting.length);
      const showable = beforeValue(start + Math.max(0, showableUpTo(line) - prefix.length), 1);
      return show(isQuiet ? Math.max(complete, showable) : showable);
    },
    end: () => show(waiting.length),
  };
}

/** Places in ascending order, less those that lie in another. */
function withoutCovered<P extends { readonly place: Range }>(places: readonly P[]): readonly P[] {
  const kept: P[] = [];
  let covered = 0;
  for (const one of [...places].sort((a, b) => a.place[0] - b.place[0] || b.place[1] - a.place[1])) {
    if (one.place[1] <= covered) continue;
    covered = one.place[1];
    kept.push(one);
  }
  return kept;
}

/** The end, or where a secret begins that goes on behind it. */
function startOfOpen(secrets: readonly Named[], end: number): number {
  return secrets.reduce((at, { place }) => (place[0] < at && place[1] > end ? place[0] : at), end);
}

/** A range of bytes with the places replaced; line ends within a place stay, so that lines stay lines. */
function replace(bytes: Buffer, [from, to]: Range, places: readonly Range[]): Buffer {
  const parts: Buffer[] = [];
  let at = from;
  for (const [start, placeEnd] of places) {
    const end = Math.min(placeEnd, to);
    if (end <= at) continue;
    if (start > at) parts.push(bytes.subarray(at, start));
    const lineEnds = bytes.toString('latin1', Math.max(start, at), end).match(/\r?\n/g) ?? [];
    parts.push(Buffer.from(MASK + lineEnds.map((lineEnd) => lineEnd + MASK).join('')));
    at = end;
  }
  parts.push(bytes.subarray(at, to));
  return Buffer.concat(parts);
}
