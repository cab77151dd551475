import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checks } from '../../src/detect/checks.js';
import { fill } from '../fill.js';

/** The same token with its character at `index` replaced by another of its alphabet. */
function broken(token: string, index: number): string {
  const at = index < 0 ? token.length + index : index;
  return token.slice(0, at) + (token[at] === 'Z' ? 'Y' : 'Z') + token.slice(at + 1);
}

const verdict = (name: string, secret: string) => checks[name]!(secret);

describe('checks', () => {
  it('prove a checksum that holds and refute one that does not', () => {
    const cases = [
      ['github-crc32', '{github:ghp_}'],
      ['npm-crc32', '{github:npm_}'],
    ];
    for (const [name, template] of cases) {
      const token = fill(template!);
      assert.equal(verdict(name!, token), 'proven', name);
      assert.equal(verdict(name!, broken(token, -1)), 'refuted', name);
      assert.equal(verdict(name!, broken(token, 12)), 'refuted', name);
    }
  });

  it('prove a JSON Web Token by header, claims and the length of its signature', () => {
    const token = fill('{jwt}');
    assert.equal(verdict('jwt', token), 'proven');
    assert.equal(verdict('jwt', token.slice(0, -2)), 'plausible');
    assert.equal(verdict('jwt', token.slice(0, token.lastIndexOf('.') + 1)), 'refuted');
    assert.equal(verdict('jwt', fill('eyJ{alnum:20}.eyJ{alnum:30}.{alnum:43}')), 'refuted');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    assert.equal(verdict('jwt', `${unsigned}.${token.split('.')[1]}.${token.split('.')[2]}`), 'refuted');
  });

  it('refute an AWS access key id whose account would have thirteen digits', () => {
    assert.equal(verdict('aws-access-key-id', fill('{awskey:AKIA}')), 'plausible');
    assert.equal(verdict('aws-access-key-id', `AKIA${'7'.repeat(16)}`), 'refuted');
    assert.equal(verdict('aws-access-key-id', fill('AKIAI{base32:15}')), 'plausible');
  });
});
