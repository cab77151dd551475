import type { Finding } from '../types.js';

/** The one line that silences a finding: a comment where a line of a file can carry one, else a command. */
export function silencing(findings: readonly Finding[]): string {
  const editable = findings.find((f) => (f.kind === 'file' || f.kind === 'blob') && f.inHead !== false);
  return editable
    ? `comment on the line: keyhound:ignore ${editable.ruleId} -- reason`
    : 'run: keyhound triage';
}
