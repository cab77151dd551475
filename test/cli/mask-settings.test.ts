import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const SECRET = fill('sk_live_{alnum:24}');
const OTHER = fill('rk_live_{alnum:24}');
const config = (settings: unknown) => ({ '.keyhound.json': JSON.stringify(settings) });

test('what the configuration allows passes the mask, and all else does not', (t) => {
  const root = folder(
    t,
    config({ allow: [{ values: [`^${SECRET}$`], reason: 'a key of the public demo' }] }),
  );
  const input = `KEY=${SECRET}\nKEY=${OTHER}\n`;
  const { code, stdout } = keyhound(root, ['log', '--mask'], { input });
  assert.deepEqual([code, stdout], [1, `KEY=${SECRET}\nKEY=***\n`]);
  const only = keyhound(root, ['log', '--mask'], { input: `KEY=${SECRET}\n` });
  assert.deepEqual([only.code, only.stdout, only.stderr], [0, `KEY=${SECRET}\n`, '']);
});

test('an entry for one file holds for that file alone; a given value is masked whatever is allowed', (t) => {
  const root = folder(t, {
    ...config({ allow: [{ paths: ['demo.log'], reason: 'made up' }] }),
    'demo.log': `KEY=${SECRET}\n`,
    'real.log': `KEY=${OTHER}\n`,
  });
  const { code, stdout } = keyhound(root, ['log', '--mask', 'demo.log', 'real.log']);
  assert.deepEqual([code, stdout], [1, `KEY=${SECRET}\nKEY=***\n`]);
  const given = keyhound(root, ['log', '--mask', '--mask-env', 'X', 'demo.log'], { env: { X: SECRET } });
  assert.deepEqual([given.code, given.stdout], [1, 'KEY=***\n']);
});

test('a baseline and ignore comments let nothing through: what is known to leak is no less a secret', (t) => {
  const root = folder(t, { 'a.log': `KEY=${SECRET} # keyhound:ignore\n` });
  keyhound(root, ['baseline', 'create']);
  assert.equal(keyhound(root, ['log', '--mask', 'a.log']).stdout, 'KEY=*** # keyhound:ignore\n');
});

test('a rule that takes too long leaves the log unmasked by it, which is said and is exit code 3', (t) => {
  const slow = { id: 'slow', title: 'x', keywords: ['aaaa'], pattern: '(?<secret>(?:a+)+)\\d' };
  const root = folder(t, config({ rules: [slow] }));
  const input = `${'a'.repeat(40)}!\nlast\n`;
  const { code, stdout, stderr } = keyhound(root, ['log', '--mask', '--quiet'], { input });
  assert.deepEqual([code, stdout], [3, input]);
  assert.match(stderr, /^keyhound: stdin: rule slow takes too long[^\n]*; a secret may have passed\n$/);
  const both = keyhound(root, ['log', '--mask'], { input: `${input}KEY=${SECRET}\n` });
  assert.equal(both.code, 1);
  const script = `echo ${'a'.repeat(40)}!`;
  for (const [end, code] of [
    ['', 3],
    ['; exit 7', 7],
  ] as const) {
    const run = keyhound(root, ['log', '--exec', '--', '/bin/sh', '-c', script + end]);
    assert.equal(run.code, code);
    assert.match(run.stderr, /rule slow takes too long/);
  }
});

test('--exit-code says what a masked secret is worth', (t) => {
  const { code } = keyhound(folder(t), ['log', '--mask', '--exit-code', '0'], { input: `KEY=${SECRET}\n` });
  assert.equal(code, 0);
});

test('a compressed log is refused with the command that unpacks it, for nothing in it could be masked', (t) => {
  const root = folder(t, {
    'a.log.gz': gzipSync(`KEY=${SECRET}\n`),
    'a.zip': 'PK\u0003\u0004and more',
    'a.log.xz': Buffer.from('\u00fd7zXZ\0and more', 'latin1'),
  });
  for (const file of ['a.log.gz', 'a.zip', 'a.log.xz']) {
    const { code, stdout, stderr } = keyhound(root, ['log', '--mask', file]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^keyhound: log --mask: the log is packed by .*unpack it first, as in '.*'\n$/);
  }
  const input = readFileSync(join(root, 'a.log.gz'));
  assert.equal(keyhound(root, ['log', '--mask'], { input }).code, 2);
});

test('a log in UTF-16 is masked and stays in UTF-16', (t) => {
  const root = folder(t);
  for (const swap of [false, true]) {
    const write = (text: string) => {
      const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
      return swap ? bytes.swap16() : bytes;
    };
    const { status, stdout } = spawnSync(
      process.execPath,
      [resolve('bin/keyhound.js'), 'log', '--mask', '-q'],
      {
        cwd: root,
        input: write(`KEY=${SECRET}\r\nsmile \u{1f600}\r\n`),
      },
    );
    assert.equal(status, 1);
    assert.deepEqual(stdout, write('KEY=***\r\nsmile \u{1f600}\r\n'));
  }
});

test('flags that would do nothing are refused by name', (t) => {
  const root = folder(t);
  for (const [args, message] of [
    [['--mask', '--format', 'json'], '--format is of no use with --mask or --exec; leave one of them out'],
    [
      ['--mask', '--show-secrets'],
      '--show-secrets is of no use with --mask or --exec; leave one of them out',
    ],
    [['--mask-env', 'HOME'], '--mask-env is of use with --mask or --exec only'],
    [['--mask-file', 'x'], '--mask-file is of use with --mask or --exec only'],
  ] as const) {
    const { code, stderr } = keyhound(root, ['log', ...args], { input: '' });
    assert.equal(code, 2);
    assert.equal(stderr, `keyhound: ${message}\n`);
  }
});

test('given values that are too short to be masked are named, and do not stop the log', (t) => {
  const root = folder(t, { 'values.txt': 'a long value\nshort\nno\n', 'empty.txt': '\n' });
  const args = ['log', '--mask', '--mask-env', 'PIN', '--mask-file', 'values.txt'];
  const { code, stdout, stderr } = keyhound(root, args, {
    input: 'pin 1234 a long value short\n',
    env: { PIN: '1234' },
  });
  assert.deepEqual([code, stdout], [1, 'pin 1234 *** short\n']);
  assert.match(stderr, /^keyhound: --mask-env PIN: a value is shorter than 8 characters and not masked$/m);
  assert.match(stderr, /^keyhound: --mask-file values\.txt: 2 values are shorter/m);
  const empty = keyhound(root, ['log', '--mask', '--mask-file', 'empty.txt'], { input: 'x\n' });
  assert.deepEqual([empty.code, empty.stdout], [2, '']);
  const absent = keyhound(root, ['log', '--mask', '--mask-env', 'NOT_SET'], { input: 'x\n' });
  assert.match(absent.stderr, /^keyhound: --mask-env NOT_SET: no such variable/);
});

test('of variables the values with credential-like names and the passwords in addresses are masked, ordinary words are not', (t) => {
  const input = 'a hunter-2-hunter b p4ssw0rd-of-db c production d /run/secrets/token\n';
  const { stdout } = keyhound(folder(t), ['log', '--mask', '--quiet'], {
    input,
    env: {
      NPM_TOKEN: 'hunter-2-hunter',
      DATABASE_URL: 'postgres://app:p4ssw0rd-of-db@db/shop',
      DB_PASSWORD: 'production',
      GCP_TOKEN_FILE: '/run/secrets/token',
    },
  });
  assert.equal(stdout, 'a *** b *** c production d /run/secrets/token\n');
});
