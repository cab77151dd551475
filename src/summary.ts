import { createHash } from 'node:crypto';
import type { Finding, IdleIgnore, Mode, Report, Rule, RuleInfo, Scanned, Skip } from './types.js';

declare const __VERSION__: string;

/** This program's version, from package.json at build time. */
export const version: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0-source';

/** Makes the report of a scan: sorted, counted, with its outcome. */
export function summarize(result: {
  readonly mode: Mode;
  readonly scanned: Readonly<Scanned>;
  readonly skipped: readonly Skip[];
  readonly findings: readonly Finding[];
  readonly rules: readonly Rule[];
  readonly idleIgnores?: readonly IdleIgnore[];
  /** Of rules that are not among `rules`. */
  readonly infos?: readonly RuleInfo[];
}): Report {
  const findings = mergeRepeats([...result.findings].sort(byPlace), result.mode);
  const found = new Set(findings.map(({ ruleId }) => ruleId));
  const active = findings.some((finding) => !finding.suppression);
  const incomplete = result.skipped.some((skip) => skip.incomplete);
  return {
    schema: 'keyhound/1',
    tool: { name: 'keyhound', version, rules: rulesDigest(result.rules) },
    mode: result.mode,
    outcome: active ? 'findings' : incomplete ? 'incomplete' : 'clean',
    scanned: { ...result.scanned },
    skipped: [...result.skipped].sort((a, b) => compare(a.path, b.path) || compare(a.reason, b.reason)),
    findings,
    rules: [...result.rules.map(toRuleInfo), ...(result.infos ?? [])].filter(({ id }) => found.has(id)),
    ...(result.idleIgnores && {
      idleIgnores: [...result.idleIgnores].sort((a, b) => compare(a.source, b.source)),
    }),
  };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.path, b.path) ||
    a.startLine - b.startLine ||
    a.startColumn - b.startColumn ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.object ?? '', b.object ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What is the same to a person counts as one finding: one place in two encodings; in a history, one secret in all
 * versions of a file, wherever its line moved.
 */
function mergeRepeats(sorted: readonly Finding[], mode: Mode): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of sorted) {
    const { path, ruleId, fingerprint, startLine, startColumn } = finding;
    const place = mode === 'history' ? [] : [startLine, startColumn];
    const key = JSON.stringify([path, ruleId, fingerprint, finding.suppression === undefined, ...place]);
    const first = merged.get(key);
    merged.set(key, first ? mergeTwo(first, finding) : finding);
  }
  return [...merged.values()].sort(byPlace);
}

/** The one in HEAD tells the place, the older one the commit. */
function mergeTwo(a: Finding, b: Finding): Finding {
  const shown = b.inHead && !a.inHead ? b : a;
  const { label: _, ...place } = shown;
  const { commit, label } = isEarlier(b, a) ? b : a;
  return {
    ...place,
    ...(commit ? { commit } : {}),
    ...(label ? { label } : {}),
    occurrences: a.occurrences + b.occurrences,
  };
}

function isEarlier(a: Finding, b: Finding): boolean {
  const [dateA, dateB] = [a, b].map(({ commit }) => Date.parse(commit?.date ?? ''));
  return dateA! < dateB!;
}

function toRuleInfo({ id, title, impact, reference, remediation, provider, severity }: Rule): RuleInfo {
  return { id, title, impact, reference, remediation, provider, severity: severity ?? 'high' };
}

/** Changes when any rule changes: lets a reader see whether two reports were made with the same rules. */
function rulesDigest(rules: readonly Rule[]): string {
  const hash = createHash('sha256');
  for (const { id, keywords, pattern, value, minEntropy, check } of rules) {
    hash.update(JSON.stringify([id, keywords, pattern?.source, value?.source, minEntropy, check]));
  }
  return `sha256:${hash.digest('hex').slice(0, 16)}`;
}
