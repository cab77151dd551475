import { CONFIDENCES, type Finding, type RuleInfo, SEVERITIES } from '../../types.js';

/** All places of one secret: one decision holds for every one of them. */
export interface Group {
  /** Worst first. */
  readonly findings: readonly [Finding, ...Finding[]];
  readonly rule?: RuleInfo;
}

/** Groups findings by what `keyOf` says of them, the worst and most frequent first. */
export function groupFindings(
  findings: readonly Finding[],
  { rules, keyOf }: { readonly rules: readonly RuleInfo[]; keyOf(finding: Finding): string },
): readonly Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()]
    .map((group): Group => {
      group.sort((a, b) => rank(a) - rank(b));
      const rule = rules.find(({ id }) => id === group[0].ruleId);
      return { findings: group, ...(rule ? { rule } : {}) };
    })
    .sort(
      ({ findings: a }, { findings: b }) =>
        rank(a[0]) - rank(b[0]) || b.length - a.length || (a[0].path < b[0].path ? -1 : 1),
    );
}

/** By severity, then confidence; what still is in the checked-out version before what only history has. */
function rank({ severity, confidence, inHead }: Finding): number {
  const order = SEVERITIES.indexOf(severity) * CONFIDENCES.length + CONFIDENCES.indexOf(confidence);
  return order * 2 + (inHead === false ? 1 : 0);
}
