// What the hook reads instead of working it out at every commit; build.mjs bundles and runs this.
import { PROBE_REACH } from '../src/detect/detector.ts';
import { genericContext } from '../src/detect/generic/find-in-context.ts';
import { packRules } from '../src/detect/packed-rules.ts';
import { ruleTable } from '../src/detect/rule-table.ts';
import { kernelBase64 } from '../src/generated/kernel.ts';
import { rules } from '../src/index.ts';
import { prepareKernel } from '../src/kernel/kernel-prefilter.ts';
import { preparedKernel } from './prepared-kernel.mjs';

/** No keyword is longer, see createPrefilter. */
const LONGEST_KEYWORD = 1024;

/** The files of the hook, by their names in dist/. */
export function hookData() {
  const table = ruleTable(rules, { context: genericContext });
  if (table.everywhere.length > 0) throw new Error('a built-in rule without keywords');
  const packed = packRules(table);
  let prepared;
  const wasm = preparedKernel(Buffer.from(kernelBase64, 'base64'), (kernel) => {
    prepared = prepareKernel(table.keywords, table.shapes, kernel);
  });
  return {
    'hook.wasm': wasm,
    'hook-head.json': `${JSON.stringify({ ...prepared, reach: reachOf(table) })}\n${packed.head}\n`,
    'hook-rules.json': packed.rules,
  };
}

/** How far a keyword of any rule can stand from what its match depends on. */
function reachOf(table) {
  const numbers = new Set(table.keywords.flatMap((_, keyword) => table.rulesOf(keyword)));
  const reaches = [...numbers].map((number) => table.reachOf(number));
  return {
    before: Math.max(PROBE_REACH.before, ...reaches.map(({ after }) => after + LONGEST_KEYWORD)),
    after: Math.max(PROBE_REACH.after, ...reaches.map(({ before }) => before + LONGEST_KEYWORD)),
  };
}
