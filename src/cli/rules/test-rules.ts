import { rules as builtIn, type Chunk, type Rule, type Source, scan } from '../../index.js';
import { fill } from './fill.js';

/** What one check of a rule came to; without a problem it passed. */
export interface RuleCheck {
  readonly ruleId: string;
  readonly what: string;
  readonly problem?: string;
}

/** Runs rules on their examples, beside all built-in ones and as a scan would. */
export async function testRules(rules: readonly Rule[]): Promise<readonly RuleCheck[]> {
  const checks: RuleCheck[] = [];
  for (const rule of rules) {
    const { match, noMatch = [] } = rule.examples;
    const all = [...builtIn, ...rules].map((one) => withoutPaths(one));
    if (match.length === 0)
      checks.push({ ruleId: rule.id, what: 'examples', problem: 'has none; add examples.match' });
    for (const template of match) checks.push(await check(rule, template, { all, isWanted: true }));
    for (const template of noMatch) checks.push(await check(rule, template, { all, isWanted: false }));
  }
  return checks;
}

async function check(
  { id: ruleId }: Rule,
  template: string,
  { all, isWanted }: { readonly all: readonly Rule[]; readonly isWanted: boolean },
): Promise<RuleCheck> {
  const { findings, skipped } = await scan({
    source: sourceOf(fill(template)),
    rules: all,
    inlineIgnores: false,
  });
  const ids = new Set(findings.map((finding) => finding.ruleId));
  const what = `${isWanted ? 'finds' : 'leaves'} ${template}`;
  const overrun = skipped.find(({ incomplete }) => incomplete);
  if (overrun) return { ruleId, what, problem: overrun.reason };
  if (ids.has(ruleId) === isWanted) return { ruleId, what };
  const others = [...ids].join(', ');
  const instead = others === '' ? 'nothing is found' : `found by ${others} instead`;
  return { ruleId, what, problem: isWanted ? instead : 'it is found' };
}

/** An example has no path of its own. */
function withoutPaths({ paths: _, ...rule }: Rule): Rule {
  return rule;
}

/** A file that is not there. */
function sourceOf(text: string): Source {
  return {
    mode: 'tree',
    *chunks({ scanned }): Generator<Chunk> {
      const bytes = Buffer.from(text);
      const origin = { path: 'example.txt', kind: 'file' } as const;
      yield { origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] };
      scanned.units++;
    },
  };
}
