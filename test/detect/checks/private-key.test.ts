import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { clearPrivateKey } from '../../../src/detect/checks/private-key.js';
import { fill } from '../../fill.js';

const begin = (label: string) => `-----BEGIN ${label}-----`;
const end = (label: string) => `-----END ${label}-----`;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

describe('the check of private keys', () => {
  it('proves keys of every kind that OpenSSL writes', () => {
    const pems = [
      rsa.export({ type: 'pkcs1', format: 'pem' }),
      rsa.export({ type: 'pkcs8', format: 'pem' }),
      ec.export({ type: 'sec1', format: 'pem' }),
      ec.export({ type: 'pkcs8', format: 'pem' }),
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ];
    for (const pem of pems) assert.equal(clearPrivateKey(String(pem)), 'proven');
  });

  it('refuses keys behind a passphrase, which open nothing by themselves', () => {
    const protection = { cipher: 'aes-256-cbc', passphrase: 'horse staple' };
    assert.equal(
      clearPrivateKey(String(rsa.export({ type: 'pkcs8', format: 'pem', ...protection }))),
      'refuted',
    );
    assert.equal(
      clearPrivateKey(String(rsa.export({ type: 'pkcs1', format: 'pem', ...protection }))),
      'refuted',
    );
    const label = 'OPENSSH PRIVATE KEY';
    assert.equal(
      clearPrivateKey(`${begin(label)}\n${fill('{openssh:aes256-ctr}')}\n${end(label)}`),
      'refuted',
    );
    assert.equal(clearPrivateKey(`${begin(label)}\n${fill('{openssh:none}')}\n${end(label)}`), 'proven');
  });

  it('reads PGP packets up to the octet that says whether the key is protected', () => {
    const label = 'PGP PRIVATE KEY BLOCK';
    const block = (usage: number) =>
      `${begin(label)}\nVersion: GnuPG v2\n\n${fill(`{pgp:${usage}}`)}\n=AbCd\n${end(label)}`;
    assert.equal(clearPrivateKey(block(0)), 'proven');
    assert.equal(clearPrivateKey(block(254)), 'refuted');
  });

  it('reads keys whatever became of their line breaks', () => {
    const pem = String(rsa.export({ type: 'pkcs8', format: 'pem' }));
    const forms = [
      pem.replaceAll('\n', '\r\n'),
      pem.replaceAll('\n', '\\n'),
      pem.replaceAll('\n', '\\\\n'),
      pem.replaceAll('\n', '\\r\\n'),
      pem.replaceAll('\n', '&#10;'),
      pem.replaceAll('\n', ''),
      pem.replaceAll('\n', '\n    '),
      pem.replaceAll('\n', '\n+'),
      pem.replaceAll('\n', '\\n" +\n      "'),
      pem.replaceAll('\n', '\n# '),
    ];
    for (const form of forms) assert.equal(clearPrivateKey(form), 'proven', form.slice(0, 60));
  });

  it('takes what is left of a key for one, and prose or dots between the labels for none', () => {
    const pem = String(rsa.export({ type: 'pkcs8', format: 'pem' }));
    assert.notEqual(clearPrivateKey(pem.slice(0, 600)), 'refuted');
    assert.equal(
      clearPrivateKey(`${begin('PRIVATE KEY')}\nput your key here\n${end('PRIVATE KEY')}`),
      'refuted',
    );
    assert.equal(clearPrivateKey(`${pem.slice(0, 200)}\n...\n${pem.slice(-200)}`), 'refuted');
    assert.equal(clearPrivateKey('no block at all'), 'refuted');
  });

  it('survives any bytes between the labels', () => {
    for (let length = 0; length < 64; length++) {
      for (const first of [0x30, 0x94, 0x95, 0x97, 0xc5, 0x9d]) {
        const body = Buffer.alloc(length, 0xff);
        if (length > 0) body[0] = first;
        assert.doesNotThrow(() => clearPrivateKey(`${begin('PRIVATE KEY')}${body.toString('base64')}`));
      }
    }
  });
});
