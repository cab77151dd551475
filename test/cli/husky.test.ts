import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fill } from '../fill.js';
import { createSandbox, type Ended, openSandbox, type Sandbox, temporaryDirectory } from '../git-sandbox.js';

const key = fill('sk_live_{alnum:24}');
const secret = `STRIPE_KEY = "${key}"\n`;

/** The files that `npm pack` would publish, unpacked; nothing of it is built again. */
function packed(): string {
  const directory = temporaryDirectory();
  const npm = ['pack', '--ignore-scripts', '--silent', '--offline', '--pack-destination', directory];
  execFileSync('npm', npm, { stdio: 'pipe' });
  const [tarball = ''] = readdirSync(directory);
  execFileSync('tar', ['-xzf', tarball], { cwd: directory });
  return join(directory, 'package');
}

/** A package with keyhound and husky 9 in node_modules, as `npm install` puts them there, and keyhound's hooks. */
function withHusky(): Sandbox {
  const sandbox = createSandbox();
  const modules = join(sandbox.path, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  symlinkSync(keyhound, join(modules, 'keyhound'));
  symlinkSync(resolve('node_modules/husky'), join(modules, 'husky'));
  symlinkSync('../keyhound/bin/keyhound.js', join(modules, '.bin/keyhound'));
  symlinkSync('../husky/bin.js', join(modules, '.bin/husky'));
  const node = dirname(process.execPath);
  const env = { ...sandbox.env, PATH: `${node}:${sandbox.env.PATH}` };
  const project = openSandbox(sandbox.path, env);
  project.write('package.json', '{"name": "project", "scripts": {"prepare": "husky"}}\n');
  project.write('.gitignore', 'node_modules\n');
  const run = (...args: string[]) =>
    execFileSync(args[0]!, args.slice(1), { cwd: project.path, env, stdio: 'pipe' });
  run(join(modules, '.bin/husky'));
  run(join(modules, '.bin/keyhound'), 'init', 'husky');
  return project;
}

/** Unpacked once for all of this file. */
const keyhound = packed();

const said = ({ stdout, stderr }: Ended) => stdout + stderr;

function isRefused(sandbox: Sandbox, ...args: string[]): void {
  const ended = sandbox.tryGit(...args);
  assert.equal(ended.status, 1, said(ended));
  assert.match(said(ended), /Stripe live secret key/);
  assert.match(said(ended), /1 secret in 1 file/);
  assert.match(said(ended), /husky - pre-commit script failed \(code 1\)/);
  assert.ok(!said(ended).includes(key));
}

function passes(sandbox: Sandbox, ...args: string[]): void {
  const ended = sandbox.tryGit(...args);
  assert.equal(ended.status, 0, said(ended));
}

describe('a repository with husky 9', {
  skip: existsSync('node_modules/husky') ? false : 'husky is not installed',
}, () => {
  it('refuses a first commit with a key, and lets one without pass', () => {
    const sandbox = withHusky();
    sandbox.write('pay.js', secret);
    sandbox.git('add', '-A');
    isRefused(sandbox, 'commit', '-m', 'first');
    sandbox.write('pay.js', 'const key = process.env.STRIPE_KEY;\n');
    sandbox.git('add', '-A');
    passes(sandbox, 'commit', '-m', 'first');
    assert.equal(sandbox.git('rev-list', '--count', 'HEAD'), '1');
  });

  it('sees what commit -a, -p and --only commit, and only that', () => {
    const sandbox = withHusky();
    sandbox.write('a.js', 'a\n');
    sandbox.write('b.js', 'b\n');
    sandbox.commit('base');
    sandbox.write('a.js', `a\n${secret}`);
    isRefused(sandbox, 'commit', '-am', 'all');
    isRefused(sandbox, 'commit', '-m', 'only', '--only', 'a.js');
    const patch = execFileSync('sh', ['-c', 'yes | git commit -pm patch 2>&1; true'], {
      cwd: sandbox.path,
      env: sandbox.env,
      encoding: 'utf8',
    });
    assert.match(patch, /Stripe live secret key/);
    assert.equal(sandbox.git('rev-list', '--count', 'HEAD'), '1');
    sandbox.write('b.js', 'b\nmore\n');
    passes(sandbox, 'commit', '-m', 'only', '--only', 'b.js');
  });

  it('reads the staged part of a file, not the rest of it', () => {
    const sandbox = withHusky();
    sandbox.write('a.js', 'a\n');
    sandbox.commit('base');
    sandbox.write('a.js', `a\n${secret}`);
    sandbox.git('add', 'a.js');
    sandbox.write('a.js', 'a\n');
    isRefused(sandbox, 'commit', '-m', 'staged');
    sandbox.write('a.js', 'a\nstaged\n');
    sandbox.git('add', 'a.js');
    sandbox.write('a.js', `a\nstaged\n${secret}`);
    passes(sandbox, 'commit', '-m', 'staged');
  });

  it('works in a linked work tree once its modules are there, and doctor says when they are not', () => {
    const sandbox = withHusky();
    sandbox.write('a.js', 'a\n');
    sandbox.commit('base');
    const path = join(temporaryDirectory(), 'linked');
    sandbox.git('worktree', 'add', '-q', '-b', 'linked', path);
    const linked = openSandbox(path, sandbox.env);
    const doctor = linked.keyhound('doctor');
    assert.notEqual(doctor.status, 0, said(doctor));
    assert.match(said(doctor), /husky|hook/);
    symlinkSync(join(sandbox.path, 'node_modules'), join(path, 'node_modules'));
    execFileSync(join(path, 'node_modules/.bin/husky'), { cwd: path, env: sandbox.env, stdio: 'pipe' });
    linked.write('key.js', secret);
    linked.git('add', 'key.js');
    isRefused(linked, 'commit', '-m', 'linked');
    writeFileSync(join(path, 'key.js'), 'clean\n');
    linked.git('add', 'key.js');
    passes(linked, 'commit', '-m', 'linked');
  });
});
