import type { Budget } from '../budget.js';
import { latin1, SEPARATOR } from '../text.js';
import type { Evidence, KeywordReach, Match, Prefilter, Range, Rule, Segment, Shape } from '../types.js';
import type { RuleAnchors } from './anchors.js';
import {
  CONTEXT_AFTER,
  CONTEXT_BEFORE,
  type ContextDetector,
  type ContextMatch,
  noContext,
} from './context.js';
import { judge } from './judge.js';
import { type PreparedRule, prepareRule } from './pattern.js';
import { type RuleTable, ruleTable } from './rule-table.js';

/** Finds secrets in segments; pure and synchronous. */
export interface Detector {
  readonly prefilter: Prefilter;
  /** Every match, in no order; where rules claim the same bytes, all of theirs. */
  detect(segment: Segment, path: string, trace?: DetectorTrace): readonly Match[];
  /**
   * Whether there is a match in a file of this name, in whatever folder; `tainted`: there is none, but a keyword that
   * can stand further away from what it depends on than PROBE_REACH.
   */
  probe(segment: Segment, name: string): 'clean' | 'tainted' | 'found';
  /** The same, at these places of keywords only, pairs of an offset and the keyword's index. */
  probeAt(places: ArrayLike<number>, bytes: Uint8Array, name: string): boolean;
  /** For each keyword how far matches by it reach; undefined where a rule runs on everything, or for a limited time. */
  reaches(): readonly KeywordReach[] | undefined;
  /** Stands for all that matters of a path to a probe. */
  aspectOf(name: string): string;
}

/** Is told what a detector looks at on its way to its matches. Places are bytes of the segment. */
export interface DetectorTrace {
  /** A keyword was met that these rules with a format ask for; none: the context does. */
  keyword(place: Range, keyword: string, rules: readonly Rule[]): void;
  /** An expression matched, and a check refused the value. */
  refused(rule: Rule, place: Range, evidence: readonly Evidence[]): void;
}

/** How far, in bytes, a keyword can stand before and after what its match depends on. */
export const PROBE_REACH = { before: 4096 + 128, after: 512 + 128 } as const;

/** What a detector is made of; `createPrefilter` is asked once, for the keywords of all rules and of the context. */
export interface DetectorParts {
  readonly rules: readonly Rule[];
  readonly createPrefilter: (keywords: readonly string[], shapes: readonly (readonly Shape[])[]) => Prefilter;
  /** Anchors that are known already; those of other rules are derived, which takes a millisecond or more each. */
  readonly anchors?: (rule: Rule) => RuleAnchors | undefined;
  readonly context?: ContextDetector;
  /** Lower-case texts; a probe finds something in whatever holds one. */
  readonly marks?: readonly string[];
  /** Told once of each guarded rule that ran out of time, and is not run from then on. */
  readonly onOverrun?: (rule: Rule, path: string) => void;
}

/** What a detector needs besides rules and prefilter. */
export interface DetectorOptions {
  readonly context: ContextDetector;
  readonly onOverrun?: DetectorParts['onOverrun'];
}

interface GuardedInput {
  readonly bytes: Uint8Array;
  readonly ranges: readonly Range[];
  readonly path: string;
  readonly trace?: DetectorTrace | undefined;
}

/** What the places of keywords are looked at for. */
interface Asked {
  readonly segment: { readonly bytes: Uint8Array; readonly wanted: readonly Range[] | undefined };
  readonly path: string | undefined;
  readonly trace?: DetectorTrace | undefined;
}

/** The windows that one segment's keywords ask for. */
interface Windows {
  readonly ofRules: Map<PreparedRule, Range[]>;
  /** Where a keyword stands right behind an escaped white space, `\\nghp_…`: a window that begins with the keyword. */
  readonly behindEscapes: (readonly [rule: PreparedRule, window: Range])[];
  /** Places of context keywords, ascending. */
  readonly ofContext: number[];
  /** A rule was met that reaches further than PROBE_REACH. */
  reachesFar: boolean;
  /** A mark was met. */
  isMarked: boolean;
}

