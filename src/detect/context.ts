import type { Confidence, Evidence, MatchPart, Rule } from '../types.js';

/** A place that names and syntax, not a provider's format, mark as a secret. Offsets are indices of the text. */
export interface ContextMatch {
  readonly ruleId: string;
  readonly from: number;
  readonly to: number;
  readonly confidence: Confidence;
  readonly parts: readonly MatchPart[];
  readonly evidence: readonly Evidence[];
}

/** A window of a segment as latin1, and the places of context keywords in it, ascending. */
export interface ContextInput {
  readonly text: string;
  readonly at: readonly number[];
  readonly path: string;
  /** Whether a match in this range of the text counts; absent: all do. */
  readonly isWanted?: (from: number, to: number) => boolean;
}

/** Finds secrets by what stands around them. */
export interface ContextDetector {
  readonly keywords: readonly string[];
  readonly rules: readonly Rule[];
  /** Quickly: false where nothing can be found by the keyword at this place. */
  mayAnnounce(bytes: Uint8Array, at: number): boolean;
  find(input: ContextInput): readonly ContextMatch[];
  /** Stands for all that `find` makes of a path. */
  aspectOf(path: string): string;
}

/** Bytes that the context detector sees before and after a keyword. */
export const CONTEXT_BEFORE = 512;
export const CONTEXT_AFTER = 2048;

/** No context: only formats. */
export const noContext: ContextDetector = {
  keywords: [],
  rules: [],
  mayAnnounce: () => false,
  find: () => [],
  aspectOf: () => '',
};
