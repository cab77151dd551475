import { CONFIDENCES, type Confidence, type Suppressor } from '../types.js';

/** How sure a finding must be at some paths to count. */
export interface ConfidenceEntry {
  readonly path: (path: string) => boolean;
  readonly rules?: ReadonlySet<string>;
  readonly min: Confidence;
  readonly source: string;
}

/** Of the entries that fit a finding, the last one decides. */
export function createConfidenceFloor(entries: readonly ConfidenceEntry[]): Suppressor {
  return (_, { path, ruleId, confidence }) => {
    const entry = entries.findLast((one) => (!one.rules || one.rules.has(ruleId)) && one.path(path));
    if (!entry || CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(entry.min)) return undefined;
    return { by: 'allowlist', reason: `only ${entry.min} findings count here`, source: entry.source };
  };
}
