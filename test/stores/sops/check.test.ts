import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { checkSops, createSopsFilter, type SopsFile } from '../../../src/stores/sops/check.js';
import { encryptSops } from '../../../src/stores/sops/write.js';
import type { Skip } from '../../../src/types.js';

const now = new Date('2026-01-01T00:00:00Z');

async function recipient(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

function rulesOf(files: readonly SopsFile[]): string[] {
  return checkSops(files).map(({ ruleId, path, key }) => [ruleId, path, ...(key ? [key] : [])].join(' '));
}

const SOURCES: Readonly<Record<string, string>> = {
  'a.yaml':
    'db:\n  password: one\n  users:\n    - name: two\nshown_unencrypted: three\nempty: ""\nnone: null\n',
  'a.json':
    '{"db": {"password": "one", "port": 5432}, "shown_unencrypted": "three", "empty": "", "none": null}\n',
  '.env': 'PASSWORD=one\nEMPTY=\n',
  'a.ini': '[db]\npassword = one\n',
};

test('an encrypted file of any format has no problem', async () => {
  const key = await recipient();
  for (const [path, text] of Object.entries(SOURCES)) {
    const encrypted = await encryptSops(path, text, { recipients: [key.recipient], now });
    assert.deepEqual(rulesOf([{ path, text: encrypted }]), [], path);
  }
});

test('a value written in plain text into an encrypted file is named with its key and place', async () => {
  const key = await recipient();
  const text = await encryptSops('a.yaml', SOURCES['a.yaml'] ?? '', { recipients: [key.recipient], now });
  const edited = text.replace(/password: "ENC[^"]*"/, 'password: hunter2').replace('db:', 'db:\n  added: 7');
  const problems = checkSops([{ path: 'a.yaml', text: edited }]);
  assert.deepEqual(
    problems.map(({ ruleId, key, startLine, startColumn, endColumn }) => [
      ruleId,
      key,
      startLine,
      startColumn,
      endColumn,
    ]),
    [
      ['sops-plaintext-value', 'db.added', 2, 10, 11],
      ['sops-plaintext-value', 'db.password', 3, 13, 20],
    ],
  );
  assert.ok(!JSON.stringify(problems).includes('hunter2'));
});

test('what only looks like a ciphertext is plain text', async () => {
  const key = await recipient();
  const text = await encryptSops('a.yaml', 'p: one\n', { recipients: [key.recipient], now });
  const tag = /tag:([^,]*)/.exec(text)?.[1] ?? '';
  for (const fake of [
    'ENC[hunter2]',
    'ENC[AES256_GCM,data:hunter2,iv:aaaa,tag:bbbb,type:str]',
    text.match(/ENC\[[^\]]*\]/)?.[0].replace(tag, 'short') ?? '',
  ]) {
    assert.deepEqual(
      rulesOf([{ path: 'a.yaml', text: text.replace(/ENC\[[^\]]*\]/, fake) }]),
      ['sops-plaintext-value a.yaml p'],
      fake,
    );
  }
});

test('a lost MAC, lost metadata, lost keys and two selectors are each named', async () => {
  const key = await recipient();
  const text = await encryptSops('a.yaml', 'p: one\n', { recipients: [key.recipient], now });
  const check = (edited: string): string[] => rulesOf([{ path: 'a.yaml', text: edited }]);
  assert.deepEqual(check(text.replace(/ {4}mac: .*\n/, '')), ['sops-missing-mac a.yaml']);
  assert.deepEqual(check(text.slice(0, text.indexOf('sops:'))), ['sops-missing-metadata a.yaml p']);
  assert.deepEqual(
    check(text.replace('recipient:', 'x:').replace(/ {4}age:[\s\S]*?(?= {4}lastmodified)/, '')),
    ['sops-invalid-metadata a.yaml'],
  );
  assert.deepEqual(check(`${text}    encrypted_suffix: _x\n`), ['sops-invalid-metadata a.yaml']);
  assert.deepEqual(check(text.replace(/unencrypted_suffix: .*/, 'encrypted_regex: "("')), [
    'sops-invalid-metadata a.yaml',
  ]);
});

test('the first creation rule that matches decides which files must be encrypted', async () => {
  const { recipient: age } = await recipient();
  const config = `creation_rules:\n  - path_regex: ^public/\n    encrypted_regex: ^never$\n  - path_regex: (?i)secrets/[^/]+\\.yaml$\n    age: ${age}\n`;
  const files = (path: string): SopsFile[] => [
    { path: 'deploy/.sops.yaml', text: config },
    { path, text: 'password: hunter2\n' },
  ];
  assert.deepEqual(rulesOf(files('deploy/a/Secrets/x.yaml')), [
    'sops-unencrypted-file deploy/a/Secrets/x.yaml password',
  ]);
  assert.deepEqual(rulesOf(files('deploy/public/secrets/x.yaml')), []);
  assert.deepEqual(rulesOf(files('other/secrets/x.yaml')), []);
  assert.deepEqual(rulesOf(files('deploy/secrets/x.example.yaml')), []);
});

test('a rule for every file speaks only of Kubernetes secrets and of names that promise secrets', () => {
  const config = {
    path: '.sops.yaml',
    text: 'creation_rules:\n  - path_regex: .*.yaml\n    encrypted_regex: ^(data|stringData)$\n    pgp: ABCD\n',
  };
  const secret = 'kind: Secret\nmetadata:\n  name: x\nstringData:\n  password: hunter2\n';
  assert.deepEqual(rulesOf([config, { path: 'a.yaml', text: secret }]), [
    'sops-unencrypted-file a.yaml stringData.password',
  ]);
  assert.deepEqual(rulesOf([config, { path: 'a.yaml', text: secret.replace('Secret', 'ConfigMap') }]), []);
  assert.deepEqual(
    rulesOf([config, { path: 'a.yaml', text: secret.replace('hunter2', '"{{ .Values.password }}"') }]),
    [],
  );
});

