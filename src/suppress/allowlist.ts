import { createBudget } from '../budget.js';
import type { CommitSuppression, Finding, Matched, SuppressionContext, Suppressor } from '../types.js';

/** One entry of a configuration's `allow`. */
export interface AllowEntry {
  readonly rules?: ReadonlySet<string>;
  /** By globs; one of these or of the patterns must fit. */
  readonly path?: (path: string) => boolean;
  readonly pathPatterns?: readonly RegExp[];
  /** Full ids, lower case. */
  readonly commits?: ReadonlySet<string>;
  /** Lower case. */
  readonly stopWords?: readonly string[];
  readonly values?: readonly RegExp[];
  readonly matches?: readonly RegExp[];
  readonly lines?: readonly RegExp[];
  readonly condition: 'all' | 'any';
  readonly reason: string;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly expires?: string;
  readonly source: string;
}

/** Whether an entry fits: what it says of commits is only known once the finding is located. */
type Fit = boolean | 'by commit';

/**
 * Prepares entries; the first that holds on this day and fits gives the reason. Expressions run within a time budget:
 * when it is spent nothing more is allowed by them, and the scan is incomplete.
 */
export function createAllowlist(entries: readonly AllowEntry[], today: string): Suppressor {
  const current = entries.filter(({ expires }) => expires === undefined || expires >= today);
  const budget = createBudget();

  function fitsGuarded(
    entry: AllowEntry,
    match: Matched,
    finding: Finding,
    context: SuppressionContext,
  ): Fit {
    if (!hasExpressions(entry)) return fits(entry, match, finding, context);
    if (budget.isSpent) return false;
    const fit = budget.run(() => fits(entry, match, finding, context), match.text.length);
    if (fit === undefined)
      context.skip({
        path: finding.path,
        reason: `${entry.source} takes too long to check`,
        incomplete: true,
      });
    return fit ?? false;
  }

  return (match, finding, context) => {
    const byCommit: CommitSuppression[] = [];
    for (const entry of current) {
      if (entry.rules && !entry.rules.has(finding.ruleId)) continue;
      const fit = fitsGuarded(entry, match, finding, context);
      if (fit === false) continue;
      const suppression = { by: 'allowlist', reason: entry.reason, source: entry.source } as const;
      if (fit === true) return suppression;
      byCommit.push({ ...suppression, commits: entry.commits! });
    }
    return byCommit.length > 0 ? byCommit : undefined;
  };
}

function hasExpressions({ pathPatterns, values, matches, lines }: AllowEntry): boolean {
  return (pathPatterns ?? values ?? matches ?? lines) !== undefined;
}

function fits(entry: AllowEntry, match: Matched, finding: Finding, context: SuppressionContext): Fit {
  const criteria = [...criteriaOf(entry, match, finding, context)];
  const isAny = entry.condition === 'any';
  // an entry that only names rules
  if (criteria.length === 0 && !entry.commits) return true;
  const fit = isAny ? criteria.some((criterion) => criterion()) : criteria.every((criterion) => criterion());
  if (!entry.commits) return fit;
  return isAny ? fit || 'by commit' : fit && 'by commit';
}

/** The questions of an entry, the cheap ones first. */
function* criteriaOf(
  { path, pathPatterns, stopWords, values, matches, lines }: AllowEntry,
  match: Matched,
  finding: Finding,
  context: SuppressionContext,
): Generator<() => boolean> {
  if (path || pathPatterns) yield () => path?.(finding.path) === true || oneFits(pathPatterns, finding.path);
  if (stopWords) {
    const value = toText(match.secret).toLowerCase();
    yield () => stopWords.some((word) => value.includes(word));
  }
  if (values) yield () => oneFits(values, toText(match.secret));
  if (matches) yield () => oneFits(matches, toText(match.text));
  if (lines) yield () => oneFits(lines, context.line());
}

function oneFits(expressions: readonly RegExp[] | undefined, text: string): boolean {
  return expressions?.some((expression) => expression.test(text)) ?? false;
}

/** Matches are latin1 text of their bytes; people write expressions for UTF-8. */
function toText(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString();
}
