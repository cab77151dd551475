import { latin1 } from '../text.js';
import type { Match, Prefilter, Range, Rule, Segment } from '../types.js';
import { judge } from './judge.js';
import { type PreparedRule, prepareRule } from './pattern.js';

/** Finds secrets in segments; pure and synchronous. */
export interface Detector {
  readonly rules: readonly Rule[];
  readonly prefilter: Prefilter;
  /** Every match, in no order; where rules claim the same bytes, all of theirs. */
  detect(segment: Segment, path: string): readonly Match[];
}

/** A detector over these rules; `createPrefilter` is asked once, for all their keywords. */
export function createDetector(
  rules: readonly Rule[],
  createPrefilter: (keywords: readonly string[]) => Prefilter,
): Detector {
  const keywords = [...new Set(rules.flatMap((rule) => rule.keywords.map((k) => k.toLowerCase())))];
  const prefilter = createPrefilter(keywords);
  const rulesOf = indexRules(rules, keywords);
  const prepared: (PreparedRule | undefined)[] = [];
  const prepare = (index: number) => {
    prepared[index] ??= prepareRule(rules[index]!);
    return prepared[index];
  };

  function windowsIn(segment: Segment, path: string): Map<PreparedRule, Range[]> {
    const windows = new Map<PreparedRule, Range[]>();
    for (const [from, to] of segment.ranges ?? [[0, segment.bytes.length] as const]) {
      for (const { at, keyword } of prefilter.candidates(segment.bytes, from, to)) {
        for (const index of rulesOf[keyword]!) {
          const rule = prepare(index);
          if (rule.rule.paths && !rule.rule.paths.test(path)) continue;
          const end = Math.min(segment.bytes.length, at + keywords[keyword]!.length + rule.after);
          addWindow(windows, rule, [Math.max(0, at - rule.before), end]);
        }
      }
    }
    return windows;
  }

  return {
    rules,
    prefilter,
    detect(segment, path) {
      const matches: Match[] = [];
      for (const [rule, ranges] of windowsIn(segment, path)) {
        for (const range of ranges) matches.push(...matchWindow(rule, segment.bytes, range));
      }
      return matches;
    },
  };
}

/** For each keyword, the rules it may lead to. */
function indexRules(rules: readonly Rule[], keywords: readonly string[]): readonly (readonly number[])[] {
  const byKeyword = new Map<string, number[]>(keywords.map((keyword) => [keyword, []]));
  rules.forEach((rule, index) => {
    for (const keyword of new Set(rule.keywords.map((k) => k.toLowerCase())))
      byKeyword.get(keyword)!.push(index);
  });
  return keywords.map((keyword) => byKeyword.get(keyword)!);
}

/** Adds the window of one candidate to its rule's, joining windows that overlap. */
function addWindow(windows: Map<PreparedRule, Range[]>, rule: PreparedRule, [from, to]: Range): void {
  const ranges = windows.get(rule);
  const last = ranges?.at(-1);
  if (!ranges) windows.set(rule, [[from, to]]);
  else if (last && from <= last[1]) ranges[ranges.length - 1] = [last[0], Math.max(last[1], to)];
  else ranges.push([from, to]);
}

function* matchWindow(prepared: PreparedRule, bytes: Uint8Array, [from, to]: Range): Generator<Match> {
  const text = latin1(bytes, from, to);
  const { regex, placing } = prepared;
  regex.lastIndex = 0;
  for (let found = regex.exec(text); found; found = regex.exec(text)) {
    placing.lastIndex = found.index;
    const placed = placing.exec(text)?.indices;
    const place = placed?.groups?.secret ?? placed?.[0];
    const match = place && judge(prepared.rule, text, place);
    if (match) yield moved(match, from);
    // a refused match must not hide one that begins inside it
    else regex.lastIndex = found.index + 1;
  }
}

function moved(match: Match, by: number): Match {
  const parts = match.parts.map((part) => ({ ...part, from: part.from + by, to: part.to + by }));
  return { ...match, from: match.from + by, to: match.to + by, parts };
}