test('a decrypted copy beside an encrypted file is found, a sample is not', async () => {
  const key = await recipient();
  const plain = 'user: app\npassword: hunter2\n';
  const twin = {
    path: 'x/secrets.enc.yaml',
    text: await encryptSops('a.yaml', plain, { recipients: [key.recipient], now }),
  };
  assert.deepEqual(rulesOf([twin, { path: 'x/secrets.dec.yaml', text: plain }]), [
    'sops-decrypted-twin x/secrets.dec.yaml user',
  ]);
  assert.deepEqual(rulesOf([twin, { path: 'x/secrets.yaml', text: plain }]), [
    'sops-decrypted-twin x/secrets.yaml user',
  ]);
  assert.deepEqual(rulesOf([twin, { path: 'x/secrets.example.yaml', text: plain }]), []);
  assert.deepEqual(rulesOf([twin, { path: 'x/secrets.yaml', text: 'user: ""\npassword: ""\n' }]), []);
  assert.deepEqual(rulesOf([twin, { path: 'y/secrets.yaml', text: plain }]), []);
});

test('recipients that differ from the creation rule are named', async () => {
  const [old, current] = [await recipient(), await recipient()];
  const file = {
    path: 's/a.yaml',
    text: await encryptSops('a.yaml', 'p: one\n', { recipients: [old.recipient], now }),
  };
  const config = (list: string): SopsFile => ({
    path: '.sops.yaml',
    text: `creation_rules:\n  - path_regex: ^s/.*$\n    age: "${list}"\n`,
  });
  assert.deepEqual(checkSops([config(old.recipient), file]), []);
  const [problem] = checkSops([config(`${current.recipient},`), file]);
  assert.equal(problem?.ruleId, 'sops-recipients-differ');
  assert.ok(problem?.message.includes(current.recipient) && problem.message.includes(old.recipient));
});

test('a committed age identity names the files it opens and nothing of itself', async () => {
  const [mine, other] = [await recipient(), await recipient()];
  const files = await Promise.all(
    [mine, other, mine].map(async ({ recipient }, i) => ({
      path: `${i}.yaml`,
      text: await encryptSops('a.yaml', 'p: one\n', { recipients: [recipient], now }),
    })),
  );
  const [problem, second] = checkSops([...files, { path: 'keys.txt', text: `# key\n${mine.identity}\n` }]);
  assert.deepEqual(
    [problem?.ruleId, problem?.startLine, problem?.files],
    ['age-identity-committed', 2, ['0.yaml', '2.yaml']],
  );
  assert.equal(second, undefined);
  assert.ok(!JSON.stringify(problem).includes(mine.identity.slice(15, 30)));
  const typo = mine.identity.slice(0, -1) + (mine.identity.endsWith('Q') ? 'P' : 'Q');
  assert.deepEqual(checkSops([{ path: 'keys.txt', text: typo }]), []);
});

test('.sops.yml is a name that sops does not read', () => {
  assert.deepEqual(rulesOf([{ path: 'a/.sops.yml', text: 'creation_rules: []\n' }]), [
    'sops-misnamed-config a/.sops.yml',
  ]);
});

test('a broken config and an encrypted file that cannot be read are skips, not silence', () => {
  const skips: Skip[] = [];
  const text = 'a: "ENC[AES256_GCM,data\n b: [\n';
  checkSops(
    [
      { path: '.sops.yaml', text: 'creation_rules: [{path_regex: "("}]' },
      { path: 'a.yaml', text },
    ],
    (skip) => skips.push(skip),
  );
  assert.deepEqual(
    skips.map(({ path, incomplete }) => [path, incomplete]),
    [
      ['.sops.yaml', true],
      ['a.yaml', true],
    ],
  );
});

test('hostile files neither hang nor crash the check', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
    .split('')
    .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`)
    .join('\n')}\nsops: {mac: x}\n`;
  const deep = `{"sops": ${'['.repeat(200_000)}`;
  for (const [path, text] of [
    ['a.yaml', bomb],
    ['a.json', deep],
    ['b.yaml', '['.repeat(50_000)],
    ['.env', 'sops_mac'],
    ['c.ini', '[x\nENC[AES256_GCM,'],
  ] as const) {
    checkSops([{ path, text }]);
  }
  const config = { path: '.sops.yaml', text: 'creation_rules:\n  - path_regex: (a+)+$\n' };
  assert.deepEqual(checkSops([config, { path: `${'a'.repeat(5000)}b`, text: 'x' }]), []);
});

test('the filter lets everything through that the check needs, and no ordinary file', async () => {
  const key = await recipient();
  const wanted = createSopsFilter([
    { path: '.sops.yaml', text: 'creation_rules:\n  - path_regex: ^vault/\n' },
  ]);
  for (const [path, text] of Object.entries(SOURCES)) {
    assert.ok(
      createSopsFilter([])(`x/${path}`, await encryptSops(path, text, { recipients: [key.recipient], now })),
      path,
    );
  }
  assert.ok(createSopsFilter([])('k.txt', key.identity));
  assert.ok(wanted('vault/anything', 'x'));
  assert.ok(!wanted('src/main.ts', 'const sops = 1;'));
});

test('an X25519 identity gives the recipient that age gives', async () => {
  const { identity, recipient: expected } = await recipient();
  const found = checkSops([{ path: 'k', text: identity }])[0]?.message ?? '';
  assert.ok(found.includes(expected));
});
