import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const SECRET = fill('sk_live_{alnum:24}');
const LEAK = `token = "${SECRET}"\n`;

test('a clean directory is exit code 0, a leak exit code 1, an empty directory says so', (t) => {
  assert.equal(keyhound(folder(t, { 'a.txt': 'nothing here\n' }), ['scan']).code, 0);
  const leaked = keyhound(folder(t, { 'a.txt': LEAK }), ['scan']);
  assert.equal(leaked.code, 1);
  assert.match(leaked.stdout, /Stripe/);
  assert.ok(!leaked.stdout.includes(SECRET));
  assert.equal(keyhound(folder(t), ['scan']).code, 0);
});

test('dot files and files without a suffix are scanned', (t) => {
  for (const name of ['.env', '.npmrc', 'Makefile', 'deep/.hidden/x']) {
    assert.equal(keyhound(folder(t, { [name]: LEAK }), ['scan']).code, 1, name);
  }
});

test('json holds one object with the contract’s keys, and paths relative to the scanned directory', (t) => {
  const root = folder(t, { 'sub/a.txt': `x\n  ${LEAK}` });
  const { stdout } = keyhound('/', ['scan', root, '--format', 'json']);
  const report = JSON.parse(stdout);
  assert.equal(report.schema, 'keyhound/1');
  assert.equal(report.outcome, 'findings');
  assert.deepEqual(Object.keys(report.scanned), ['units', 'bytes', 'commits']);
  const [finding] = report.findings;
  assert.deepEqual([finding.path, finding.startLine, finding.startColumn], ['sub/a.txt', 2, 12]);
  assert.equal(finding.endColumn, 12 + SECRET.length);
});

test('the same input gives the same bytes', (t) => {
  const root = folder(t, { 'b.txt': LEAK, 'a.txt': LEAK + LEAK, 'c/d.txt': LEAK });
  const run = () => keyhound(root, ['scan', '--format', 'json']).stdout;
  assert.equal(run(), run());
});

test('usage errors are one line on standard error and exit code 2', (t) => {
  const root = folder(t, { 'typo.json': '{"exclud": []}', 'bad.json': '{', 'b.json': '{"schema": 1}' });
  const cases: [string[], RegExp][] = [
    [['scan', 'missing'], /missing: no such file/],
    [['scan', '--frmat', 'json'], /--frmat; did you mean --format\?/],
    [['scan', '--format', 'yaml'], /--format "yaml"/],
    [['scan', '--config', 'bad.json'], /bad\.json/],
    [['scan', '--config', 'none.json'], /none\.json/],
    [['scan', '--config', 'typo.json'], /typo\.json.*exclud/],
    [['scan', '--min-confidence', 'sure'], /certain, probable, possible/],
    [['scan', '--max-file-size', 'big'], /--max-file-size big/],
    [['scan', '--baseline', 'b.json'], /b\.json.*schema/],
    [['scn'], /did you mean scan\?/],
    [['--constructor'], /unknown command/],
    [['scan', '--__proto__.x', '1'], /unknown flag/],
  ];
  for (const [args, message] of cases) {
    const { code, stderr, stdout } = keyhound(root, args);
    assert.equal(code, 2, `${args.join(' ')}: ${stderr}`);
    assert.match(stderr, message);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
    assert.equal(stdout, '');
  }
});

test('--version prints the version of package.json', (t) => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.equal(keyhound(folder(t), ['--version']).stdout, `${version}\n`);
});

test('an unreadable file makes the scan incomplete: exit code 3, named in the report', {
  skip: process.getuid?.() === 0 && 'skipped: root reads everything',
}, (t) => {
  const root = folder(t, { 'a.txt': 'x', 'b.txt': 'y' });
  chmodSync(join(root, 'b.txt'), 0);
  const { code, stdout } = keyhound(root, ['scan', '--format', 'json']);
  assert.equal(code, 3);
  assert.deepEqual(JSON.parse(stdout).skipped[0].path, 'b.txt');
});

