import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remember } from '../../../src/detect/generic/remember.js';

describe('remember', () => {
  it('asks once for a text that comes again', () => {
    let asked = 0;
    const lengthOf = remember((text) => {
      asked++;
      return text.length;
    });
    assert.deepEqual(['a value', 'another', 'a value'].map(lengthOf), [7, 7, 7]);
    assert.equal(asked, 2);
  });

  it('gives the right result after it has forgotten, and of texts too long to be kept', () => {
    const reverse = remember((text) => [...text].reverse().join(''));
    for (let i = 0; i < 10_000; i++)
      assert.equal(reverse(`value ${i}`), [...`value ${i}`].reverse().join(''));
    assert.equal(reverse('x'.repeat(300)), 'x'.repeat(300));
    assert.equal(reverse('value 1'), '1 eulav');
  });
});
