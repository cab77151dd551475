import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { marvin32 } from '../../src/detect/checks/marvin32.js';
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
      ['gitlab-routable', '{gitlab:glpat-}'],
      ['grafana-crc32', '{grafana}'],
      ['confluent-crc32', '{confluent}'],
      ['bech32', '{bech32:AGE-SECRET-KEY-}'],
    ];
    for (const [name, template] of cases) {
      const token = fill(template!);
      assert.equal(verdict(name!, token), 'proven', name);
      assert.equal(verdict(name!, broken(token, -1)), 'refuted', name);
      assert.equal(verdict(name!, broken(token, 12)), 'refuted', name);
    }
  });

  it('take a checksum whose method is not documented as proof where it holds, and as nothing where it fails', () => {
    const token = fill('{cloudflare:cfut_}');
    assert.equal(verdict('cloudflare-crc32', token), 'proven');
    assert.equal(verdict('cloudflare-crc32', broken(token, 12)), 'plausible');
    assert.equal(verdict('gitlab-routable', fill('glpat-{base64url:20}')), 'plausible');
  });

  it('prove the keys of Azure by their Marvin hash', () => {
    const bytes = Buffer.from(fill('{base64:76}+AStAAAAAA=='), 'base64');
    bytes.writeUInt32LE(marvin32(bytes.subarray(0, -4), [0x756c7430, 0x44656661]), bytes.length - 4);
    const key = bytes.toString('base64');
    assert.equal(verdict('azure-key', key), 'proven');
    assert.equal(verdict('azure-key', broken(key, 3)), 'plausible');
    assert.equal(verdict('azure-key', fill('{base64:86}==')), 'plausible');
  });

  it('hash as Marvin does', () => {
    assert.equal(marvin32(Buffer.from(''), [0, 0]), 0x92805aae);
    assert.equal(marvin32(Buffer.from('keyhound'), [0x756c7430, 0x44656661]), 0xd7dcb30f);
    assert.equal(marvin32(Buffer.from('hound'), [0x756c7430, 0x44656661]), 0x1c3e8cae);
  });

  it('prove a JSON Web Token by header, claims and the length of its signature', () => {
    const token = fill('{jwt}');
    assert.equal(verdict('jwt', token), 'proven');
    assert.equal(verdict('jwt', token.slice(0, -2)), 'plausible');
    assert.equal(verdict('jwt', fill('{jwt:name=sample-user}')), 'plausible');
    assert.equal(verdict('jwt', token.slice(0, token.lastIndexOf('.') + 1)), 'refuted');
    const cut = token.slice(0, token.lastIndexOf('.'));
    assert.equal(verdict('jwt-unsigned', cut), 'plausible');
    assert.equal(verdict('jwt-unsigned', cut.replace('.', '.e30')), 'refuted');
    assert.equal(verdict('jwt', fill('eyJ{alnum:20}.eyJ{alnum:30}.{alnum:43}')), 'refuted');
  });

  it('refute an AWS access key id whose account would have thirteen digits', () => {
    assert.equal(verdict('aws-access-key-id', fill('{awskey:AKIA}')), 'plausible');
    assert.equal(verdict('aws-access-key-id', `AKIA${'7'.repeat(16)}`), 'refuted');
    assert.equal(verdict('aws-access-key-id', fill('AKIAI{base32:15}')), 'plausible');
  });
});

describe('checks of what base64 holds', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  it('prove what their issuers encode and refute what they never would', () => {
    const proven = [
      ['discord-token', fill('{discord}')],
      ['dropbox-token', fill('{alnum:11}AAAAAAAAAA{base64url:43}')],
      ['elastic-key', fill('{elastic}')],
      ['jfrog-reference', fill('{jfrog}')],
      ['kubernetes-jwt', fill('{k8sjwt}')],
      ['base64-json', `glc_${base64('{"o":"1","n":"name","k":"key"}')}`],
    ];
    for (const [name, secret] of proven) assert.equal(verdict(name!, secret!), 'proven', name);
    const refuted = [
      ['dropbox-token', `${'A'.repeat(64)}`],
      ['elastic-key', base64('not an identifier and a secret at all!!')],
      ['jfrog-reference', base64('reftkn:some words that are no token')],
      ['kubernetes-jwt', fill('{rsajwt}')],
    ];
    for (const [name, secret] of refuted) assert.equal(verdict(name!, secret!), 'refuted', name);
    assert.equal(verdict('base64-json', fill('glc_{alnum:40}')), 'plausible');
    assert.equal(verdict('discord-token', fill('MNO{alnum:23}.{alnum:6}.{alnum:38}')), 'plausible');
  });

  it('take a user name and a password for credentials, but no sample, template or other text', () => {
    const password = fill('{password:14}');
    for (const name of ['basic-credentials', 'docker-auth']) {
      assert.equal(verdict(name, base64(`deploy:${password}`)), 'plausible', name);
      assert.equal(verdict(name, base64('user:password')), 'refuted', name);
      assert.equal(verdict(name, base64(`no colon ${password}`)), 'refuted', name);
    }
    assert.equal(verdict('basic-credentials', base64(`deploy:\u0000\u0001${password}`)), 'refuted');
  });

  it('take the value of a Kubernetes Secret for one unless it is a name, a template or not text', () => {
    assert.equal(verdict('kubernetes-secret-value', base64(fill('{password:14}'))), 'plausible');
    for (const text of [
      'admin',
      '${PASSWORD}',
      'https://host/path',
      'a\u0000b\u0001cdef',
      '{{ password }}',
    ]) {
      assert.equal(verdict('kubernetes-secret-value', base64(text)), 'refuted', JSON.stringify(text));
    }
  });

  it('know the tokens of Jira, Confluence and Bitbucket by their id and randomness', () => {
    assert.equal(verdict('atlassian-pat', fill('{datacenter}')), 'plausible');
    assert.equal(verdict('atlassian-pat', base64(`${'1'.repeat(12)}:${'a'.repeat(20)}`)), 'refuted');
  });

  it('prove a JSON Web Token within base64 as one outside', () => {
    assert.equal(verdict('jwt-base64', fill('{b64jwt}')), 'proven');
    assert.equal(verdict('jwt-base64', base64('no token')), 'refuted');
  });
});
