import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../rules/index.js';
import { createEngine, matchesIn } from '../../src/engine.js';
import { fill } from '../fill.js';

const engine = createEngine(rules);

/** Rules and confidences of what is found in a text at a path. */
function found(path: string, text: string): string[] {
  const bytes = Buffer.from(fill(text), 'latin1');
  const chunk = { origin: { path, kind: 'file' }, bytes, offset: 0, line: 1, column: 1 } as const;
  return matchesIn({ ...chunk, core: [0, bytes.length] }, engine).map(
    ({ match }) => `${match.rule.id} ${match.confidence}`,
  );
}

test('what anybody can make is less sure in tests and docs, and nothing there if it was only possible', () => {
  const hash = 'admin:$2y$10${alnum:53}\n';
  assert.deepEqual(found('deploy/users', hash), ['password-hash possible']);
  for (const path of ['src/test/users', 'docs/users.md']) assert.deepEqual(found(path, hash), [], path);
  const jwt = 'x = "{jwt}"\n';
  const [sure] = found('deploy/x.env', jwt);
  assert.match(sure ?? '', /^jwt (?:probable|certain)$/);
  assert.deepEqual(found('src/test/x.env', jwt), ['jwt possible']);
});

test('what a provider issues is as sure wherever it stands', () => {
  const token = 'k = "{github:ghp_}"\n';
  assert.deepEqual(found('src/test/x.js', token), found('src/x.js', token));
  assert.equal(found('src/x.js', token).length, 1);
});
