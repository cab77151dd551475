import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createAws } from '../../../src/stores/aws/aws.js';
import { createHttp } from '../../../src/stores/http/http.js';
import { checkSops } from '../../../src/stores/sops/check.js';
import { localKeyring, openDataKey } from '../../../src/stores/sops/data-key.js';
import { type DecryptedSops, decryptSops } from '../../../src/stores/sops/decrypt.js';
import { sopsKeyring } from '../../../src/stores/sops/keyring.js';
import { readSops } from '../../../src/stores/sops/read.js';
import { encryptSops, setSopsValue } from '../../../src/stores/sops/write.js';
import { motoEnv, startMoto } from '../servers.js';
import { inFolder, runTool, skipWithout } from '../tools.js';

const skip = skipWithout('sops');

const PLAIN: Readonly<Record<string, string>> = {
  'app.yaml': `# a comment
db:
    user: app
    password: "p#ss: w0rd 'x'"   # inline
    port: 5432
    ratio: 1.50
    big: 123456789012345678901234.5
    on: true
    off: no
    nothing: null
    empty: ""
    octal: 0o17
    when: 2026-01-02T03:04:05Z
    day: 2026-01-02
list:
    - one
    - two: deux
      three: [4, 5.25, false]
    - ~
block: |
    first line
    second line
folded: >-
    a
    b
anchor: &a shared
alias: *a
note_unencrypted: seen by all
unicode: "žluťoučký 🐕"
`,
  'app.json': `{
  "a": "x \\"quoted\\" \\u00e9", "n": 5, "f": 0.000001, "g": 1e21, "neg": -0.5, "t": true, "z": null, "e": "",
  "list": [1, "two", {"three": [3]}], "deep": {"er": {"est": "v"}}, "plain_unencrypted": "p"
}
`,
  'app.env': '# comment\nDB_PASSWORD=p=a"ss \\n x\nEMPTY=\nQUOTED="kept"\n\nURL=postgres://u:p@h/d\n',
  'app.ini':
    '[db]\n; a comment\npassword = s3cr3t\nport=5432\n\n[other]\nname : value\nquoted = "in quotes"\n',
  'blob.bin': 'line one\nline two \u00e9\n',
};

async function identityOf(): Promise<{ identity: string; recipient: string; env: Record<string, string> }> {
  const identity = await generateX25519Identity();
  return {
    identity,
    recipient: await identityToRecipient(identity),
    env: { SOPS_AGE_KEY: identity, XDG_CONFIG_HOME: '/nonexistent' },
  };
}

async function open(path: string, text: string, env: Record<string, string>): Promise<DecryptedSops> {
  const document = readSops(path, text);
  const key = await openDataKey(document.metadata ?? {}, await localKeyring(env));
  return decryptSops(document, key);
}

function values(file: DecryptedSops): Record<string, string> {
  return Object.fromEntries(file.values.map(({ leaf, plain }) => [leaf.path, plain.toString()]));
}

/** What the plain file says, read by our reader with nothing demanded encrypted. */
function plainValues(name: string, text: string): Record<string, string> {
  if (name === 'blob.bin') return { data: text };
  const { leaves } = readSops(name, text);
  return Object.fromEntries(
    leaves.filter(({ kind }) => kind !== 'null').map(({ path, text }) => [path, text]),
  );
}

test('files of every format that sops wrote decrypt, verify and pass the keyless check', { skip }, () =>
  inFolder(async (folder) => {
    const { recipient, env } = await identityOf();
    for (const [name, text] of Object.entries(PLAIN)) {
      writeFileSync(join(folder, name), text);
      for (const extra of [[], ['--encrypted-regex', '^(password|list|a|data|DB_PASSWORD)$']]) {
        const encrypted = runTool('sops', ['encrypt', '--age', recipient, ...extra, name], {
          cwd: folder,
          env,
        });
        const opened = await open(name, encrypted, env);
        assert.equal(opened.mac, 'valid', `${name} ${extra}`);
        assert.deepEqual(values(opened), plainValues(name, text), `${name} ${extra}`);
        assert.deepEqual(checkSops([{ path: name, text: encrypted }]), [], `${name} ${extra}`);
      }
    }
  }),
);

