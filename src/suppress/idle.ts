import type { Finding, IdleIgnore } from '../types.js';
import type { AllowEntry } from './allowlist.js';
import { type Baseline, isExpired } from './baseline.js';

/** What was asked for, and which kinds of idle entries can be told from this scan. */
export interface IdleQuestion {
  readonly allow: readonly AllowEntry[];
  readonly baseline?: { readonly file: string; readonly content: Baseline };
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly unusedAllow: boolean;
  readonly unusedBaseline: boolean;
}

/** Entries of configuration and baseline that do nothing for these findings. */
export function idleEntries(findings: readonly Finding[], question: IdleQuestion): readonly IdleIgnore[] {
  return [...idleAllow(findings, question), ...idleBaseline(findings, question)];
}

function* idleAllow(
  findings: readonly Finding[],
  { allow, today, unusedAllow }: IdleQuestion,
): Generator<IdleIgnore> {
  const used = new Set(findings.map(({ suppression }) => suppression?.source));
  for (const { source, expires, commits } of allow) {
    if (expires !== undefined && expires < today) yield { source, what: `expired ${expires}` };
    // commits are only met in history
    else if (unusedAllow && !commits && !used.has(source)) yield { source, what: 'hides nothing' };
  }
}

function* idleBaseline(
  findings: readonly Finding[],
  { baseline, today, unusedBaseline }: IdleQuestion,
): Generator<IdleIgnore> {
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  for (const entry of baseline?.content.findings ?? []) {
    const source = `${baseline!.file}: ${entry.path}: ${entry.ruleId}`;
    if (isExpired(entry, today)) yield { source, what: `expired ${entry.expires}` };
    else if (unusedBaseline && !found.has(entry.fingerprint)) yield { source, what: 'hides nothing' };
  }
}
