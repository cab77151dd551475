import { UserError } from '../errors.js';
import type { Finding, Suppression } from '../types.js';

/** One accepted finding: no secret, no line, nothing that changes when code moves. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly path: string;
  readonly state: 'false-positive' | 'test-fixture' | 'accepted' | 'rotated';
  readonly reason: string;
}

export interface Baseline {
  readonly schema: 'keyhound-baseline/1';
  /** Random, made once per repository: keys the fingerprints, so that no table made elsewhere fits. */
  readonly salt: string;
  readonly findings: readonly BaselineEntry[];
}

/** Reads a baseline's text; throws UserError that names the file and what is wrong with it. */
export function parseBaseline(text: string, file: string): Baseline {
  let value: Baseline;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UserError(`${file}: not valid JSON; mend it or make it anew with 'keyhound baseline create'`);
  }
  if (value?.schema !== 'keyhound-baseline/1') {
    throw new UserError(`${file}: schema is not keyhound-baseline/1; a newer keyhound may have written it`);
  }
  if (typeof value.salt !== 'string' || value.salt.length < 16 || !Array.isArray(value.findings)) {
    throw new UserError(
      `${file}: salt or findings are missing; make it anew with 'keyhound baseline create'`,
    );
  }
  return value;
}

/** A baseline's text: one finding a line and sorted, so that merges of added or removed lines do not conflict. */
export function formatBaseline(baseline: Baseline): string {
  const key = (e: BaselineEntry) => `${e.path}\0${e.ruleId}\0${e.fingerprint}`;
  const sorted = [...baseline.findings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const lines = sorted.map((entry) => `    ${JSON.stringify(entry)}`);
  const head = `{\n  "schema": ${JSON.stringify(baseline.schema)},\n  "salt": ${JSON.stringify(baseline.salt)},\n`;
  return `${head}  "findings": [${lines.length ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

/** Looks findings up in a baseline by fingerprint. */
export function createBaselineLookup(baseline: Baseline): (finding: Finding) => Suppression | undefined {
  const entries = new Map(baseline.findings.map((entry) => [entry.fingerprint, entry]));
  return (finding) => {
    const entry = entries.get(finding.fingerprint);
    return (
      entry && { by: 'baseline', reason: entry.reason ? `${entry.state}: ${entry.reason}` : entry.state }
    );
  };
}
