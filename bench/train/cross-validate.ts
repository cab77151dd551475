import { rules } from '../../rules/index.js';
import { createDetector } from '../../src/detect/detector.js';
import type { Language } from '../../src/detect/generic/language.js';
import { createModel } from '../../src/detect/generic/model.js';
import { createPrefilter } from '../../src/kernel/prefilter.js';
import { foldsOf, judge, learn, type Prepared } from './learn.js';
import { type LabelledRange, UNCOUNTED } from './samples.js';
import { figuresOf } from './score.js';

interface Settings {
  readonly language: Language;
  readonly folds: number;
  /** Told each range that is judged wrongly at the threshold that files of no special place have. */
  readonly onMiss?: (range: LabelledRange) => void;
}

/**
 * Leaves whole repositories (and whole authors of test cases) out of training, judges them by a model that never saw
 * them, and prints the figures for the context alone and together with the rules that know a format.
 */
export function crossValidate(
  rows: readonly Prepared[],
  ranges: readonly LabelledRange[],
  { language, folds, onMiss }: Settings,
): void {
  const foldOf = foldsOf(rows, folds);
  const odds = new Float64Array(ranges.length).fill(Number.NEGATIVE_INFINITY);
  for (let fold = 0; fold < folds; fold++) {
    const model = createModel(
      learn(
        rows.filter((_, i) => foldOf[i] !== fold),
        language,
      ),
    );
    rows.forEach((row, i) => {
      const { range } = row.sample;
      if (foldOf[i] !== fold || range === UNCOUNTED) return;
      odds[range] = Math.max(odds[range]!, judge(row, model, language));
    });
  }
  const formats = ranges.map(createFormatFinder());
  for (const threshold of THRESHOLDS) {
    const context = odds.map((o) => (o > threshold ? 1 : 0));
    const both = context.map((hit, i) => (hit || formats[i] ? 1 : 0));
    console.log(`${threshold.toFixed(1)} context: ${figures(ranges, context)}`);
    console.log(`    with formats: ${figures(ranges, both)}`);
    if (threshold !== LEAST_ODDS || onMiss === undefined) continue;
    for (const [i, range] of ranges.entries()) if (range.positive !== both[i]! > 0) onMiss(range);
  }
}

const LEAST_ODDS = 0.2;
const THRESHOLDS = [-1.5, -1, -0.6, -0.3, 0, LEAST_ODDS, 0.6, 1, 1.5, 2, 3];

/** Whether a rule with a format finds something in a range. */
function createFormatFinder(): (range: LabelledRange) => boolean {
  const detector = createDetector({
    rules,
    createPrefilter: (keywords, shapes) => createPrefilter(keywords, { shapes }),
  });
  return ({ text, from, to }) => {
    const bytes = Buffer.from(text, 'latin1');
    const segment = { bytes, encodings: [], locate: (a: number, b: number) => [a, b] as const };
    return detector.detect(segment, 'snippet.txt').some((match) => match.from < to && match.to > from);
  };
}

function figures(ranges: readonly LabelledRange[], hits: Float64Array): string {
  return figuresOf(
    ranges.map(({ set, group, positive }, i) => ({ set, group, positive, hit: hits[i]! > 0 })),
  );
}
