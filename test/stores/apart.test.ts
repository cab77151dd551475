import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fill } from '../fill.js';
import { createSandbox, temporaryDirectory } from '../git-sandbox.js';

test('a hook and a scan work where the stores are not even installed', () => {
  const place = join(temporaryDirectory(), 'keyhound');
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(resolve(part), join(place, part), {
      recursive: true,
      filter: (file) => !/\/dist\/(?:stores\.|types$|\.cache)/.test(file),
    });
  const repo = createSandbox();
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(place, 'bin/keyhound.js'), ...args], {
      cwd: repo.path,
      env: repo.env,
      encoding: 'utf8',
    });
  repo.write('clean.txt', 'nothing\n');
  repo.git('add', '.');
  for (const command of ['staged', 'scan']) {
    const ran = run(command);
    assert.equal(ran.status, 0, ran.stderr);
  }
  repo.write('config.js', "const password = 'vault:secret/app#password';\n");
  repo.git('add', '.');
  assert.equal(run('staged').status, 0);
  repo.write('config.js', fill("const password = '{password:14}';\n"));
  repo.git('add', '.');
  assert.equal(run('staged').status, 1);
  // What does need them says so, and is not green.
  assert.notEqual(run('known', '--vault', 'secret/**').status, 0);
});

test('nothing of the stores is a dependency that everybody installs', () => {
  const { dependencies, peerDependenciesMeta } = JSON.parse(readFileSync('package.json', 'utf8'));
  const names = Object.keys(dependencies);
  assert.deepEqual(
    names.filter((name) => /aws|vault|sops|age-encryption|axios/.test(name)),
    [],
  );
  assert.equal(peerDependenciesMeta['age-encryption'].optional, true);
});
