import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidatesIn } from '../../../src/detect/generic/candidates.js';
import { createScorer } from '../../../src/detect/generic/scorer.js';
import { fill } from '../../fill.js';
import { createRandom } from '../../random.js';

const NAMES = ['token', 'password', 'api_key', 'secretKey', 'auth'];
const VALUES = [
  'node',
  'Identifier',
  'error',
  fill('{alnum:12}'),
  fill('{hex:32}'),
  fill('{alnum:40}'),
  'hunter22',
];
const WORDS = [
  'const',
  'the ',
  'password ',
  '//',
  '\n',
  ' ',
  '{',
  '}',
  'example',
  'production',
  'x'.repeat(70),
];

test('a candidate that is given up unseen would have had lower odds, whatever stands around it', () => {
  const { score } = createScorer();
  const random = createRandom(11);
  const words = () => Array.from({ length: random.below(30) }, () => random.pick(WORDS)).join('');
  let [givenUp, scored] = [0, 0];
  for (let round = 0; round < 6000; round++) {
    const name = random.pick(NAMES);
    const before = `${words()}\n`;
    const text = `${before}${name} = '${random.pick(VALUES)}';${words()}`;
    const [candidate] = candidatesIn(text, [before.length]);
    if (!candidate) continue;
    const extension = random.pick(['js', 'env']);
    const odds = score(text, candidate, { extension, least: Number.NEGATIVE_INFINITY })!;
    for (const least of [-3, 0.2, 4]) {
      const known = score(text, candidate, { extension, least });
      if (known === undefined) {
        givenUp++;
        assert.ok(odds < least, `${odds} of ${JSON.stringify(text)}`);
      } else {
        scored++;
        assert.equal(known, odds);
      }
    }
  }
  assert.ok(givenUp > 1000 && scored > 1000, `${givenUp} given up, ${scored} scored`);
});