/** A detector over these rules, and over what their context gives away. */
export function createDetector({
  rules,
  createPrefilter,
  anchors,
  context = noContext,
  marks,
  onOverrun,
}: DetectorParts): Detector {
  const table = ruleTable(rules, { context, anchors, marks });
  return detectorOver(table, createPrefilter(table.keywords, table.shapes), {
    context,
    ...(onOverrun ? { onOverrun } : {}),
  });
}

/** A detector over a table of rules; the prefilter is one of the table's keywords and shapes. */
export function detectorOver(
  table: RuleTable,
  prefilter: Prefilter,
  { context, onOverrun = () => {} }: DetectorOptions,
): Detector {
  const { keywords, contextKeywords } = table;
  const prepared: (PreparedRule | undefined)[] = [];
  const prepare = (number: number) => {
    prepared[number] ??= prepareRule(table.rule(number));
    return prepared[number];
  };

  function windowsIn(segment: Segment, path: string | undefined, trace?: DetectorTrace): Windows {
    const { bytes, ranges, wanted } = segment;
    const windows = noWindows();
    for (const number of table.everywhere) {
      windows.reachesFar = true;
      windows.ofRules.set(prepare(number), [[0, bytes.length]]);
    }
    for (const [from, to] of ranges ?? [[0, bytes.length] as const])
      addPlaces(windows, prefilter.candidates(bytes, from, to), { segment: { bytes, wanted }, path, trace });
    return windows;
  }

  function addPlaces(windows: Windows, places: ArrayLike<number>, asked: Asked): void {
    const { segment, trace } = asked;
    for (let i = 0; i < places.length; i += 2) {
      const at = places[i]!;
      const keyword = places[i + 1]!;
      if (keyword < contextKeywords && touches(segment.wanted, [at - CONTEXT_BEFORE, at + CONTEXT_AFTER]))
        windows.ofContext.push(at);
      windows.isMarked ||= table.isMark?.(keyword) === true;
      if (trace) tellKeyword(trace, at, keyword);
      addRules(windows, [at, keyword], asked);
    }
  }

  /** The windows of the rules that a keyword leads to. */
  function addRules(
    windows: Windows,
    [at, keyword]: readonly [at: number, keyword: number],
    { segment: { bytes, wanted }, path }: Asked,
  ): void {
    for (const number of table.rulesOf(keyword)) {
      const rule = prepare(number);
      // a user's expression is asked within its budget
      if (path !== undefined && !rule.budget && rule.rule.paths?.test(path) === false) continue;
      const reach = table.reachOf(number);
      const { before, after } = reach;
      windows.reachesFar ||= reachesFar(reach, keywords[keyword]!.length);
      const end = Math.min(bytes.length, at + keywords[keyword]!.length + after);
      if (!touches(wanted, [at - before, end])) continue;
      addWindow(windows.ofRules, rule, [Math.max(0, at - before), end]);
      if (!rule.budget && isBehindEscape(bytes, at)) windows.behindEscapes.push([rule, [at, end]]);
    }
  }

  function tellKeyword(trace: DetectorTrace, at: number, keyword: number): void {
    const asking = table.rulesOf(keyword).map((number) => table.rule(number));
    trace.keyword([at, at + keywords[keyword]!.length], keywords[keyword]!, asking);
  }

  function* matchesIn(
    { bytes, wanted }: Asked['segment'],
    windows: Windows,
    { path, trace }: { readonly path: string; readonly trace?: DetectorTrace | undefined },
  ): Generator<Match> {
    for (const [rule, ranges] of windows.ofRules) {
      if (rule.budget) yield* guarded(rule, rule.budget, { bytes, ranges, path, trace });
      else for (const range of ranges) yield* matchWindow(rule, bytes, { range, trace });
    }
    for (const [rule, range] of windows.behindEscapes) yield* matchWindow(rule, bytes, { range, trace });
    const places = windows.ofContext;
    for (const { ruleId, ...found } of contextMatches(context, bytes, { places, path, wanted })) {
      const rule = table.contextRule(ruleId);
      if (rule) yield { ...found, rule };
    }
  }

  /** The matches of a rule whose expressions may never end. */
  function guarded(
    rule: PreparedRule,
    budget: Budget,
    { bytes, ranges, path, trace }: GuardedInput,
  ): readonly Match[] {
    if (budget.isSpent) return [];
    const size = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
    const matches = budget.run(() => {
      if (rule.rule.paths?.test(path) === false) return [];
      return ranges.flatMap((range) => [...matchWindow(rule, bytes, { range, trace })]);
    }, size);
    if (budget.isSpent) onOverrun(rule.rule, path);
    return matches ?? [];
  }

  function isFound(segment: Asked['segment'], windows: Windows, name: string): boolean {
    return windows.isMarked || !matchesIn(segment, windows, { path: name }).next().done;
  }

  return {
    prefilter,
    detect: (segment, path, trace) => [
      ...matchesIn(viewOf(segment), windowsIn(segment, path, trace), { path, trace }),
    ],
    probe(segment, name) {
      const windows = windowsIn(segment, undefined);
      if (isFound(viewOf(segment), windows, name)) return 'found';
      return windows.reachesFar ? 'tainted' : 'clean';
    },
    probeAt(places, bytes, name) {
      const windows = noWindows();
      const segment = { bytes, wanted: undefined };
      addPlaces(windows, places, { segment, path: undefined });
      return isFound(segment, windows, name);
    },
    reaches: () => (table.everywhere.length > 0 ? undefined : reachesOf(table)),
    aspectOf: context.aspectOf,
  };
}

