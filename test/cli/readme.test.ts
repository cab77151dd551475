import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { fill } from '../fill.js';
import { folder } from '../keyhound.js';

/** What README shows of a command, line by line, up to the next command or the end of the block. */
function shown(command: string): string {
  const [, output] = readFileSync('README.md', 'utf8').split(`$ ${command}\n`);
  assert.ok(output, `README shows no ${command}`);
  return output.split(/^(?:\$ |```)/m)[0]!;
}

test('the demonstration of masking in README prints what README says', {
  skip: process.platform === 'win32' && 'needs /bin/sh',
}, (t) => {
  const root = folder(t, { 'deploy.sh': shown('cat deploy.sh') });
  const run = '"$0" "$1" log --exec -- sh deploy.sh 2>&1';
  const { status, stdout } = spawnSync('/bin/sh', ['-c', run, process.execPath, resolve('bin/keyhound.js')], {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: `postgres://app:${fill('{alnum:12}')}@db.internal:5432/shop`,
      API_TOKEN: fill('{alnum:32}'),
    },
  });
  assert.equal(status, 0);
  assert.equal(stdout, shown('keyhound log --exec -- sh deploy.sh'));
});
