import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fill } from '../fill.js';
import { createSandbox } from '../git-sandbox.js';
import { folder, keyhound } from '../keyhound.js';

const KEY = fill('sk_live_{alnum:24}');
const OTHER = fill('sk_live_{alnum:30}');

interface Told {
  readonly findings: readonly {
    readonly path: string;
    readonly suppression?: { readonly by: string; readonly source?: string };
  }[];
  readonly suppressed: number;
  readonly idleIgnores?: readonly { readonly source: string; readonly what: string }[];
}

function told(root: string, ...args: string[]): Told & { readonly code: number | null } {
  const { code, stdout, stderr } = keyhound(root, [...args, '--format', 'json', '--include-suppressed']);
  assert.notEqual(stdout, '', stderr);
  return { ...JSON.parse(stdout), code };
}

function settings(value: object): Record<string, string> {
  return { '.keyhound.json': JSON.stringify(value) };
}

test('a suppressed finding stays in the report, with what suppressed it', (t) => {
  const root = folder(t, {
    'a.ts': `const k = "${KEY}";\n`,
    'b.ts': `// keyhound:ignore -- made up\nconst k = "${OTHER}";\n`,
    ...settings({ allow: [{ paths: ['a.ts'], reason: 'sample' }] }),
  });
  const { code, findings, suppressed } = told(root, 'scan');
  assert.equal(code, 0);
  assert.equal(suppressed, 2);
  assert.deepEqual(
    findings.map(({ suppression }) => suppression),
    [
      { by: 'allowlist', reason: 'sample', source: '.keyhound.json: allow[0]' },
      { by: 'inline', reason: 'made up', source: 'b.ts:1' },
    ],
  );
});

test('paths that are left out are left out by every command', (t) => {
  const repo = createSandbox();
  repo.write('fixtures/a.txt', `${KEY}\n`);
  repo.write('.keyhound.toml', '[paths]\nexclude = ["fixtures"]\n');
  repo.commit('one');
  repo.write('fixtures/b.txt', `${OTHER}\n`);
  repo.git('add', '-A');
  for (const command of [['scan'], ['staged'], ['history'], ['diff', 'HEAD..HEAD']]) {
    const ended = repo.keyhound(...command);
    assert.equal(ended.status, 0, `${command}: ${ended.stdout}${ended.stderr}`);
  }
  void t;
});

test('confidence by path decides what counts', (t) => {
  const root = folder(t, {
    'docs/a.md': 'password = "Zq8!kd92mXlP"\n',
    'src/a.ts': `const k = "${KEY}";\n`,
    ...settings({ confidence: [{ paths: ['docs/**'], min: 'certain' }] }),
  });
  const { findings } = told(root, 'scan');
  const counting = findings.filter(({ suppression }) => !suppression).map(({ path }) => path);
  assert.deepEqual(counting, ['src/a.ts']);
});

test('the settings of a repository hold in its folders too, with paths as they are written', (t) => {
  const root = folder(t, {
    'src/a.ts': `const k = "${KEY}";\n`,
    'src/b.ts': `const k = "${fill('acme_{digits:30}')}";\n`,
    '.git/HEAD': '',
    ...settings({
      allow: [{ paths: ['src/a.ts'] }],
      rules: [{ id: 'acme-key', pattern: 'acme_[0-9]{30}', paths: ['src/*.ts'] }],
    }),
  });
  for (const [cwd, args] of [
    [root, ['scan', 'src']],
    [join(root, 'src'), ['scan']],
  ] as const) {
    const { findings } = told(cwd, ...args);
    assert.deepEqual(
      findings.map(({ path, suppression }) => [path, suppression?.by]),
      [
        ['a.ts', 'allowlist'],
        ['b.ts', undefined],
      ],
    );
  }
});

test('entries that hide nothing are told of after a scan of everything, and of no less', (t) => {
  const root = folder(t, {
    'a.ts': `const k = "${KEY}";\n`,
    'lib/b.ts': '',
    ...settings({
      allow: [
        { paths: ['a.ts'] },
        { paths: ['gone.ts'] },
        { paths: ['old.ts'], expires: '2020-01-01' },
        { commits: ['a'.repeat(40)] },
      ],
    }),
  });
  assert.deepEqual(told(root, 'scan').idleIgnores, [
    { source: '.keyhound.json: allow[1]', what: 'hides nothing' },
    { source: '.keyhound.json: allow[2]', what: 'expired 2020-01-01' },
  ]);
  assert.match(
    keyhound(root, ['scan']).stdout,
    /2 ignores without effect\n {2}\.keyhound\.json: allow\[1\] {2}hides nothing/,
  );
  assert.equal(told(root, 'scan', 'a.ts').idleIgnores?.length, 1, 'only the expired one');
});

test('--report-unused finds comments and baseline entries that hide nothing, and fails', (t) => {
  const root = folder(t, {
    'a.ts': `const k = "${KEY}"; // keyhound:ignore\n`,
    'b.ts': 'let x = 1;\n// keyhound:ignore -- gone\nlet y = 2;\n',
    'c.ts': `const k = "${OTHER}";\n`,
  });
  assert.equal(keyhound(root, ['baseline', 'create']).code, 0);
  writeFileSync(join(root, 'c.ts'), '');
  assert.equal(keyhound(root, ['scan']).code, 0);
  const { code, idleIgnores } = told(root, 'scan', '--report-unused');
  assert.equal(code, 1);
  assert.deepEqual(idleIgnores, [
    { source: '.keyhound/baseline.json: c.ts: stripe-live-secret-key', what: 'hides nothing' },
    { source: 'b.ts:2', what: 'hides nothing' },
  ]);
  writeFileSync(join(root, 'b.ts'), '');
  assert.equal(keyhound(root, ['baseline', 'prune']).code, 0);
  assert.equal(told(root, 'scan', '--report-unused').code, 0);
});