const noWindows = (): Windows => ({
  ofRules: new Map(),
  behindEscapes: [],
  ofContext: [],
  reachesFar: false,
  isMarked: false,
});
const viewOf = ({ bytes, wanted }: Segment) => ({ bytes, wanted });

/** How far matches by each keyword reach; undefined where a rule has a limited time: then nothing is known for sure. */
function reachesOf(table: RuleTable): readonly KeywordReach[] | undefined {
  const reaches: KeywordReach[] = [];
  for (const [keyword, { length }] of table.keywords.entries()) {
    const isOfContext = keyword < table.contextKeywords;
    const rules = table.rulesOf(keyword);
    if (rules.some((number) => table.rule(number).isGuarded)) return undefined;
    const own = rules.map((number) => table.reachOf(number));
    const before = Math.max(ESCAPE, isOfContext ? CONTEXT_BEFORE : 0, ...own.map((reach) => reach.before));
    const after = Math.max(isOfContext ? CONTEXT_AFTER : 0, ...own.map((reach) => length + reach.after));
    const isFar = own.some((reach) => reachesFar(reach, length));
    reaches.push({ before, after, isOfContext, isFar });
  }
  return reaches;
}

/** Bytes of an escape that stands before a keyword. */
const ESCAPE = 2;

function reachesFar({ before, after }: Pick<RuleAnchors, 'before' | 'after'>, length: number): boolean {
  return length + after > PROBE_REACH.before || before + length > PROBE_REACH.after;
}

/** Whether a range has a byte of what is wanted. */
function touches(wanted: readonly Range[] | undefined, [from, to]: Range): boolean {
  return !wanted || wanted.some(([start, end]) => from < end && start < to);
}

interface ContextPlaces {
  /** Of context keywords, ascending. */
  readonly places: readonly number[];
  readonly path: string;
  readonly wanted: readonly Range[] | undefined;
}

/**
 * What the context detector finds at each of these places. It sees the same bytes around a place whatever other keywords
 * stand near: what is found in a part of a file is found in the whole file, and the other way round.
 */
