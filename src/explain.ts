import { segmentsOf } from './decode/segments.js';
import { transcode } from './decode/transcode.js';
import { CONTEXT_AFTER, CONTEXT_BEFORE } from './detect/context.js';
import { explainInContext } from './detect/generic/explain-in-context.js';
import { genericContext } from './detect/generic/find-in-context.js';
import { createEngine, type Engine, matchesIn } from './engine.js';
import { toFindings } from './finding.js';
import { createLineMap, type LineMap } from './lines.js';
import { type ScanOptions, suppressionOf } from './scan.js';
import { createSuppressing } from './suppress/suppress.js';
import { latin1 } from './text.js';
import type {
  Chunk,
  Evidence,
  Finding,
  LocatedMatch,
  Range,
  Region,
  Rule,
  Scanned,
  Segment,
  Skip,
} from './types.js';

/** A keyword on the line, and the rules that look around it; `context` stands for the rules of context. */
export interface KeywordHit extends Region {
  readonly keyword: string;
  readonly encodings: readonly string[];
  readonly rules: readonly string[];
}

/** What one rule makes of the line. */
export interface Trial extends Partial<Region> {
  readonly ruleId: string;
  readonly encodings: readonly string[];
  /** `outdone`: another rule claims the same bytes with more right. */
  readonly outcome: 'finding' | 'outdone' | 'refused' | 'no match' | 'other path';
  readonly by?: string;
  readonly evidence: readonly Evidence[];
}

/** Why a line is, or is not, a finding. Holds nothing of the line itself. */
export interface Explanation {
  readonly path: string;
  readonly line: number;
  readonly keywords: readonly KeywordHit[];
  readonly trials: readonly Trial[];
  /** Findings on the line with what suppresses them. */
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skip[];
}

/** Looks at one line as a scan would. Undefined where the source has no such line. */
export async function explain(options: ScanOptions, line: number): Promise<Explanation | undefined> {
  const scanned: Scanned = { units: 0, bytes: 0, commits: 0 };
  const skipped: Skip[] = [];
  const skip = (one: Skip) => void skipped.push(one);
  const { decodeDepth } = options.limits ?? {};
  const engine = createEngine(options.rules, {
    onOverrun: ({ id }, path) => skip({ path, reason: `rule ${id} takes too long`, incomplete: true }),
    ...(decodeDepth === undefined ? {} : { decodeDepth }),
  });
  const allocate = (size: number) => engine.detector.prefilter.allocate(size);
  for await (const raw of options.source.chunks({ allocate, skip, scanned })) {
    const chunk = transcode(raw);
    const lines = createLineMap(chunk);
    const range = rangeOf(line, chunk);
    if (!range) continue;
    const seen = look({ chunk, lines, range, engine });
    const findings = findingsOf(seen.kept, { chunk, lines, skip }, options);
    const { path } = chunk.origin;
    return { path, line, keywords: seen.keywords, trials: seen.trials, findings, skipped };
  }
  return undefined;
}

/** The bytes of a line in the chunk that it belongs to. */
function rangeOf(line: number, { bytes, core, line: first }: Chunk): Range | undefined {
  let from = 0;
  for (let number = first; number < line; number++) {
    const end = bytes.indexOf(10, from);
    if (end === -1) return undefined;
    from = end + 1;
  }
  if (line < first || from > core[1] || (from === core[1] && core[1] < bytes.length)) return undefined;
  const end = bytes.indexOf(10, from);
  return [from, end === -1 ? bytes.length : end];
}

interface Place {
  readonly chunk: Chunk;
  readonly lines: LineMap;
  readonly range: Range;
  readonly engine: Engine;
}

interface Seen {
  readonly keywords: readonly KeywordHit[];
  readonly trials: readonly Trial[];
  readonly kept: readonly LocatedMatch[];
}

