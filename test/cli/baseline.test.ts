import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const STRONG = fill('sk_live_{alnum:24}');
const WEAK = 'Tr0ub4dor&3';
const FILES = {
  'src/pay.ts': `import x from 'x';\nconst key = "${STRONG}";\n`,
  'config/db.yml': `db:\n  host: localhost\n  password: ${WEAK}\n`,
};

function accepted(t: Parameters<typeof folder>[0]): string {
  const root = folder(t, FILES);
  assert.equal(keyhound(root, ['scan']).code, 1);
  assert.equal(
    keyhound(root, ['baseline', 'create', '--reason', 'before keyhound', '--owner', 'team']).code,
    0,
  );
  assert.equal(keyhound(root, ['scan']).code, 0);
  return root;
}

test('a baseline holds no value, and none that could be guessed from it', (t) => {
  const root = accepted(t);
  const text = readFileSync(join(root, '.keyhound/baseline.json'), 'utf8');
  assert.ok(!text.includes(STRONG) && !text.includes(WEAK));
  // the weak value changes, its fingerprint does not: it is not made of the value
  writeFileSync(join(root, 'config/db.yml'), FILES['config/db.yml'].replace(WEAK, 'C0rrect-h0rse'));
  assert.equal(keyhound(root, ['scan']).code, 0);
});

test('moving, indenting, reordering and renaming change nothing', (t) => {
  const root = accepted(t);
  mkdirSync(join(root, 'lib'));
  renameSync(join(root, 'src/pay.ts'), join(root, 'lib/checkout.js'));
  writeFileSync(join(root, 'lib/checkout.js'), `\n\n\n\tlet k =\n    '${STRONG}'\n`);
  mkdirSync(join(root, 'deploy'));
  renameSync(join(root, 'config/db.yml'), join(root, 'deploy/db.yml'));
  writeFileSync(
    join(root, 'deploy/db.yml'),
    `# new\ndb:\n      password:   "${WEAK}"\n      host: localhost\n`,
  );
  const { code, stdout } = keyhound(root, ['scan']);
  assert.equal(code, 0, stdout);
});

test('a new secret beside an accepted one is found', (t) => {
  const root = accepted(t);
  writeFileSync(join(root, 'src/pay.ts'), FILES['src/pay.ts'].replace(STRONG, fill('sk_live_{alnum:30}')));
  assert.equal(keyhound(root, ['scan']).code, 1);
  writeFileSync(join(root, 'src/pay.ts'), FILES['src/pay.ts']);
  writeFileSync(join(root, 'other.yml'), `smtp_password: ${WEAK}\n`);
  assert.equal(keyhound(root, ['scan']).code, 1);
});

test('check fails on what is no longer found or expired, prune removes it, update accepts what is new', (t) => {
  const root = accepted(t);
  assert.equal(keyhound(root, ['baseline', 'check']).code, 0);
  writeFileSync(join(root, 'src/pay.ts'), `const key = "${fill('sk_live_{alnum:30}')}";\n`);
  const checked = keyhound(root, ['baseline', 'check']);
  assert.equal(checked.code, 1);
  assert.match(checked.stdout, /src\/pay\.ts: stripe-live-secret-key: no longer found/);
  assert.match(keyhound(root, ['baseline', 'prune']).stdout, /0 added, 1 removed/);
  assert.match(
    keyhound(root, ['baseline', 'update', '--expires', '2020-01-01']).stdout,
    /1 added, 0 removed/,
  );
  assert.equal(keyhound(root, ['scan']).code, 1);
  assert.match(keyhound(root, ['baseline', 'check']).stdout, /expired 2020-01-01/);
});

test('a baseline is not written over, nor from a scan that was incomplete', (t) => {
  const root = accepted(t);
  assert.equal(keyhound(root, ['baseline', 'create']).code, 2);
  assert.equal(keyhound(folder(t), ['baseline', 'update']).code, 2);
  assert.equal(
    keyhound(root, ['baseline', 'create', '--expires', 'tomorrow', '--baseline', 'b.json']).code,
    2,
  );
});
