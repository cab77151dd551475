import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { STORE_RULES } from '../../../src/cli/store-rules.js';
import { KNOWN_RULES } from '../../../src/stores/known/scan.js';
import { SOPS_RULES } from '../../../src/stores/sops/problem.js';
import { encryptSops } from '../../../src/stores/sops/write.js';
import { createSandbox, openSandbox, type Sandbox } from '../../git-sandbox.js';

const PLAIN = 'db:\n  login: swordfish-9x\n  name: app\n';
let identity: string;
let recipient: string;
let encrypted: string;
/** As somebody edits it by hand: one value in plain text. */
let half: string;

before(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  encrypted = await encryptSops('a.yaml', PLAIN, { recipients: [recipient], now: new Date() });
  half = encrypted.replace(/login: .*/, 'login: swordfish-9x');
});

function found(repo: Sandbox, ...args: string[]): { code: number | null; findings: string[]; report: any } {
  const { status, stdout, stderr } = repo.keyhound(...args, '--format', 'json');
  assert.ok(stdout.startsWith('{'), stderr);
  const report = JSON.parse(stdout);
  const findings = report.findings.map((f: any) => `${f.ruleId} ${f.path}:${f.startLine}`);
  return { code: status, findings, report };
}

function repository(files: Record<string, string>): Sandbox {
  const repo = createSandbox();
  for (const [name, text] of Object.entries(files)) repo.write(name, text);
  return repo;
}

const config = (): string => `creation_rules:\n  - path_regex: ^secret/\n    age: ${recipient}\n`;

test('a hook stops a value in plain text in an encrypted file, and a file that should be encrypted', () => {
  const repo = repository({ '.sops.yaml': config(), 'secret/a.yaml': encrypted, 'other.yaml': PLAIN });
  repo.commit('good');
  assert.deepEqual(found(repo, 'staged').findings, []);
  repo.write('secret/a.yaml', half);
  repo.write('secret/b.yaml', PLAIN);
  repo.git('add', '.');
  const { code, findings, report } = found(repo, 'staged');
  assert.equal(code, 1);
  assert.deepEqual(findings, [
    'sops-plaintext-value secret/a.yaml:2',
    'sops-unencrypted-file secret/b.yaml:2',
  ]);
  assert.ok(!JSON.stringify(report).includes('swordfish'));
});

test('a value that was plain text before is not what a change to another line is blamed for', () => {
  const repo = repository({ 'a.yaml': half });
  repo.commit('old');
  repo.write('a.yaml', `# a comment\n${half}`);
  repo.git('add', '.');
  assert.deepEqual(found(repo, 'staged').findings, []);
  repo.commit('comment');
  assert.deepEqual(found(repo, 'diff', 'HEAD~1..HEAD').findings, []);
  assert.deepEqual(found(repo, 'scan').findings, ['sops-plaintext-value a.yaml:3']);
});

test('a decrypted copy counts when it is scanned, and not when git ignores it', () => {
  const repo = repository({ 'a.enc.yaml': encrypted, 'a.yaml': PLAIN, '.gitignore': 'a.yaml\n' });
  repo.git('add', '.');
  assert.deepEqual(found(repo, 'scan').findings, []);
  assert.deepEqual(found(repo, 'staged').findings, []);
  repo.git('add', '-f', 'a.yaml');
  assert.deepEqual(found(repo, 'staged').findings, ['sops-decrypted-twin a.yaml:2']);
  assert.deepEqual(found(repo, 'scan').findings, ['sops-decrypted-twin a.yaml:2']);
});

test('a scan of a folder or a file holds it against the configs above, and names paths as it was asked', () => {
  const repo = repository({
    '.sops.yaml': 'creation_rules:\n  - path_regex: ^sub/.*\\.yaml$\n    pgp: ABCD\n',
    'sub/deep/a.yaml': PLAIN,
    'sub/.keyhound.json': '{}',
    'key.txt': `${identity}\n`,
    'other.yaml': PLAIN,
  });
  repo.git('add', '.');
  const wanted = (path: string) => [`sops-unencrypted-file ${path}:2`];
  assert.deepEqual(found(repo, 'scan', 'sub').findings, wanted('deep/a.yaml'));
  assert.deepEqual(found(repo, 'scan', 'sub/deep/a.yaml').findings, wanted('sub/deep/a.yaml'));
  const inside = openSandbox(join(repo.path, 'sub'), repo.env);
  assert.deepEqual(found(inside, 'scan').findings, wanted('deep/a.yaml'));
  assert.deepEqual(found(inside, 'sops', 'check').findings, wanted('deep/a.yaml'));
  assert.deepEqual(found(inside, 'sops', 'check', 'deep').findings, wanted('deep/a.yaml'));
});

