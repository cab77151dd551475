import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fill } from '../fill.js';
import { createSandbox } from '../git-sandbox.js';
import { folder, keyhound } from '../keyhound.js';

const KEY = fill('sk_live_{alnum:24}');
const PASSWORD = 'Tr0ub4dor&3';
const FILES = {
  'src/pay.ts': `import x from 'x';\nconst key = "${KEY}";\n`,
  'config/db.yml': `db:\n  password: ${PASSWORD}\n`,
};

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

function written(root: string): string {
  return ['.keyhound.json', '.keyhound/baseline.json']
    .map((name) => join(root, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

/** Imports a file beside secrets; after it there is nothing to report, and no file holds a value. */
function adopts(t: TestContext, name: string, content: string): string {
  const root = folder(t, { ...FILES, [name]: content });
  assert.equal(keyhound(root, ['scan', 'src', 'config']).code, 1);
  const { code, stdout, stderr } = keyhound(root, ['import', name]);
  assert.equal(code, 0, stdout + stderr);
  const scan = keyhound(root, ['scan', 'src', 'config']);
  assert.equal(scan.code, 0, `${stdout}\n${written(root)}\n${scan.stdout}`);
  for (const value of [KEY, PASSWORD]) {
    assert.ok(!written(root).includes(value));
    assert.ok(!stdout.includes(value));
  }
  return stdout;
}

const found = [
  {
    RuleID: 'stripe-access-token',
    File: 'src/pay.ts',
    StartLine: 2,
    EndLine: 2,
    Secret: KEY,
    Match: KEY,
    Commit: '',
  },
  {
    RuleID: 'generic-api-key',
    File: 'config/db.yml',
    StartLine: 2,
    EndLine: 2,
    Secret: PASSWORD,
    Match: PASSWORD,
    Commit: '',
  },
];
const redacted = found.map((one) => ({ ...one, Secret: 'REDACTED', Match: 'REDACTED' }));

test('a gitleaks baseline is carried over by value, and a redacted one by place', (t) => {
  adopts(t, 'leaks.json', JSON.stringify(found));
  adopts(t, 'leaks.json', JSON.stringify(redacted));
});

test('entries of .gitleaksignore become fingerprints; what is no longer there is named and left', (t) => {
  const stdout = adopts(
    t,
    '.gitleaksignore',
    '# comment\nsrc/pay.ts:stripe-access-token:2\nconfig/db.yml:generic-api-key:2\ngone.ts:jwt:1\nsrc/pay.ts:jwt:1\n',
  );
  assert.match(stdout, /baseline\.json got 2 entries/);
  assert.match(stdout, /nothing that keyhound reports \(1\):\n.*src\/pay\.ts:jwt:1/);
  assert.match(stdout, /No longer where it was, so not taken over \(1\):\n.*gone\.ts:jwt:1/);
});

test('an entry with a commit is looked up in that commit', () => {
  const sandbox = createSandbox();
  sandbox.write('old.ts', `\n\nconst key = '${KEY}';\n`);
  const commit = sandbox.commit('first');
  sandbox.write('new.ts', `const moved = '${KEY}';\n`);
  sandbox.git('rm', '-q', 'old.ts');
  sandbox.write(
    '.gitleaksignore',
    `${commit}:old.ts:stripe-access-token:3\n${'0'.repeat(40)}:old.ts:jwt:1\n`,
  );
  sandbox.commit('second');
  const { status, stdout } = sandbox.keyhound('import');
  assert.equal(status, 0);
  assert.match(stdout, /got 1 entry/);
  assert.equal(sandbox.keyhound('scan').status, 0);
  assert.equal(sandbox.keyhound('history').status, 0);
});

test('a detect-secrets baseline is carried over by the SHA-1 of its values', (t) => {
  const result = (path: string, line: number, value: string, more = {}) => ({
    [path]: [
      {
        type: 'Secret Keyword',
        filename: path,
        hashed_secret: hash('sha1', value),
        line_number: line,
        ...more,
      },
    ],
  });
  const baseline = (password: string) => ({
    version: '1.5.0',
    plugins_used: [{ name: 'KeywordDetector' }],
    filters_used: [{ path: 'detect_secrets.filters.regex.should_exclude_file', pattern: ['^vendor/'] }],
    results: {
      ...result('src/pay.ts', 2, KEY, { is_secret: true }),
      ...result('config/db.yml', 2, password, { is_secret: false }),
    },
  });
  const stdout = adopts(t, '.secrets.baseline', JSON.stringify(baseline(PASSWORD)));
  assert.match(stdout, /src\/pay\.ts:2.* audited as a real secret/);
  // drawn wider than keyhound does: the line's whole value
  const root = folder(t, {
    'a.yml': `url: https://user:${PASSWORD}@db.company.io/x\n`,
    '.secrets.baseline': JSON.stringify({
      ...baseline('x'),
      results: result('a.yml', 9, `https://user:${PASSWORD}@db.company.io/x`),
    }),
  });
  assert.equal(keyhound(root, ['scan', 'a.yml']).code, 1);
  assert.equal(keyhound(root, ['import']).code, 0);
  assert.equal(keyhound(root, ['scan', 'a.yml']).code, 0);
});

test('a file that talisman knows by its checksum is carried over while it is the same', (t) => {
  const checksum = (path: keyof typeof FILES) =>
    hash('sha256', hash('sha256', '') + hash('sha256', FILES[path]) + hash('sha256', path));
  const entry = (path: keyof typeof FILES, sum = checksum(path)) =>
    `- filename: ${path}\n  checksum: ${sum}\n`;
  adopts(
    t,
    '.talismanrc',
    `fileignoreconfig:\n${entry('src/pay.ts')}${entry('config/db.yml')}version: "1.0"\n`,
  );
  const root = folder(t, {
    ...FILES,
    '.talismanrc': `fileignoreconfig:\n${entry('src/pay.ts', 'f'.repeat(64))}`,
  });
  assert.match(keyhound(root, ['import']).stdout, /No longer where it was.*\n.*src\/pay\.ts/);
  assert.equal(keyhound(root, ['scan', 'src']).code, 1);
});

test('values that ggshield and trufflehog name are carried over', (t) => {
  const sha = hash('sha256', `${PASSWORD},password`);
  adopts(
    t,
    '.gitguardian.yaml',
    `version: 2\nsecret:\n  ignored_matches:\n    - name: pay\n      match: ${KEY}\n    - match: ${sha}\n`,
  );
  const line = (file: string, value: string) =>
    JSON.stringify({
      SourceMetadata: { Data: { Filesystem: { file, line: 2 } } },
      DetectorName: 'Stripe',
      Raw: value,
    });
  adopts(t, 'hog.json', `${line('src/pay.ts', KEY)}\n${line('config/db.yml', PASSWORD)}\n`);
});

test('kingfisher knows places', (t) => {
  const at = (path: string) =>
    `- filepath: ${path}\n    fingerprint: abc\n    linenum: 2\n    lastupdated: x\n`;
  adopts(t, 'kf.yml', `ExactFindings:\n  matches:\n  ${at('src/pay.ts')}  ${at('config/db.yml')}`);
});

test('an allowed value that looks live goes to the baseline, not into the configuration', (t) => {
  const toml = `[extend]\nuseDefault = true\n[allowlist]\ndescription = "fine"\nregexes = ['''${KEY}''', '''Tr0ub''']\n`;
  const stdout = adopts(t, '.gitleaks.toml', toml);
  assert.match(stdout, /\.keyhound\.json got 1 allowlist/);
  assert.match(stdout, /baseline\.json got 1 entry/);
});

test('what cannot be carried over is named, with exit code 1; the rest is', (t) => {
  const root = folder(t, {
    '.gitleaks.toml': [
      '[[rules]]',
      'id = "p12"',
      "path = '''\\.p12$'''",
      '[[rules]]',
      'id = "Acme Key"',
      "regex = '''acme_([a-z]{20})'''",
      'keywords = ["acme_"]',
      '[[rules]]',
      'id = "bad"',
      "regex = '''\\pL{20}'''",
    ].join('\n'),
  });
  const { code, stdout } = keyhound(root, ['import']);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /Not carried over \(2\):\n.*rule p12: a rule for names of files.*\n.*rule bad: regex: .*\\p/,
  );
  writeFileSync(join(root, 'a.txt'), fill('acme_{lower:20}\n'));
  assert.match(keyhound(root, ['scan', 'a.txt', '--format', 'json']).stdout, /"ruleId": ?"acme-key"/);
});

test('a second import changes nothing, and comments of the configuration stay', (t) => {
  const root = folder(t, {
    ...FILES,
    '.keyhound.jsonc': '{\n  // ours\n  "paths": { "exclude": ["dist"] },\n}\n',
    '.gitallowed': 'dummy\n',
    '.gitleaksignore': 'src/pay.ts:stripe-access-token:2\n',
    '.github/secret_scanning.yml': 'paths-ignore:\n  - "docs/**"\n  - dist\n',
  });
  assert.equal(keyhound(root, ['import']).code, 0);
  const files = ['.keyhound.jsonc', '.keyhound/baseline.json'].map((name) => join(root, name));
  const first = files.map((file) => readFileSync(file, 'utf8'));
  assert.match(first[0]!, /\/\/ ours\n[\s\S]*"docs\/\*\*"/);
  assert.equal(first[0]!.match(/"dist"/g)?.length, 1);
  assert.match(
    keyhound(root, ['import']).stdout,
    /has these settings already\n.*1 entry of the baseline already there/,
  );
  assert.deepEqual(
    files.map((file) => readFileSync(file, 'utf8')),
    first,
  );
});

test('a dry run writes nothing; a configuration that is not written is left with advice', (t) => {
  const root = folder(t, { ...FILES, '.gitallowed': 'dummy\n', '.keyhound.toml': 'disabledRules = []\n' });
  const dry = keyhound(root, ['import', '--dry-run']);
  assert.match(dry.stdout, /would get 1 allowlist[\s\S]*"dummy"/);
  assert.ok(!existsSync(join(root, '.keyhound')));
  assert.match(
    keyhound(root, ['import']).stdout,
    /add "\.\/\.keyhound\/imported\.json" to "extends" in \.keyhound\.toml/,
  );
  assert.equal(readFileSync(join(root, '.keyhound.toml'), 'utf8'), 'disabledRules = []\n');
  writeFileSync(join(root, '.keyhound.toml'), 'extends = "./.keyhound/imported.json"\n');
  const again = keyhound(root, ['import']).stdout;
  assert.match(again, /has these settings already/);
  assert.doesNotMatch(again, /extends/);
});

test('a file that is not there, not known or broken is named in one line, and nothing is written', (t) => {
  const root = folder(t, { 'x.txt': 'hello\n', '.gitleaks.toml': 'a = 1\nb = "\n', '.talismanrc': 'a: [\n' });
  for (const [args, wanted] of [
    [['gone.toml'], /gone\.toml: cannot be read \(ENOENT\)/],
    [['x.txt'], /x\.txt: not a format that is known; say which/],
    [['x.txt', '--from', 'gitleak'], /--from "gitleak": must be one of gitleaks,/],
    [['.gitleaks.toml'], /\.gitleaks\.toml:2: not valid TOML/],
    [['.talismanrc'], /\.talismanrc:\d: not valid YAML/],
  ] as const) {
    const { code, stdout, stderr } = keyhound(root, ['import', ...args]);
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, wanted);
    assert.equal(stderr.trimEnd().split('\n').length, 1);
  }
  assert.equal(keyhound(folder(t), ['import']).code, 2);
  assert.ok(!existsSync(join(root, '.keyhound.json')));
});

test('nothing is read that lies outside of the repository', (t) => {
  const outside = folder(t, { 'base.toml': "[[rules]]\nid = \"x\"\nregex = '''acme_[a-z]{20}'''\n" });
  const root = folder(t, { '.gitleaks.toml': `[extend]\npath = "${outside}/base.toml"\n` });
  mkdirSync(join(root, '.git'));
  const { code, stdout } = keyhound(root, ['import']);
  assert.equal(code, 1);
  assert.match(stdout, /extend\.path .*: no such file in this repository/);
});
