import type { Confidence, Match } from '../types.js';

const RANK: Readonly<Record<Confidence, number>> = { certain: 0, probable: 1, possible: 2 };

/** The matches in order of place; where two overlap only the surer one, then the one of a format, then the longer. */
export function withoutOverlaps(matches: readonly Match[]): readonly Match[] {
  if (matches.length < 2) return matches;
  const kept: Match[] = [];
  for (const match of [...matches].sort(byPreference)) {
    if (!kept.some((other) => match.from < other.to && other.from < match.to)) kept.push(match);
  }
  return kept.sort((a, b) => a.from - b.from);
}

function byPreference(a: Match, b: Match): number {
  return (
    RANK[a.confidence] - RANK[b.confidence] ||
    formatRank(a) - formatRank(b) ||
    b.to - b.from - (a.to - a.from) ||
    a.from - b.from ||
    (a.rule.id < b.rule.id ? -1 : 1)
  );
}

/** A format of its own says more than a value near a provider's name, and that more than a credential-like name. */
function formatRank({ rule }: Match): number {
  if (rule.provider === 'generic') return 2;
  return rule.value ? 1 : 0;
}
