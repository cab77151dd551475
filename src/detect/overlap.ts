import type { Confidence, LocatedMatch, Rule } from '../types.js';

const RANK: Readonly<Record<Confidence, number>> = { certain: 0, probable: 1, possible: 2 };

/**
 * The matches in order of place. Where two overlap only the one that knows more: a format before a context, then the
 * surer, then the longer. Where a context is surer of the same value, the format is as sure.
 */
export function withoutOverlaps(located: readonly LocatedMatch[]): readonly LocatedMatch[] {
  if (located.length < 2) return located;
  const kept: LocatedMatch[] = [];
  for (const candidate of [...located].sort(byPreference)) {
    const at = firstAfter(kept, candidate.place[0]);
    if (overlaps(candidate, kept[at - 1])) kept[at - 1] = asSureAs(candidate, kept[at - 1]!);
    else if (overlaps(candidate, kept[at])) kept[at] = asSureAs(candidate, kept[at]!);
    else kept.splice(at, 0, candidate);
  }
  const withParts = kept.filter(({ parts }) => parts.length > 0);
  return kept.filter((match) => !isPartOfAnother(match, withParts));
}

/** Index of the first that begins after an offset, in matches in order of place. */
function firstAfter(ordered: readonly LocatedMatch[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.place[0] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function overlaps({ place: [from, to] }: LocatedMatch, other: LocatedMatch | undefined): boolean {
  return other !== undefined && from < other.place[1] && other.place[0] < to;
}

function asSureAs({ place, match }: LocatedMatch, kept: LocatedMatch): LocatedMatch {
  const isSame = place[0] === kept.place[0] && place[1] === kept.place[1];
  if (!isSame || !isContext(match.rule) || RANK[match.confidence] >= RANK[kept.match.confidence]) return kept;
  return { ...kept, match: { ...kept.match, confidence: match.confidence } };
}

/** A key id that another match names as its companion is one credential with it, not a second one. */
function isPartOfAnother(match: LocatedMatch, withParts: readonly LocatedMatch[]): boolean {
  const [from, to] = match.place;
  return withParts.some(
    (other) => other !== match && other.parts.some(({ place }) => place[0] <= from && to <= place[1]),
  );
}

function byPreference(a: LocatedMatch, b: LocatedMatch): number {
  return (
    contextRank(a) - contextRank(b) ||
    RANK[a.match.confidence] - RANK[b.match.confidence] ||
    formatRank(a) - formatRank(b) ||
    depthOf(a) - depthOf(b) ||
    lengthOf(b) - lengthOf(a) ||
    a.place[0] - b.place[0] ||
    (a.match.rule.id < b.match.rule.id ? -1 : 1)
  );
}

/** Ways of reading that only put together what was cut: the longer of two matches is the whole one. */
const JOINING = new Set(['terminal', 'line prefixes', 'wrapped lines', 'cut lines', 'json lines', 'journal']);

/** How many encodings a match is in. */
function depthOf({ encodings }: LocatedMatch): number {
  return encodings.filter((encoding) => !JOINING.has(encoding)).length;
}

function contextRank({ match: { rule } }: LocatedMatch): number {
  return isContext(rule) ? 1 : 0;
}

/** Rules of context have neither a pattern nor a value of their own. */
function isContext({ pattern, value }: Rule): boolean {
  return pattern === undefined && value === undefined;
}

function lengthOf({ place }: LocatedMatch): number {
  return place[1] - place[0];
}

/**
 * A format of its own says more than a value near a provider's name, that more than a token anybody may issue, and
 * that more than a credential-like name.
 */
function formatRank({ match: { rule } }: LocatedMatch): number {
  if (rule.provider === 'generic') return 3;
  if (rule.provider === 'jwt') return 2;
  return rule.value ? 1 : 0;
}
