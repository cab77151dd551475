import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { loadCompiled } from '../../src/cli/load-compiled.js';
import { createSandbox } from '../git-sandbox.js';
import { folder, keyhound } from '../keyhound.js';

interface Loaded {
  readonly exports: { readonly say: () => unknown };
  keep(): void;
}

const bundle = (say: string, digest = '0123456789abcdef') => `// ${digest}\nexports.say = () => ${say};\n`;
const isRoot = process.geteuid?.() === 0;

function load(dist: string): Loaded {
  return loadCompiled(dist, {
    name: 'program.cjs',
    purpose: 'test',
    require: createRequire(join(dist, 'program.cjs')),
  }) as Loaded;
}

function kept(dist: string, purpose = ''): string {
  const name = readdirSync(join(dist, '.cache')).find((file) => file.startsWith(purpose));
  return join(dist, '.cache', name!);
}

/** A bundle that says 1, and beside it, as what it was compiled to, the code of one that says 2. */
function planted(t: TestContext): string {
  const dist = folder(t, { 'program.cjs': bundle('2') });
  const other = load(dist);
  assert.equal(other.exports.say(), 2);
  other.keep();
  writeFileSync(join(dist, 'program.cjs'), bundle('1'));
  return dist;
}

/** In a process of its own, as V8 remembers what it compiled. */
function sayAndKeep(dist: string): string {
  const script = `
    const { loadCompiled } = require(${JSON.stringify(resolve('dist/load.cjs'))});
    const loaded = loadCompiled(${JSON.stringify(dist)}, { name: 'program.cjs', purpose: 'test', require });
    require('node:fs').writeSync(1, String(loaded.exports.say()));
    loaded.keep();`;
  const file = join(dist, 'say.cjs');
  writeFileSync(file, script);
  return execFileSync(process.execPath, [file], { encoding: 'utf8', env: {} });
}

const notOnWindows = process.platform === 'win32' ? 'skipped: Windows has no such modes' : false;

describe('bundles as they were compiled', () => {
  it('runs what was kept, which only those who can change the program can write', (t) => {
    const dist = planted(t);
    assert.equal(load(dist).exports.say(), 2);
    assert.deepEqual(readdirSync(join(dist, '.cache')).length, 1);
  });

  it('runs nothing that others can write to', { skip: notOnWindows }, (t) => {
    const dist = planted(t);
    chmodSync(kept(dist), 0o666);
    assert.equal(load(dist).exports.say(), 1);
    chmodSync(kept(dist), 0o644);
    chmodSync(join(dist, '.cache'), 0o777);
    assert.equal(load(dist).exports.say(), 1);
  });

  it('runs nothing that belongs to somebody else', {
    skip: !isRoot && 'skipped: only root can give files away',
  }, (t) => {
    const dist = planted(t);
    chownSync(kept(dist), 12345, 12345);
    assert.equal(load(dist).exports.say(), 1);
  });

  it('keeps nothing that others can write to, whatever the umask', { skip: notOnWindows }, (t) => {
    const before = process.umask(0);
    try {
      const dist = planted(t);
      assert.equal(statSync(kept(dist)).mode & 0o777, 0o644);
      assert.equal(statSync(join(dist, '.cache')).mode & 0o777, 0o755);
    } finally {
      process.umask(before);
    }
  });

  it('compiles again what is broken, and replaces it', (t) => {
    const dist = folder(t, { 'program.cjs': bundle('1') });
    assert.equal(sayAndKeep(dist), '1');
    const whole = readFileSync(kept(dist));
    for (const broken of [
      Buffer.alloc(0),
      Buffer.from('nothing of V8'),
      whole.subarray(0, whole.length / 2),
    ]) {
      writeFileSync(kept(dist), broken);
      assert.equal(sayAndKeep(dist), '1');
      assert.equal(readFileSync(kept(dist)).length, whole.length);
    }
  });

  it('does without what it may not or cannot read', (t) => {
    const dist = planted(t);
    const file = kept(dist);
    if (!isRoot) {
      chmodSync(file, 0);
      assert.equal(load(dist).exports.say(), 1);
    }
    rmSync(file);
    mkdirSync(file);
    assert.equal(load(dist).exports.say(), 1);
  });

  it('does not take one program for another of the same length', (t) => {
    const dist = planted(t);
    writeFileSync(join(dist, 'program.cjs'), bundle('1', 'fedcba9876543210'));
    assert.equal(load(dist).exports.say(), 1);
  });

  it('works where nothing can be kept', (t) => {
    const dist = folder(t, { 'program.cjs': bundle('1'), '.cache': 'no folder' });
    const loaded = load(dist);
    assert.equal(loaded.exports.say(), 1);
    loaded.keep();
    assert.equal(readFileSync(join(dist, '.cache'), 'utf8'), 'no folder');
  });

  it('loads modules on demand, from beside the bundle', (t) => {
    const dist = folder(t, {
      'program.cjs': "// 0123456789abcdef\nexports.say = () => require('./more.cjs');\n",
      'more.cjs': 'exports.more = 3;\n',
    });
    assert.deepEqual(load(dist).exports.say(), { more: 3 });
  });

  it('says that a program is not built', (t) => {
    assert.throws(() => load(folder(t)), /ENOENT/);
  });
});

describe('commands as they were compiled', () => {
  it('say the same the second time, and a usage error keeps nothing', (t) => {
    const dist = folder(t, { 'a.txt': 'nothing\n' });
    const [first, second] = [1, 2].map(() => keyhound(dist, ['scan', 'a.txt']));
    assert.deepEqual(first, second);
    assert.equal(first!.code, 0);
    assert.equal(keyhound(dist, ['nonsense']).code, 2);
    assert.ok(!readdirSync('dist/.cache').some((name) => name.startsWith('nonsense')));
  });

  it('use what was kept, and do not compile and keep it again each time', (t) => {
    const { path, env, write, commit } = createSandbox();
    write('a.txt', 'nothing\n');
    commit('a');
    const program = folder(t);
    cpSync('bin', join(program, 'bin'), { recursive: true });
    cpSync('dist', join(program, 'dist'), { recursive: true, filter: (name) => !name.includes('.cache') });
    for (const command of ['scan', 'history']) {
      const run = () => {
        execFileSync(process.execPath, [join(program, 'bin/keyhound.js'), command], {
          cwd: path,
          env,
          stdio: 'pipe',
        });
        return statSync(kept(join(program, 'dist'), command)).ino;
      };
      const first = run();
      assert.equal(run(), first, command);
    }
  });
});