test('a MAC over encrypted values only, as a creation rule asks for it, is checked as such', { skip }, () =>
  inFolder(async (folder) => {
    const { recipient, env } = await identityOf();
    const config = `creation_rules:\n  - age: ${recipient}\n    mac_only_encrypted: true\n    encrypted_regex: ^(password|list)$\n`;
    writeFileSync(join(folder, '.sops.yaml'), config);
    writeFileSync(join(folder, 'app.yaml'), PLAIN['app.yaml'] ?? '');
    const encrypted = runTool('sops', ['encrypt', 'app.yaml'], { cwd: folder, env });
    assert.equal((await open('app.yaml', encrypted, env)).mac, 'valid');
    assert.equal((await open('app.yaml', encrypted.replace('port: 5432', 'port: 1'), env)).mac, 'valid');
    assert.equal(
      (await open('app.yaml', encrypted.replace('mac_only_encrypted: true', 'x: 1'), env)).mac,
      'invalid',
    );
    assert.deepEqual(
      checkSops([
        { path: '.sops.yaml', text: config },
        { path: 'app.yaml', text: encrypted },
      ]),
      [],
    );
  }),
);

test('sops decrypts to the same text what keyhound encrypted, in every format', { skip }, () =>
  inFolder(async (folder) => {
    const { recipient, env } = await identityOf();
    for (const [name, original] of Object.entries(PLAIN)) {
      const text = original.replace('*a', 'a');
      const format = name === 'blob.bin' ? ({ format: 'binary' } as const) : {};
      const encrypted = await encryptSops(name, text, {
        recipients: [recipient],
        now: new Date(),
        ...format,
      });
      writeFileSync(join(folder, name), encrypted);
      assert.deepEqual(checkSops([{ path: name, text: encrypted }]), [], name);
      const plain = runTool('sops', ['decrypt', name], { cwd: folder, env });
      assert.deepEqual(plainValues(name, plain), plainValues(name, text), name);
    }
  }),
);

const EDITS: readonly [file: string, keys: string[]][] = [
  ['app.yaml', ['db', 'password']],
  ['app.yaml', ['db', 'fresh']],
  ['app.yaml', ['new', 'nested', 'key']],
  ['app.json', ['deep', 'er', 'est']],
  ['app.json', ['new', 'key']],
  ['app.env', ['DB_PASSWORD']],
  ['app.env', ['FRESH']],
  ['app.ini', ['db', 'password']],
  ['app.ini', ['db', 'fresh']],
  ['app.ini', ['newsection', 'key']],
];

test(
  'a value set by keyhound in a file of sops is read by sops, and no other line but MAC and time changes',
  { skip },
  () =>
    inFolder(async (folder) => {
      const { recipient, env } = await identityOf();
      for (const [name, keys] of EDITS) {
        writeFileSync(join(folder, name), PLAIN[name] ?? '');
        const before = runTool('sops', ['encrypt', '--age', recipient, name], { cwd: folder, env });
        const keyring = await localKeyring(env);
        const value = Buffer.from('new: "value" # 1');
        const after = await setSopsValue(name, before, {
          keys,
          value,
          keyring,
          now: new Date('2030-01-01T00:00:00Z'),
        });
        const left = before.split('\n').filter((line) => !after.includes(line));
        assert.ok(left.length <= 3, `${name} ${keys}: ${left.length} lines changed`);
        writeFileSync(join(folder, name), after);
        const plain = plainValues(name, runTool('sops', ['decrypt', name], { cwd: folder, env }));
        assert.equal(plain[keys.join('.')], 'new: "value" # 1', `${name} ${keys}`);
      }
    }),
);