test('a file above --max-file-size makes the scan incomplete', (t) => {
  const root = folder(t, { 'a.txt': 'x'.repeat(2000), 'b.txt': 'y' });
  const { code, stdout } = keyhound(root, ['scan', '--max-file-size', '1K', '--format', 'json']);
  assert.equal(code, 3);
  const report = JSON.parse(stdout);
  assert.equal(report.outcome, 'incomplete');
  assert.match(report.skipped[0].reason, /larger than 1024 bytes/);
});

test('links are not followed, and a link to itself does not hang', (t) => {
  const root = folder(t, { 'real/a.txt': LEAK });
  symlinkSync('.', join(root, 'loop'));
  symlinkSync('/etc', join(root, 'outside'));
  symlinkSync('nowhere', join(root, 'dangling'));
  const { code, stdout } = keyhound(root, ['scan', '--format', 'json']);
  assert.equal(code, 1);
  assert.equal(JSON.parse(stdout).findings.length, 1);
});

test('a report file is written whole, for its owner only', (t) => {
  const root = folder(t, { 'a.txt': LEAK });
  const { code, stdout } = keyhound(root, [
    'scan',
    '--format',
    'json',
    '--output',
    'report.json',
    '--output',
    'sarif=r.sarif',
  ]);
  assert.equal(code, 1);
  assert.equal(stdout, '');
  assert.equal(JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')).findings.length, 1);
  assert.equal(JSON.parse(readFileSync(join(root, 'r.sarif'), 'utf8')).version, '2.1.0');
  assert.equal(statSync(join(root, 'report.json')).mode & 0o777, 0o600);
});

test('a report to a device goes into it and does not replace it; a link is refused and not followed', (t) => {
  const root = folder(t, { 'a.txt': LEAK, 'victim.txt': 'mine' });
  symlinkSync('victim.txt', join(root, 'link.txt'));
  const args = ['scan', 'a.txt', '--format', 'json', '--output'];
  assert.equal(keyhound(root, [...args, '/dev/null']).code, 1);
  assert.ok(statSync('/dev/null').isCharacterDevice());
  assert.equal(JSON.parse(keyhound(root, [...args, '/dev/stdout']).stdout).findings.length, 1);
  assert.equal(keyhound(root, [...args, 'link.txt']).code, 4);
  assert.equal(readFileSync(join(root, 'victim.txt'), 'utf8'), 'mine');
});

test('a report that cannot be written is exit code 4', (t) => {
  const root = folder(t, { 'a.txt': LEAK });
  const { code, stderr } = keyhound(root, ['scan', '--output', 'a.txt/r.txt']);
  assert.equal(code, 4);
  assert.match(stderr, /a\.txt\/r\.txt: cannot be written/);
});

test('an ignore comment silences a finding, and only one of its rule', (t) => {
  const marks = [`${LEAK.trim()} # keyhound:ignore`, `// keyhound:ignore -- a fixture\n${LEAK}`];
  for (const text of marks) assert.equal(keyhound(folder(t, { 'a.txt': text }), ['scan']).code, 0, text);
  const other = `${LEAK.trim()} # keyhound:ignore slack-bot-token`;
  assert.equal(keyhound(folder(t, { 'a.txt': other }), ['scan']).code, 1);
});

test('a log is read from standard input and from files', (t) => {
  const root = folder(t, { 'build.log': LEAK });
  assert.equal(keyhound(root, ['log', '-'], { input: `line\n${LEAK}` }).code, 1);
  assert.equal(keyhound(root, ['log'], { input: 'clean\n' }).code, 0);
  assert.equal(keyhound(root, ['log', 'build.log']).code, 1);
});

test('accepting what was reported by a baseline leaves nothing, and a new secret is found beside it', (t) => {
  const root = folder(t, { 'a.txt': LEAK, 'b.txt': `password = "${fill('{password:24}')}"\n` });
  assert.equal(keyhound(root, ['baseline', 'create']).code, 0);
  assert.equal(keyhound(root, ['scan']).code, 0);
  assert.ok(!readFileSync(join(root, '.keyhound/baseline.json'), 'utf8').includes(SECRET));
  const { code } = keyhound(folder(t, { 'a.txt': LEAK }), [
    'scan',
    '--baseline',
    join(root, '.keyhound/baseline.json'),
  ]);
  assert.equal(code, 0);
});
