import { transcode } from './decode/transcode.js';
import { createEngine, matchesIn } from './engine.js';
import { createLineMap, type LineMap } from './lines.js';
import { utf8 } from './text.js';
import type { Chunk, LocatedMatch, Range, Rule, Scanned, Source } from './types.js';

/** Lines of a file or blob; every secret that a rule finds in them is `***`. */
export interface Surroundings {
  /** Number of the first line, from 1. */
  readonly firstLine: number;
  readonly lines: readonly string[];
}

/** Shows lines around a place: `reach` before it and after it. Undefined where the source has no such line. */
export type Lens = (
  source: Source,
  place: { readonly line: number; readonly reach: number },
) => Promise<Surroundings | undefined>;

/** Longest part of a line that is shown, in bytes: a file may be one line. */
const LONGEST_LINE = 2048;

/** Prepares the rules once for looking at many places. */
export function createLens(rules: readonly Rule[]): Lens {
  const engine = createEngine(rules);
  return async (source, { line, reach }) => {
    const scanned: Scanned = { units: 0, bytes: 0, commits: 0 };
    const allocate = (size: number) => engine.detector.prefilter.allocate(size);
    for await (const raw of source.chunks({ allocate, skip: () => {}, scanned })) {
      const chunk = transcode(raw);
      const map = createLineMap(chunk);
      if (map.region([chunk.core[1], chunk.core[1]]).startLine < line) continue;
      return linesOf(chunk, { map, secrets: matchesIn(chunk, engine), from: line - reach, to: line + reach });
    }
    return undefined;
  };
}

interface Wanted {
  readonly map: LineMap;
  readonly secrets: readonly LocatedMatch[];
  readonly from: number;
  readonly to: number;
}

function linesOf(chunk: Chunk, { map, secrets, from, to }: Wanted): Surroundings {
  const lines: string[] = [];
  let number = chunk.line;
  for (let at = 0; at <= chunk.bytes.length && number <= to; number++) {
    const range = map.lineAt(at);
    if (number >= from) lines.push(hideSecrets(chunk, range, secrets));
    const newline = chunk.bytes.indexOf(10, range[1]);
    at = newline === -1 ? chunk.bytes.length + 1 : newline + 1;
  }
  return { firstLine: Math.max(from, chunk.line), lines };
}

/** A line around its first secret, with every secret and every repeat of one hidden. */
function hideSecrets(chunk: Chunk, [from, to]: Range, secrets: readonly LocatedMatch[]): string {
  const here = secrets.filter(({ place: [a, b] }) => a < to && b > from);
  const middle = here[0]?.place[0] ?? from;
  const start = Math.max(from, Math.min(middle - LONGEST_LINE / 4, to - LONGEST_LINE));
  const end = Math.min(to, start + LONGEST_LINE);
  let text = start > from ? '…' : '';
  let at = start;
  for (const { place } of here) {
    if (place[0] >= end || place[1] <= at) continue;
    if (place[0] > at) text += utf8(chunk.bytes, at, place[0]);
    text += '***';
    at = place[1];
  }
  if (at < end) text += utf8(chunk.bytes, at, end);
  for (const { match } of secrets) {
    if (match.secret.length >= 4)
      text = text.replaceAll(Buffer.from(match.secret, 'latin1').toString(), '***');
  }
  return text + (end < to ? '…' : '');
}
