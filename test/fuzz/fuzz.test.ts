import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryDirectory } from '../git-sandbox.js';
import { randomOf, targets } from './targets.js';

for (const { name, rounds, create } of targets) {
  test(`${rounds} made-up and mutated inputs of the ${name} reader are read rightly or refused cleanly`, async () => {
    const run = create(temporaryDirectory());
    const outcomes = { accepted: 0, refused: 0 };
    for (let seed = 0; seed < rounds; seed++) {
      try {
        outcomes[await run(randomOf(seed))]++;
      } catch (error) {
        throw new Error(`seed ${seed}: npm run bench -- fuzz --only ${name} --seed ${seed}`, {
          cause: error,
        });
      }
    }
    assert.ok(outcomes.accepted > rounds / 40 && outcomes.refused > rounds / 40, JSON.stringify(outcomes));
  });
}
