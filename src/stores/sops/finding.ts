import { createHmac } from 'node:crypto';
import type { Finding, Origin, RuleInfo } from '../../types.js';
import { SOPS_RULES, type SopsProblem } from './problem.js';

/** A problem as a finding, for the same reports as every other. `key` is the baseline's salt. */
export function toSopsFinding(problem: SopsProblem, key = '', kind: Origin['kind'] = 'file'): Finding {
  const { ruleId, path, severity, confidence, startLine, startColumn, endLine, endColumn } = problem;
  const { title, provider } = SOPS_RULES[ruleId];
  const identity = `s\0${ruleId}\0${path}\0${problem.key ?? ''}`;
  return {
    ...{
      ruleId,
      title,
      provider,
      confidence,
      severity,
      path,
      kind,
      startLine,
      startColumn,
      endLine,
      endColumn,
    },
    redacted: '***',
    snippet: [problem.message, ...problem.files].join(problem.files.length > 0 ? ': ' : ''),
    encodings: [],
    fingerprint: createHmac('sha256', key).update(identity).digest('hex').slice(0, 32),
    occurrences: 1,
    related: [],
  };
}

/** What reports say of the rules, those that found something. */
export function sopsRuleInfos(problems: readonly SopsProblem[]): RuleInfo[] {
  return [...new Set(problems.map(({ ruleId }) => ruleId))].sort().map((id) => ({ id, ...SOPS_RULES[id] }));
}
