import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkSops } from '../../../src/stores/sops/check.js';
import { openDataKey } from '../../../src/stores/sops/data-key.js';
import { type DecryptedSops, decryptSops } from '../../../src/stores/sops/decrypt.js';
import { sopsKeyring } from '../../../src/stores/sops/keyring.js';
import { readSops } from '../../../src/stores/sops/read.js';
import { runTool, skipWithout, toolPath } from '../tools.js';

/** Encrypted files that the SOPS project publishes with its source, and the key of its tests that opens them. */
const VECTORS = [
  'example.yaml',
  'example.json',
  'example.ini',
  'example.txt',
  'functional-tests/res/format.enc.yaml',
  'functional-tests/res/format.enc.json',
  'functional-tests/res/format.enc.env',
  'functional-tests/res/format.enc.ini',
  'functional-tests/res/format-2.enc.ini',
  'functional-tests/res/comments.enc.yaml',
  'functional-tests/res/comments_unencrypted_comments.yaml',
  'functional-tests/res/multiple_keys.yaml',
] as const;

const skip = skipWithout('gpg', 'sops', 'sops-source');
const source = toolPath('sops-source');
const folder = mkdtempSync(join(tmpdir(), 'keyhound-vectors-'));
const gnupg = { GNUPGHOME: join(folder, 'gnupg') };
const env = { ...gnupg, XDG_CONFIG_HOME: '/nonexistent' };

after(() => rmSync(folder, { recursive: true, force: true }));

before(() => {
  if (skip) return;
  mkdirSync(gnupg.GNUPGHOME, { mode: 0o700 });
  const key = join(source, 'pgp', 'sops_functional_tests_key.asc');
  runTool('gpg', ['--batch', '--quiet', '--import', key], { env: gnupg });
});

function textOf(vector: string): string {
  return readFileSync(join(source, vector), 'utf8');
}

async function open(vector: string): Promise<DecryptedSops> {
  const document = readSops(basename(vector), textOf(vector));
  const keyring = await sopsKeyring({ PATH: process.env.PATH, ...env });
  return decryptSops(document, await openDataKey(document.metadata ?? {}, keyring));
}

/** What sops makes of the file, read by our reader as a plain one: `path value`. */
function bySops(vector: string): string[] {
  const file = join(folder, basename(vector));
  copyFileSync(join(source, vector), file);
  const plain = runTool('sops', ['decrypt', file], { env });
  if (vector.endsWith('.txt')) return [`data ${plain}`];
  const { leaves } = readSops(basename(vector), plain);
  return leaves.filter(({ kind }) => kind !== 'null').map(({ path, text }) => `${path} ${text}`);
}

for (const vector of VECTORS) {
  test(`${vector} decrypts as sops decrypts it, its MAC is valid, and the keyless check is content`, {
    skip,
  }, async () => {
    const { values, mac } = await open(vector);
    assert.equal(mac, 'valid');
    assert.deepEqual(
      values.map(({ leaf, plain }) => `${leaf.path} ${plain}`),
      bySops(vector),
    );
    assert.deepEqual(checkSops([{ path: basename(vector), text: textOf(vector) }]), []);
  });
}

test('no_mac.yaml is named for what it lacks, by both commands', { skip }, async () => {
  const vector = 'functional-tests/res/no_mac.yaml';
  assert.equal((await open(vector)).mac, 'missing');
  const problems = checkSops([{ path: 'no_mac.yaml', text: textOf(vector) }]);
  assert.deepEqual(
    problems.map(({ ruleId }) => ruleId),
    ['sops-missing-mac'],
  );
});
