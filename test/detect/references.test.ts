import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPlaceholder, isTemplate } from '../../src/detect/generic/placeholder.js';
import { isReference } from '../../src/detect/references.js';
import { fill } from '../fill.js';

describe('isReference', () => {
  const references = [
    'vault:secret/data/app#password',
    'ref+vault://secret/app#/password',
    '{{resolve:secretsmanager:app:SecretString:password}}',
    'arn:aws:secretsmanager:eu-central-1:123456789012:secret:app',
    'projects/app/secrets/db/versions/latest',
    'op://vault/item/field',
    `${'$'}{{ secrets.TOKEN }}`,
    `${'$'}{DB_PASSWORD}`,
    'process.env.API_KEY',
    fill('ENC[AES256_GCM,data:{base64:12},iv:{base64:43}=,tag:{base64:22}==,type:str]'),
    fill('vault:v1:{base64:48}'),
    fill('sha512-{base64:86}=='),
    fill('$2b$10${alnum:53}'),
    fill('ssh-ed25519 AAAA{base64:60}'),
  ];
  for (const value of references) {
    it(`knows ${value.slice(0, 32)}… as no secret`, () => assert.equal(isReference(value), true));
  }

  for (const value of [
    'ENC[hunter2]',
    'vault:hunter2',
    'encrypted:hunter2',
    'op:hunter2',
    fill('{alnum:32}'),
  ]) {
    it(`takes ${value.slice(0, 18)} for a value`, () => assert.equal(isReference(value), false));
  }
});

describe('placeholders', () => {
  it('are values that say so themselves', () => {
    for (const value of [
      '<your password>',
      'changeme',
      'your-api-key',
      'xxxxxxxxxxxx',
      '123456789',
      'example',
    ]) {
      assert.equal(isPlaceholder(value), true, value);
    }
  });

  it('are not random values', () => {
    for (let n = 16; n < 80; n += 4) assert.equal(isPlaceholder(fill(`{alnum:${n}}`)), false);
  });

  it('that are templates leave too little when the parts to fill are taken out', () => {
    assert.equal(isTemplate('prefix-{token}'), true);
    assert.equal(isTemplate('%s:%s'), true);
    assert.equal(isTemplate(fill('{alnum:32}')), false);
  });
});