test('a config above that cannot be read makes the scan of a folder incomplete', () => {
  const repo = repository({ '.sops.yaml': 'creation_rules: [{path_regex: "("}]\n', 'sub/a.yaml': PLAIN });
  repo.git('add', '.');
  const { code, report } = found(repo, 'scan', 'sub');
  assert.equal(code, 3);
  assert.match(report.skipped[0].path, /^\.\.\/\.sops\.yaml$/);
});

test('in a folder the files that an identity opens are named from there', () => {
  const repo = repository({ 'sub/a.enc.yaml': encrypted, 'sub/key.txt': `${identity}\n` });
  repo.git('add', '.');
  const { report } = found(repo, 'sops', 'check', 'sub');
  assert.match(report.findings[0].snippet, /: sub\/a\.enc\.yaml$/);
  assert.match(found(repo, 'scan', 'sub').report.findings[0].label, /: a\.enc\.yaml$/);
});

test('history tells each problem once, what was plain text before, and which files an identity opens', () => {
  const repo = repository({ 'a.yaml': PLAIN, 'key.txt': `${identity}\n` });
  repo.commit('plain');
  repo.write('a.yaml', encrypted);
  repo.git('rm', '-q', 'key.txt');
  repo.commit('encrypted');
  for (const text of [half, `# 1\n${half}`, `# 2\n${half}`]) {
    repo.write('a.yaml', text);
    repo.commit('half');
  }
  const { code, findings, report } = found(repo, 'history');
  assert.equal(code, 1);
  assert.deepEqual(findings, [
    'sops-plaintext-ancestor a.yaml:2',
    'sops-plaintext-value a.yaml:3',
    'age-identity key.txt:1',
  ]);
  const [ancestor, half3, key] = report.findings;
  assert.deepEqual([ancestor.inHead, half3.inHead, half3.occurrences, key.inHead], [false, true, 3, false]);
  assert.match(ancestor.snippet, /^2 of the values/);
  assert.match(key.label, /opens 1 of the files looked at: a\.yaml$/);
  const check = found(repo, 'sops', 'check', '--history');
  assert.deepEqual(check.findings, [
    'sops-plaintext-ancestor a.yaml:2',
    'sops-plaintext-value a.yaml:3',
    'age-identity-committed key.txt:1',
  ]);
});

test('packed and loose histories give the same', () => {
  const repo = repository({ 'a.yaml': PLAIN });
  repo.commit('plain');
  repo.write('a.yaml', half);
  repo.commit('half');
  const loose = found(repo, 'history').report.findings;
  assert.equal(loose.length, 2);
  repo.git('repack', '-adq');
  assert.deepEqual(found(repo, 'history').report.findings, loose);
});

test('what SOPS files are blamed for can be silenced by comment, allowlist, baseline, settings and --rule', () => {
  const repo = repository({ 'a.yaml': half });
  repo.git('add', '.');
  assert.deepEqual(found(repo, 'staged', '--rule', 'age-identity').findings, []);
  assert.equal(found(repo, 'staged', '--rule', 'sops-plaintext-value').code, 1);
  const settings = (content: object) => {
    repo.write('.keyhound.json', JSON.stringify(content));
    repo.git('add', '.');
  };
  settings({ disabledRules: ['sops-plaintext-value'] });
  assert.equal(found(repo, 'staged').code, 0);
  settings({ allow: [{ paths: ['a.yaml'], reason: 'a fixture' }] });
  assert.equal(found(repo, 'staged').code, 0);
  settings({ severities: { 'sops-plaintext-value': 'low' } });
  assert.equal(found(repo, 'staged').report.findings[0].severity, 'low');
  assert.equal(repo.keyhound('baseline', 'create', '--reason', 'known').status, 0);
  repo.git('add', '.');
  assert.equal(found(repo, 'staged').code, 0);
  const marked = repository({
    'a.yaml': half.replace('swordfish-9x', 'swordfish-9x # keyhound:ignore sops-plaintext-value -- ok'),
  });
  marked.git('add', '.');
  assert.equal(found(marked, 'staged').code, 0);
});

test('an encrypted file that cannot be parsed is named, and does not stop a commit: its text was scanned', () => {
  const repo = repository({ 'a.yaml': `${encrypted}\n{{ template }}: [\n` });
  repo.git('add', '.');
  const { code, report } = found(repo, 'staged');
  assert.equal(code, 0);
  assert.match(report.skipped[0].reason, /SOPS values in it were not checked/);
  assert.equal(found(repo, 'sops', 'check', '--staged').code, 3);
});

test('every rule of the stores has a name that settings accept', () => {
  assert.deepEqual(STORE_RULES, [...Object.keys(SOPS_RULES), ...KNOWN_RULES.map(({ id }) => id)].sort());
});
