import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../rules/index.js';
import { genericContext } from '../../src/detect/generic/find-in-context.js';
import { packRules, unpackRules } from '../../src/detect/packed-rules.js';
import { ruleTable } from '../../src/detect/rule-table.js';

it('a packed table leads from each keyword to the same rules, without their texts', () => {
  const table = ruleTable([...rules, ...genericContext.rules], { context: genericContext });
  const packed = packRules(table);
  let reads = 0;
  const readRules = () => {
    reads++;
    return packed.rules;
  };
  const unpacked = unpackRules(packed.head, readRules, genericContext);
  assert.deepEqual(unpacked.keywords, table.keywords);
  assert.equal(unpacked.contextKeywords, table.contextKeywords);
  for (let keyword = 0; keyword < table.keywords.length; keyword++) {
    assert.deepEqual(unpacked.rulesOf(keyword), table.rulesOf(keyword));
    for (const number of table.rulesOf(keyword)) {
      const { examples, title, impact, reference, remediation, ...rule } = table.rule(number);
      const back = unpacked.rule(number);
      const { before, after } = table.reachOf(number);
      assert.deepEqual(unpacked.reachOf(number), { before, after });
      assert.deepEqual(back, {
        ...rule,
        title: '',
        impact: '',
        reference: '',
        remediation: '',
        examples: { match: [] },
      });
    }
  }
  assert.equal(reads, 1);
  for (const rule of genericContext.rules) assert.equal(unpacked.contextRule(rule.id), rule);
});
