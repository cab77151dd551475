import type { Candidate } from './candidate.js';
import { cluesOf } from './clues.js';
import { AROUND, featuresOf, valueFeatures } from './features.js';
import { createHopeRecord } from './hopeless.js';
import { createModel } from './model.js';
import { clueScale, clues, trees } from './model-data.js';
import { language } from './random.js';
import { remember } from './remember.js';

/** What the trained model makes of a candidate: the logarithm of the odds that it is a secret. */
export interface Scorer {
  /** No number where it would be below `least`, and that is known without looking at what stands around. */
  score(text: string, candidate: Candidate, options: ScoreOptions): number | undefined;
}

export interface ScoreOptions {
  /** That of the path. */
  readonly extension: string;
  readonly least: number;
}

/** Unpacks the trained model; some milliseconds, so once per detector. */
export function createScorer(): Scorer {
  const packed = unpack(clues);
  const model = createModel({
    clues: new Int8Array(packed.buffer, packed.byteOffset, packed.length),
    clueScale,
    trees: unpack(trees),
  });
  const sum = (hashes: readonly number[]) =>
    hashes.reduce((total, hash) => total + model.clueWeight(hash), 0);
  // most values of a history or a source tree come again and again
  const ofValue = remember((value) => valueFeatures(value, language()));
  function featuresIn(text: string, candidate: Candidate, extension: string): Float64Array {
    const { name, value, around } = cluesOf(text, candidate, extension);
    const scores = { name: sum(name), value: sum(value), around: sum(around) };
    return featuresOf(text, candidate, { scores, ofValue });
  }
  const record = createHopeRecord((text, candidate, extension) =>
    model.mostOdds(featuresIn(text, candidate, extension), AROUND),
  );
  return {
    score(text, candidate, { extension, least }) {
      if (record.most(text, candidate, extension) < least) return undefined;
      return model.logOdds(featuresIn(text, candidate, extension));
    },
  };
}

function unpack(base64: string): Uint8Array {
  return Buffer.from(base64, 'base64');
}
