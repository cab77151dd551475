import { cluesOf } from '../../src/detect/generic/clues.js';
import {
  type ClueScores,
  FEATURES,
  featuresOf,
  type ValueFeatures,
  valueFeatures,
} from '../../src/detect/generic/features.js';
import type { Language } from '../../src/detect/generic/language.js';
import { createModel, type Model, type ModelData } from '../../src/detect/generic/model.js';
import { trainLinear } from './linear.js';
import type { Sample } from './samples.js';
import { growTrees, type TreeSettings } from './trees.js';

/** A sample with its hashed clues at hand. */
export interface Prepared {
  readonly sample: Sample;
  readonly name: Uint32Array;
  readonly value: Uint32Array;
  readonly around: Uint32Array;
  readonly all: Uint32Array;
}

export const LINEAR = { buckets: 16384, epochs: 6, rate: 0.08, decay: 2e-4 };
export const TREES: TreeSettings = { trees: 160, leaves: 20, rate: 0.09, leastWeight: 3, lambda: 3 };
const INNER_FOLDS = 5;

export function prepare(sample: Sample): Prepared {
  const { name, value, around } = cluesOf(sample.text, sample.candidate, sample.extension);
  return {
    sample,
    name: Uint32Array.from(name),
    value: Uint32Array.from(value),
    around: Uint32Array.from(around),
    all: Uint32Array.from([...name, ...value, ...around]),
  };
}

/**
 * Trains both parts. The trees see the linear part's scores as it gives them on groups it was not trained on,
 * so that they learn how far to trust it.
 */
export function learn(rows: readonly Prepared[], language: Language): ModelData {
  const folds = foldsOf(rows, INNER_FOLDS);
  const scores: ClueScores[] = new Array(rows.length);
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const weights = trainOn(rows.filter((_, i) => folds[i] !== fold));
    const model = createModel({ ...quantize(weights), trees: new Uint8Array(0) });
    rows.forEach((row, i) => {
      if (folds[i] === fold) scores[i] = scoresOf(row, model);
    });
  }
  const features = new Float64Array(rows.length * FEATURES.length);
  rows.forEach(({ sample }, i) => {
    features.set(
      featuresOf(sample.text, sample.candidate, { scores: scores[i]!, ofValue: valuesIn(language) }),
      i * FEATURES.length,
    );
  });
  const trees = growTrees(
    {
      columns: FEATURES.length,
      features,
      labels: Uint8Array.from(rows, (r) => r.sample.label),
      weights: Float64Array.from(rows, (r) => r.sample.weight),
    },
    TREES,
  );
  return { ...quantize(trainOn(rows)), trees };
}

export function scoresOf(row: Prepared, model: Model): ClueScores {
  const sum = (clues: Uint32Array) => clues.reduce((total, clue) => total + model.clueWeight(clue), 0);
  return { name: sum(row.name), value: sum(row.value), around: sum(row.around) };
}

/** The log odds that a model gives a prepared sample. */
export function judge(row: Prepared, model: Model, language: Language): number {
  const { text, candidate } = row.sample;
  return model.logOdds(
    featuresOf(text, candidate, { scores: scoresOf(row, model), ofValue: valuesIn(language) }),
  );
}

function valuesIn(language: Language): (value: string) => ValueFeatures {
  return (value) => valueFeatures(value, language);
}

/** A fold per row; rows of one group share theirs. */
export function foldsOf(rows: readonly Prepared[], folds: number): number[] {
  const sizes = new Map<string, number>();
  for (const { sample } of rows) sizes.set(sample.group, (sizes.get(sample.group) ?? 0) + 1);
  const filled = new Array<number>(folds).fill(0);
  const foldOf = new Map<string, number>();
  for (const [group, size] of [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const fold = filled.indexOf(Math.min(...filled));
    filled[fold]! += size;
    foldOf.set(group, fold);
  }
  return rows.map(({ sample }) => foldOf.get(sample.group)!);
}

function trainOn(rows: readonly Prepared[]): Float64Array {
  return trainLinear(
    rows.map(({ sample, all }) => ({ clues: all, label: sample.label, weight: sample.weight })),
    LINEAR,
  );
}

function quantize(weights: Float64Array): Pick<ModelData, 'clues' | 'clueScale'> {
  const most = weights.reduce((a, w) => Math.max(a, Math.abs(w)), 1e-9);
  const clueScale = Math.fround(most / 127);
  return { clues: Int8Array.from(weights, (w) => Math.round(w / clueScale)), clueScale };
}