function* contextMatches(
  context: ContextDetector,
  bytes: Uint8Array,
  { places, path, wanted }: ContextPlaces,
): Generator<ContextMatch & Pick<Match, 'secret' | 'text'>> {
  for (const at of places) {
    if (!context.mayAnnounce(bytes, at)) continue;
    const [from, text] = textAround(bytes, at);
    const isWanted = wanted
      ? { isWanted: (start: number, end: number) => touches(wanted, [start + from, end + from]) }
      : {};
    for (const match of context.find({ text, at: [at - from], path, ...isWanted })) {
      const start = text.lastIndexOf('\n', match.from) + 1;
      const shown = text.slice(Math.max(start, match.from - LONGEST_SHOWN), match.to);
      yield moved({ ...match, secret: text.slice(match.from, match.to), text: shown }, from);
    }
  }
}

/** What the context sees of a place, and where that begins: no more than the text that the place stands in. */
function textAround(bytes: Uint8Array, at: number): readonly [from: number, text: string] {
  const from = Math.max(0, at - CONTEXT_BEFORE);
  const text = latin1(bytes, from, Math.min(bytes.length, at + CONTEXT_AFTER));
  const end = text.indexOf(SEPARATOR, at - from);
  const last = text.lastIndexOf(SEPARATOR, at - from);
  if (end === -1 && last === -1) return [from, text];
  const start = last === -1 ? 0 : last + SEPARATOR.length;
  return [from + start, text.slice(start, end === -1 ? text.length : end)];
}

/** Bytes before a context match that are its text. */
const LONGEST_SHOWN = 512;

/** Whether `\\n`, `\\r` or `\\t` stands before: its letter would be taken for a part of the word. */
function isBehindEscape(bytes: Uint8Array, at: number): boolean {
  if (at < 2 || bytes[at - 2] !== 0x5c) return false;
  const letter = bytes[at - 1];
  return letter === 0x6e || letter === 0x72 || letter === 0x74;
}

/** Adds the window of one candidate to its rule's, joining windows that overlap. */
function addWindow(windows: Map<PreparedRule, Range[]>, rule: PreparedRule, [from, to]: Range): void {
  const ranges = windows.get(rule);
  const last = ranges?.at(-1);
  if (!ranges) windows.set(rule, [[from, to]]);
  else if (last && from <= last[1]) ranges[ranges.length - 1] = [last[0], Math.max(last[1], to)];
  else ranges.push([from, to]);
}

function* matchWindow(
  prepared: PreparedRule,
  bytes: Uint8Array,
  { range: [from, to], trace }: { readonly range: Range; readonly trace?: DetectorTrace | undefined },
): Generator<Match> {
  const text = latin1(bytes, from, to);
  const { regex, placing } = prepared;
  const onRefused = (place: Range) =>
    trace &&
    ((evidence: readonly Evidence[]) =>
      trace.refused(prepared.rule, [place[0] + from, place[1] + from], evidence));
  regex.lastIndex = 0;
  for (let found = regex.exec(text); found; found = regex.exec(text)) {
    placing.lastIndex = found.index;
    const placed = placing.exec(text)?.indices;
    const place = placed?.groups?.secret ?? placed?.[0];
    const match =
      place && place[0] < place[1] ? judge(prepared.rule, text, place, onRefused(place)) : undefined;
    if (match) yield moved({ ...match, text: found[0] }, from);
    // a refused match must not hide one that begins inside it, and one of nothing must not come again
    if (!match || found[0] === '') regex.lastIndex = found.index + 1;
  }
}

function moved<M extends Pick<Match, 'from' | 'to' | 'parts'>>(match: M, by: number): M {
  const parts = match.parts.map((part) => ({ ...part, from: part.from + by, to: part.to + by }));
  return { ...match, from: match.from + by, to: match.to + by, parts };
}
