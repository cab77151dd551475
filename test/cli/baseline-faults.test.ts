import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parseBaseline } from '../../src/suppress/baseline.js';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const KEY = fill('sk_live_{alnum:24}');
const WEAK = 'db_password: Tr0ub4dor&3\n';
const FILE = '.keyhound/baseline.json';
const SALT = '0'.repeat(32);

function adopted(t: TestContext): { readonly root: string; readonly text: string } {
  const root = folder(t, { 'a.txt': `${KEY}\n`, 'config/db.yml': WEAK });
  assert.equal(keyhound(root, ['baseline', 'create']).code, 0);
  return { root, text: readFileSync(join(root, FILE), 'utf8') };
}

function put(root: string, text: string): void {
  mkdirSync(dirname(join(root, FILE)), { recursive: true });
  writeFileSync(join(root, FILE), text);
}

test('a baseline that cannot be read ends the scan with one line (item 66)', (t) => {
  const { root, text } = adopted(t);
  const cases: [string, RegExp][] = [
    ['', /baseline\.json: not valid JSON/],
    [text.slice(0, text.length / 2), /baseline\.json: not valid JSON/],
    [text.replace('baseline/1', 'baseline/2'), /a newer keyhound may have written it/],
    [`<<<<<<< ours\n${text}`, /holds a merge conflict; keep the lines of both sides/],
    ['[]', /schema is not/],
  ];
  for (const [broken, message] of cases) {
    put(root, broken);
    for (const command of [['scan'], ['baseline', 'check'], ['baseline', 'update']]) {
      const { code, stdout, stderr } = keyhound(root, command);
      assert.equal(code, 2, `${command}: ${stdout}`);
      assert.match(stderr, message);
      assert.equal(readFileSync(join(root, FILE), 'utf8'), broken, 'and it stays as it is');
    }
  }
  assert.equal(keyhound(root, ['scan', '--baseline', 'none.json']).code, 2);
});

test('a baseline that is there and not readable is no missing one', (t) => {
  const root = folder(t, { [`${FILE}/x`]: '' });
  for (const command of [['scan'], ['baseline', 'check'], ['baseline', 'create']]) {
    const { code, stderr } = keyhound(root, command);
    assert.equal(code, 2, `${command}`);
    assert.match(stderr, /^keyhound: [^\n]*baseline\.json: not readable \(EISDIR\)\n$/);
  }
});

test('an entry that is there twice counts once; what other repositories accepted counts for nothing (item 66)', (t) => {
  const { root, text } = adopted(t);
  const [line] = text.split('\n').filter((one) => one.includes('fingerprint'));
  put(root, text.replace('    null', `${line}\n    null`));
  assert.equal(keyhound(root, ['scan']).code, 0);
  put(root, text.replace(/"salt": "\w+"/, `"salt": "${SALT}"`));
  assert.equal(keyhound(root, ['scan']).code, 1);
});

test('a hundred thousand entries are read in a moment, and do their work (item 66)', (t) => {
  const { root, text } = adopted(t);
  const entry = (n: number) =>
    `    {"path":"p${n}","ruleId":"r","fingerprint":"${n.toString(16).padStart(32, '0')}","state":"accepted","reason":""},\n`;
  put(
    root,
    text.replace('    null', `${Array.from({ length: 100_000 }, (_, n) => entry(n)).join('')}    null`),
  );
  assert.equal(keyhound(root, ['scan']).code, 0);
});

test('line ends and indentation change nothing (item 67)', (t) => {
  const { root } = adopted(t);
  writeFileSync(join(root, 'a.txt'), `\r\n\r\n\t\t${KEY}\r\n`);
  writeFileSync(join(root, 'config/db.yml'), WEAK.replace(': ', ':     ').replace('\n', '\r\n'));
  assert.equal(keyhound(root, ['scan']).code, 0);
});

test('what could be guessed is new in a new file, what could not is known by its value (item 68)', (t) => {
  const { root } = adopted(t);
  writeFileSync(join(root, 'copy.txt'), `${KEY}\n`);
  assert.equal(keyhound(root, ['scan']).code, 0);
  writeFileSync(join(root, 'other.yml'), WEAK);
  const { code, stdout } = keyhound(root, ['scan']);
  assert.equal(code, 1);
  assert.match(stdout, /^other\.yml$/m);
});

test('what is gone stays until it is asked to go, and --rule takes nothing of other rules (item 69)', (t) => {
  const { root, text } = adopted(t);
  writeFileSync(join(root, 'a.txt'), '');
  writeFileSync(join(root, 'config/db.yml'), '');
  assert.equal(keyhound(root, ['baseline', 'update']).code, 0);
  assert.equal(readFileSync(join(root, FILE), 'utf8'), text);
  const rules = parseBaseline(text, FILE).findings.map(({ ruleId }) => ruleId);
  assert.match(keyhound(root, ['baseline', 'prune', '--rule', rules[0]!]).stdout, /0 added, 1 removed/);
  assert.match(keyhound(root, ['baseline', 'prune']).stdout, /0 entries, 0 added, 1 removed/);
});

test('of many who write at once the file is one’s whole, and the others are told (item 54)', async (t) => {
  const { root, text } = adopted(t);
  writeFileSync(join(root, 'b.txt'), `${fill('sk_live_{alnum:30}')}\n`);
  const ended = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const args = [resolve('bin/keyhound.js'), 'baseline', 'update', '--reason', `writer ${n}`];
      const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.on('data', (data) => {
        said += data;
      });
      const [code] = await once(child, 'close');
      return { code, said };
    }),
  );
  for (const { code, said } of ended) {
    assert.ok(code === 0 || code === 2, said);
    if (code === 2) assert.match(said, /changed by somebody else meanwhile; run this again/);
  }
  assert.ok(ended.some(({ code }) => code === 0));
  const { findings } = parseBaseline(readFileSync(join(root, FILE), 'utf8'), FILE);
  assert.equal(findings.length, parseBaseline(text, FILE).findings.length + 1);
  assert.equal(keyhound(root, ['scan']).code, 0);
});

test('hostile and mistaken flags are one line and exit code 2 (item 70)', (t) => {
  const root = folder(t, { 'a.txt': 'x\n' });
  const cases = [
    ['scan', '--constructor'],
    ['scan', '--constructor', 'x'],
    ['scan', '--__proto__.x', '1'],
    ['scan', '--__proto__=1'],
    ['scan', '--toString', 'x'],
    ['scan', '--format='],
    ['scan', '--format', 'constructor'],
    ['scan', '--format', '__proto__'],
    ['scan', '--', '--quiet'],
    ['constructor'],
    ['__proto__'],
    ['scann'],
    ['help', 'constructor'],
    ['rules', 'constructor'],
    ['rules', 'show', '__proto__'],
    ['baseline', 'toString'],
    ['explain', '__proto__'],
    ['scan', '--rule', 'constructor'],
    ['scan', '--config', ''],
  ];
  for (const args of cases) {
    const { code, stderr } = keyhound(root, args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
  assert.equal(
    keyhound(root, ['scan', '--quiet', '--quiet', '--format', 'json', '--format', 'text']).code,
    0,
  );
});