/** Everything of the chunk that has to do with the line. */
function look({ chunk, lines, range, engine }: Place): Seen {
  const keywords: KeywordHit[] = [];
  const trials: Trial[] = [];
  const asked = new Map<string, Rule>();
  const touches = (place: Range) => place[0] < Math.max(range[1], range[0] + 1) && place[1] > range[0];
  const kept = matchesIn(chunk, engine).filter(({ place }) => touches(place));
  for (const segment of segmentsOf(chunk, engine.findEncoded, { deepest: engine.decodeDepth })) {
    const { encodings } = segment;
    const at = (place: Range) => segment.locate(...place);
    const contextAt: number[] = [];
    const matches = engine.detector.detect(segment, chunk.origin.path, {
      keyword(place, keyword, rules) {
        if (!touches(at(place))) return;
        const isContext = genericContext.keywords.includes(keyword);
        if (isContext) contextAt.push(place[0]);
        for (const rule of rules) asked.set(rule.id, rule);
        const ids = [...rules.map(({ id }) => id), ...(isContext ? ['context'] : [])];
        keywords.push({ keyword, encodings, rules: ids, ...lines.region(at(place)) });
      },
      refused({ id }, place, evidence) {
        if (touches(at(place)))
          trials.push({ ruleId: id, encodings, outcome: 'refused', evidence, ...lines.region(at(place)) });
      },
    });
    for (const match of matches) {
      const place = at([match.from, match.to]);
      const by = winnerOf(place, match.rule.id, kept);
      if (!touches(place)) continue;
      const outcome = by === match.rule.id ? 'finding' : 'outdone';
      const shared = { ruleId: match.rule.id, encodings, evidence: match.evidence, ...lines.region(place) };
      trials.push({ ...shared, outcome, ...(outcome === 'outdone' && by ? { by } : {}) });
    }
    trials.push(...contextRefusals(segment, contextAt, { chunk, lines }));
  }
  for (const { match, place } of kept) {
    if (trials.some(({ ruleId, outcome }) => outcome === 'finding' && ruleId === match.rule.id)) continue;
    const { evidence, rule } = match;
    trials.push({ ruleId: rule.id, encodings: [], outcome: 'finding', evidence, ...lines.region(place) });
  }
  const tried = new Set(trials.map(({ ruleId }) => ruleId));
  for (const { id, paths } of asked.values()) {
    if (tried.has(id)) continue;
    const outcome = paths?.test(chunk.origin.path) === false ? 'other path' : 'no match';
    trials.push({ ruleId: id, encodings: [], outcome, evidence: [] });
  }
  return { keywords, trials: withoutRepeats(trials), kept };
}

/** The rule that has a place in the end: its own match, one that overlaps, or one that it is a part of. */
function winnerOf([from, to]: Range, ruleId: string, kept: readonly LocatedMatch[]): string | undefined {
  const overlapping = kept.filter(
    ({ place, parts }) =>
      (from < place[1] && place[0] < to) ||
      parts.some((part) => part.place[0] <= from && to <= part.place[1]),
  );
  return (overlapping.find(({ match }) => match.rule.id === ruleId) ?? overlapping[0])?.match.rule.id;
}

function contextRefusals(
  { bytes, encodings, locate }: Segment,
  places: readonly number[],
  { chunk, lines }: { readonly chunk: Chunk; readonly lines: LineMap },
): Trial[] {
  return places.flatMap((at) => {
    const from = Math.max(0, at - CONTEXT_BEFORE);
    const text = latin1(bytes, from, Math.min(bytes.length, at + CONTEXT_AFTER));
    return explainInContext({ text, at: [at - from], path: chunk.origin.path }).map((refusal): Trial => {
      const place = locate(from + refusal.from, Math.max(from + refusal.to, from + refusal.from + 1));
      const { ruleId = 'context', evidence } = refusal;
      return { ruleId, encodings, outcome: 'refused', evidence, ...lines.region(place) };
    });
  });
}

function withoutRepeats(trials: readonly Trial[]): readonly Trial[] {
  return [...new Map(trials.map((trial) => [JSON.stringify(trial), trial])).values()];
}

function findingsOf(
  kept: readonly LocatedMatch[],
  { chunk, lines, skip }: { chunk: Chunk; lines: LineMap; skip: (skip: Skip) => void },
  options: ScanOptions,
): Finding[] {
  const suppressing = createSuppressing(suppressionOf(options), skip);
  const findings = toFindings(kept, { chunk, lines }, { key: '', ...options.finding, showSecrets: false });
  return findings.map((finding, index) => {
    const { match, place } = kept[index]!;
    return suppressing.apply(match, finding, { chunk, lines, place });
  });
}