test('a comment past its day says so where the finding is', (t) => {
  const root = folder(t, { 'a.ts': `const k = "${KEY}"; // keyhound:ignore until 2020-01-01\n` });
  const { code, idleIgnores } = told(root, 'scan');
  assert.equal(code, 1);
  assert.deepEqual(idleIgnores, [{ source: 'a.ts:1', what: 'expired 2020-01-01' }]);
});

test("other tools' comments count where the settings say so", (t) => {
  const files = { 'a.ts': `const k = "${KEY}"; // gitleaks:allow\n` };
  assert.equal(keyhound(folder(t, files), ['scan']).code, 1);
  assert.equal(keyhound(folder(t, { ...files, ...settings({ honour: ['gitleaks'] }) }), ['scan']).code, 0);
});

test('a commit that is allowed is allowed with what it brought in, in later versions of the file too', () => {
  const repo = createSandbox();
  repo.write('a.txt', `${KEY}\n`);
  const first = repo.commit('one');
  repo.write('a.txt', `more\n${KEY}\n`);
  repo.commit('two');
  repo.write('.keyhound.json', JSON.stringify({ allow: [{ commits: [first.toUpperCase()] }] }));
  repo.commit('settings');
  assert.equal(repo.keyhound('history').status, 0);
  assert.equal(repo.keyhound('diff', `${first}..HEAD`).status, 0);
  repo.write('b.txt', `${KEY}\n${OTHER}\n`);
  repo.commit('three');
  const { stdout, status } = repo.keyhound('history', '--format', 'json');
  assert.equal(status, 1);
  assert.deepEqual(
    JSON.parse(stdout).findings.map(({ path, startLine }: { path: string; startLine: number }) => [
      path,
      startLine,
    ]),
    [
      ['b.txt', 1],
      ['b.txt', 2],
    ],
  );
});

test('limits of the settings hold', (t) => {
  const encoded = Buffer.from(`key=${KEY}`).toString('base64');
  const files = { 'a.txt': `sent: ${encoded} and more\n`, 'big.txt': `${'x'.repeat(3000)}\n` };
  assert.equal(told(folder(t, files), 'scan').code, 1);
  assert.equal(told(folder(t, { ...files, ...settings({ limits: { decodeDepth: 0 } }) }), 'scan').code, 0);
  const limited = folder(t, { ...files, ...settings({ limits: { decodeDepth: 0, maxFileSize: '2K' } }) });
  assert.equal(told(limited, 'scan').code, 3, 'a file that is too large makes a scan incomplete');
});

test('in a pull request settings that other files hold come from the base too', () => {
  const repo = createSandbox();
  repo.write('shared/base.json', JSON.stringify({ allow: [{ paths: ['ok.txt'] }] }));
  repo.write('.keyhound.json', JSON.stringify({ extends: './shared/base.json' }));
  const base = repo.commit('base');
  repo.write('shared/base.json', JSON.stringify({ paths: { exclude: ['**'] } }));
  repo.write('ok.txt', `${KEY}\n`);
  repo.commit('allowed by the base');
  const diff = () => repo.keyhound('diff', `${base}..HEAD`, '--config-from', 'base');
  assert.equal(diff().status, 0, diff().stderr);
  repo.write('bad.txt', `${OTHER}\n`);
  repo.commit('left out by the request');
  assert.equal(diff().status, 1);
  repo.write('.keyhound.json', JSON.stringify({ extends: 'some-package' }));
  const packaged = repo.commit('a package');
  mkdirSync(join(repo.path, 'node_modules/some-package'), { recursive: true });
  writeFileSync(join(repo.path, 'node_modules/some-package/.keyhound.json'), '{}');
  const refused = repo.keyhound('diff', `${packaged}..HEAD`, '--config-from', 'base');
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /decides what is installed/);
});

test('a rule of the user that does not end is stopped; the scan is incomplete, and the rest is found (item 64)', (t: TestContext) => {
  const root = folder(t, {
    'a.txt': `aaa${'a'.repeat(60)}!\n`,
    'b.txt': `${KEY}\n`,
    ...settings({ rules: [{ id: 'slow-rule', pattern: '(a+)+$x', keywords: ['aaa'] }] }),
  });
  const { stdout, code } = keyhound(root, ['scan', '--format', 'json']);
  assert.equal(code, 1);
  const { skipped, findings } = JSON.parse(stdout);
  assert.match(skipped[0].reason, /slow-rule takes too long/);
  assert.equal(findings.length, 1);
  assert.equal(keyhound(root, ['scan', 'a.txt']).code, 3);
  assert.equal(keyhound(root, ['history']).code, 2);
});

test('a rule without keywords runs on everything, in history too', () => {
  const repo = createSandbox();
  repo.write('a.txt', 'x 12-34-56-78\n');
  repo.write(
    '.keyhound.json',
    JSON.stringify({ rules: [{ id: 'digits', pattern: '(?<!\\d)(\\d\\d-){3}\\d\\d' }] }),
  );
  repo.commit('one');
  repo.write('a.txt', 'nothing\n');
  repo.commit('two');
  assert.equal(repo.keyhound('scan').status, 0);
  const { stdout, status } = repo.keyhound('history', '--format', 'json');
  assert.equal(status, 1, stdout);
  assert.equal(JSON.parse(stdout).findings[0].ruleId, 'digits');
});