test('a byte changed anywhere in values or metadata is refused exactly when sops refuses it', { skip }, () =>
  inFolder(async (folder) => {
    const { recipient, env } = await identityOf();
    writeFileSync(join(folder, 'm.yaml'), 'a: one\nb_unencrypted: two\nc: [3, four]\n');
    const encrypted = runTool('sops', ['encrypt', '--age', recipient, 'm.yaml'], { cwd: folder, env });
    const ends = encrypted.indexOf('sops:');
    let refused = 0;
    for (let at = 0; at < encrypted.length; at += at < ends ? 9 : 23) {
      const char = encrypted[at] === 'A' ? 'B' : /[A-Za-z0-9]/.test(encrypted[at] ?? '') ? 'A' : undefined;
      if (!char) continue;
      const changed = encrypted.slice(0, at) + char + encrypted.slice(at + 1);
      writeFileSync(join(folder, 'm.yaml'), changed);
      const theirs = accepts(() => runTool('sops', ['decrypt', 'm.yaml'], { cwd: folder, env }));
      const ours = await open('m.yaml', changed, env).then(
        ({ mac }) => mac === 'valid',
        () => false,
      );
      if (!ours) refused++;
      // Stricter is fine, laxer is not: sops takes files whose ciphertext it can still read by chance of syntax.
      assert.ok(
        !ours || theirs,
        `accepted a change at ${at}: ${JSON.stringify(changed.slice(Math.max(0, at - 20), at + 20))}`,
      );
    }
    assert.ok(refused > 10);
  }),
);

test(
  'data keys that AWS KMS, gpg or several groups of keys protect are opened',
  { skip: skip || skipWithout('moto_server', 'gpg') },
  () =>
    inFolder(async (folder) => {
      const { recipient, env } = await identityOf();
      const { address } = await startMoto();
      const aws = motoEnv(address);
      const kms = createAws('kms', {
        http: createHttp({ env: aws }),
        env: aws,
        region: 'eu-central-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      });
      const { KeyMetadata: key } = (await kms.call('CreateKey', {})) as { KeyMetadata: { Arn: string } };
      const gnupg = { GNUPGHOME: join(folder, 'gnupg') };
      mkdirSync(gnupg.GNUPGHOME, { mode: 0o700 });
      runTool(
        'gpg',
        ['--batch', '--quick-generate-key', '--passphrase', '', 'test@example.org', 'rsa2048', 'encr'],
        { env: gnupg },
      );
      const listed = runTool('gpg', ['--batch', '--with-colons', '--list-keys'], { env: gnupg });
      const fingerprint = /^fpr:+([0-9A-F]{40}):/m.exec(listed)?.[1] ?? '';
      writeFileSync(join(folder, 'a.yaml'), 'p: one\n');
      const by = async (keys: readonly string[], mine: Record<string, string>): Promise<string> => {
        const encrypted = runTool('sops', ['encrypt', ...keys, 'a.yaml'], {
          cwd: folder,
          env: { ...aws, ...gnupg, ...env },
        });
        const document = readSops('a.yaml', encrypted);
        const opened = decryptSops(
          document,
          await openDataKey(document.metadata ?? {}, await sopsKeyring({ PATH: process.env.PATH, ...mine })),
        );
        return `${opened.mac} ${values(opened).p}`;
      };
      const none = { XDG_CONFIG_HOME: '/nonexistent' };
      assert.equal(await by(['--kms', key.Arn], { ...none, ...aws }), 'valid one');
      assert.equal(await by(['--pgp', fingerprint], { ...none, ...gnupg }), 'valid one');
      await assert.rejects(by(['--pgp', fingerprint], { ...none, GNUPGHOME: folder }), {
        name: 'UserError',
        message: /no key at hand/,
      });

      const groups = `creation_rules:\n  - shamir_threshold: 2\n    key_groups:\n      - age: [${recipient}]\n      - kms: [{arn: "${key.Arn}"}]\n      - pgp: [${fingerprint}]\n`;
      writeFileSync(join(folder, '.sops.yaml'), groups);
      assert.equal(await by([], { ...env, ...aws }), 'valid one');
      assert.equal(await by([], { ...env, ...gnupg }), 'valid one');
      await assert.rejects(by([], env), { name: 'UserError', message: /groups opened: 1 of 2/ });
    }),
);

function accepts(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
