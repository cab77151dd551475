/** What became of one labelled range. */
export interface Outcome {
  readonly set: 'lines' | 'tokens';
  /** The repository, or who wrote the case. */
  readonly group: string;
  readonly positive: boolean;
  readonly hit: boolean;
}

type Counts = [tp: number, fp: number, fn: number];

/** One line of figures: over all labelled lines, as the mean over repositories, and over token cases. */
export function figuresOf(outcomes: readonly Outcome[]): string {
  const lines = outcomes.filter(({ set }) => set === 'lines');
  const tokens = outcomes.filter(({ set }) => set === 'tokens');
  return [
    ...(lines.length > 0 ? [figuresOfLines(lines)] : []),
    ...(tokens.length > 0 ? [figuresOfTokens(tokens)] : []),
  ].join('  ');
}

function figuresOfLines(outcomes: readonly Outcome[]): string {
  const per = new Map<string, Counts>();
  for (const { group, positive, hit } of outcomes) {
    const counts = per.get(group) ?? [0, 0, 0];
    if (hit && positive) counts[0]++;
    else if (hit) counts[1]++;
    else if (positive) counts[2]++;
    per.set(group, counts);
  }
  const all = [...per.values()].reduce<Counts>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0]);
  // Repositories with one or two secrets would decide the mean by chance.
  const means = [...per.values()].filter(([tp, , fn]) => tp + fn >= 3).map((counts) => scoreOf(counts).f1);
  const mean = means.reduce((a, b) => a + b, 0) / Math.max(1, means.length);
  const { precision, recall, f1 } = scoreOf(all);
  return `lines: precision ${show(precision)} recall ${show(recall)} F1 ${show(f1)} mean F1 ${show(mean)}`;
}

function figuresOfTokens(outcomes: readonly Outcome[]): string {
  const leaks = outcomes.filter(({ positive }) => positive);
  const clean = outcomes.filter(({ positive }) => !positive);
  const hits = (list: readonly Outcome[]) => list.filter(({ hit }) => hit).length;
  const recall = hits(leaks) / Math.max(1, leaks.length);
  return `token cases: recall ${show(recall)}, false alarms ${hits(clean)} of ${clean.length}`;
}

function scoreOf([tp, fp, fn]: Counts) {
  const precision = tp / Math.max(1, tp + fp);
  const recall = tp / Math.max(1, tp + fn);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

function show(figure: number): string {
  return figure.toFixed(3);
}
