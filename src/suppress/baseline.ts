import { UserError } from '../errors.js';
import type { Suppressor } from '../types.js';

/** Why an entry is there. */
export const BASELINE_STATES = ['false-positive', 'test-fixture', 'accepted', 'rotated'] as const;
export type BaselineState = (typeof BASELINE_STATES)[number];

/** One accepted finding: no secret, no line, nothing that changes when code moves. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly ruleId: string;
  /** Where it was when it was accepted: for people, it does not count. */
  readonly path: string;
  readonly state: BaselineState;
  readonly reason: string;
  /** Whom to ask about it. */
  readonly owner?: string;
  /** The last day, YYYY-MM-DD, on which it holds. */
  readonly expires?: string;
}

export interface Baseline {
  readonly schema: 'keyhound-baseline/1';
  /** Random, made once per repository: keys the fingerprints, so that no table made elsewhere fits. */
  readonly salt: string;
  readonly findings: readonly BaselineEntry[];
}

/** Reads a baseline's text; throws UserError that names the file, the entry and what is wrong with it. */
export function parseBaseline(text: string, file: string): Baseline {
  let value: { schema?: unknown; salt?: unknown; findings?: BaselineEntry[] };
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const isConflict = /^(?:<{7}|>{7}) /m.test(text);
    const what = isConflict ? 'holds a merge conflict; keep the lines of both sides' : 'not valid JSON';
    throw new UserError(`${file}: ${what}; or make it anew with 'keyhound baseline create'`);
  }
  const { schema, salt, findings } = value ?? {};
  if (schema !== 'keyhound-baseline/1') {
    throw new UserError(`${file}: schema is not keyhound-baseline/1; a newer keyhound may have written it`);
  }
  if (typeof salt !== 'string' || salt.length < 16 || !Array.isArray(findings)) {
    throw new UserError(
      `${file}: salt or findings are missing; make it anew with 'keyhound baseline create'`,
    );
  }
  // the last element is null, so that every entry's line ends in a comma
  const entries: BaselineEntry[] = findings.filter((entry) => entry !== null);
  entries.forEach((entry, index) => {
    check(entry, `${file}: findings[${index}]`);
  });
  return { schema, salt, findings: entries };
}

function check(entry: Partial<BaselineEntry>, where: string): void {
  if (typeof entry !== 'object' || typeof entry.fingerprint !== 'string') {
    throw new UserError(`${where} has no fingerprint`);
  }
  if (!BASELINE_STATES.includes(entry.state as BaselineState)) {
    throw new UserError(`${where}.state must be one of ${BASELINE_STATES.join(', ')}`);
  }
  if (entry.expires !== undefined && !isDay(entry.expires)) {
    throw new UserError(`${where}.expires must be a day such as 2027-01-31`);
  }
}

/** Whether a text is a day as YYYY-MM-DD. */
export function isDay(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/**
 * A baseline's text: one finding a line, sorted, each line ending alike. Branches that only add or remove lines merge,
 * and their union is a baseline too, even where an entry is there twice.
 */
export function formatBaseline(baseline: Baseline): string {
  const key = (e: BaselineEntry) => `${e.path}\0${e.ruleId}\0${e.fingerprint}`;
  const byFingerprint = new Map(baseline.findings.map((entry) => [entry.fingerprint, entry]));
  const sorted = [...byFingerprint.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const lines = sorted.map((entry) => `    ${JSON.stringify(inOrder(entry))},\n`);
  const head = `{\n  "schema": ${JSON.stringify(baseline.schema)},\n  "salt": ${JSON.stringify(baseline.salt)},\n`;
  return `${head}  "findings": [\n${lines.join('')}    null\n  ]\n}\n`;
}

function inOrder({ path, ruleId, fingerprint, state, reason, owner, expires }: BaselineEntry): BaselineEntry {
  return {
    path,
    ruleId,
    fingerprint,
    state,
    reason,
    ...(owner === undefined ? {} : { owner }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** Whether an entry no longer holds on a day, YYYY-MM-DD. */
export function isExpired({ expires }: BaselineEntry, today: string): boolean {
  return expires !== undefined && expires < today;
}

/** Looks findings up in a baseline by fingerprint; expired entries no longer count. `file` is named as the source. */
export function createBaselineLookup(baseline: Baseline, today: string, file: string): Suppressor {
  const entries = new Map(
    baseline.findings
      .filter((entry) => !isExpired(entry, today))
      .map((entry) => [entry.fingerprint, entry] as const),
  );
  return (_, { fingerprint }) => {
    const entry = entries.get(fingerprint);
    if (!entry) return undefined;
    const reason = entry.reason ? `${entry.state}: ${entry.reason}` : entry.state;
    return { by: 'baseline', reason, source: file };
  };
}
