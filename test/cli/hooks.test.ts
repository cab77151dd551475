import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  createSandbox,
  type Ended,
  keyhoundCommand,
  type Sandbox,
  temporaryDirectory,
} from '../git-sandbox.js';
import { secretKey } from '../sources/scanned.js';

const HOOKS = ['pre-commit', 'pre-merge-commit', 'commit-msg', 'pre-push'];

/** A repository in which `keyhound` is a command. */
function equipped(): Sandbox {
  const sandbox = createSandbox();
  const bin = temporaryDirectory();
  writeFileSync(join(bin, 'keyhound'), `#!/bin/sh\nexec ${keyhoundCommand} "$@"\n`, { mode: 0o755 });
  sandbox.env.PATH = `${bin}:${sandbox.env.PATH}`;
  sandbox.write('base.txt', 'base\n');
  sandbox.commit('base');
  return sandbox;
}

/** What `husky` does to a repository, in its own words: a hooks directory whose stubs run the user's files. */
function withHusky(): Sandbox {
  const sandbox = equipped();
  const stub =
    '#!/bin/sh\nuser="$(dirname "$0")/../$(basename "$0")"\n[ ! -f "$user" ] || exec sh -e "$user" "$@"\n';
  for (const hook of HOOKS) {
    sandbox.write(`.husky/_/${hook}`, stub);
    chmodSync(join(sandbox.path, '.husky/_', hook), 0o755);
  }
  sandbox.write('.husky/_/.gitignore', '*\n');
  sandbox.git('config', 'core.hooksPath', '.husky/_');
  return sandbox;
}

const all = ({ stdout, stderr }: Ended) => stdout + stderr;

function succeeds(ended: Ended): void {
  assert.equal(ended.status, 0, all(ended));
}

/** Every hook refuses a secret, and lets through what has none. */
function guards(sandbox: Sandbox): void {
  const origin = createSandbox('--bare');
  const { git, tryGit, write } = sandbox;
  git('remote', 'add', 'origin', origin.path);
  succeeds(tryGit('push', '-q', 'origin', 'main'));
  write('key.txt', `${secretKey(1)}\n`);
  git('add', '-A');
  assert.match(all(tryGit('commit', '-qm', 'staged')), /Stripe/);
  git('reset', '-q', '--hard');
  assert.match(all(tryGit('commit', '-q', '--allow-empty', '-m', secretKey(2))), /Stripe/);
  succeeds(tryGit('commit', '-q', '--allow-empty', '-m', 'clean'));
  succeeds(tryGit('push', '-q', 'origin', 'main'));
  write('key.txt', `${secretKey(3)}\n`);
  git('add', '-A');
  git('commit', '-qnm', 'unverified');
  const pushed = tryGit('push', '-q', 'origin', 'main');
  assert.notEqual(pushed.status, 0);
  assert.match(all(pushed), /Stripe/);
  git('reset', '-q', '--hard', 'HEAD^');
  git('checkout', '-q', '-b', 'side', 'HEAD^');
  write('side.txt', `${secretKey(4)}\n`);
  git('add', '-A');
  git('commit', '-qnm', 'side');
  git('checkout', '-q', 'main');
  assert.equal(git('rev-list', '--count', 'main..side'), '1');
  // the merge brings nothing that a parent does not have: only its own additions count
  succeeds(tryGit('merge', '-q', '--no-ff', '-m', 'merge', 'side'));
}

describe('keyhound init', () => {
  it('puts hooks beside those of a husky repository, once, and takes them out again', () => {
    const sandbox = withHusky();
    sandbox.write('.husky/pre-commit', 'echo mine >> .git/ran.txt\n');
    succeeds(sandbox.keyhound('init'));
    const installed = HOOKS.map((hook) => readFileSync(join(sandbox.path, '.husky', hook), 'utf8'));
    assert.match(installed[0]!, /keyhound hook pre-commit[\s\S]*echo mine/);
    assert.match(sandbox.keyhound('init', 'husky').stdout, /nothing to change/);
    assert.equal(sandbox.keyhound('doctor').status, 0, sandbox.keyhound('doctor').stdout);
    sandbox.commit('hooks');
    guards(sandbox);
    assert.ok(existsSync(join(sandbox.path, '.git/ran.txt')));
    succeeds(sandbox.keyhound('init', 'husky', '--uninstall'));
    assert.equal(
      readFileSync(join(sandbox.path, '.husky/pre-commit'), 'utf8'),
      'echo mine >> .git/ran.txt\n',
    );
    assert.ok(!existsSync(join(sandbox.path, '.husky/pre-push')));
  });

  it('installs plain git hooks, in a linked work tree too, and leaves what reads the push its input', () => {
    const sandbox = equipped();
    sandbox.hook('pre-push', 'cat > .git/pushed.txt');
    succeeds(sandbox.keyhound('init', 'git'));
    succeeds(sandbox.keyhound('init', 'git'));
    guards(sandbox);
    assert.match(
      readFileSync(join(sandbox.path, '.git/pushed.txt'), 'utf8'),
      /^refs\/heads\/main [0-9a-f]{40} /,
    );
    const linked = join(temporaryDirectory(), 'linked');
    sandbox.git('worktree', 'add', '-q', linked, 'HEAD');
    writeFileSync(join(linked, 'key.txt'), `${secretKey(5)}\n`);
    sandbox.git('-C', linked, 'add', '-A');
    assert.match(all(sandbox.tryGit('-C', linked, 'commit', '-qm', 'linked')), /Stripe/);
    succeeds(sandbox.keyhound('init', 'git', '--uninstall'));
    assert.match(
      readFileSync(join(sandbox.path, '.git/hooks/pre-push'), 'utf8'),
      /^#!\/bin\/sh\ncat > .git\/pushed.txt\n$/,
    );
    assert.ok(!existsSync(join(sandbox.path, '.git/hooks/pre-commit')));
  });

  it('writes lefthook.yml and the list of pre-commit, keeps comments, and takes itself out', () => {
    const sandbox = equipped();
    const lefthook =
      '# ours\npre-commit:\n  commands:\n    lint:\n      run: lint # fast\ncommit-msg:\n  jobs:\n    - run: check\n';
    sandbox.write('lefthook.yml', lefthook);
    sandbox.write('.pre-commit-config.yaml', 'repos: # all\n  - repo: local\n    hooks: []\n');
    succeeds(sandbox.keyhound('init', 'lefthook'));
    succeeds(sandbox.keyhound('init', 'pre-commit'));
    const text = readFileSync(join(sandbox.path, 'lefthook.yml'), 'utf8');
    assert.match(
      text,
      /# ours[\s\S]*# fast[\s\S]*keyhound hook pre-commit[\s\S]*- run: check[\s\S]*hook commit-msg -- \{1\}/,
    );
    assert.match(text, /use_stdin: true/);
    const list = readFileSync(join(sandbox.path, '.pre-commit-config.yaml'), 'utf8');
    assert.match(list, /repo: local[\s\S]*id: keyhound-pre-push[\s\S]*pre-merge-commit/);
    assert.match(sandbox.keyhound('init', 'lefthook').stdout, /nothing to change/);
    const fresh = equipped();
    succeeds(fresh.keyhound('init', 'lefthook'));
    succeeds(fresh.keyhound('init', 'pre-commit'));
    succeeds(fresh.keyhound('init', 'lefthook', '--uninstall'));
    fresh.write('lefthook.yml', 'pre-commit: # nothing yet\n');
    succeeds(fresh.keyhound('init', 'lefthook'));
    fresh.write('lefthook.yml', 'pre-commit: 3\n');
    assert.match(fresh.keyhound('init', 'lefthook').stderr, /lefthook\.yml: pre-commit must be a map/);
    assert.match(sandbox.keyhound('init', 'pre-commit').stdout, /nothing to change/);
    succeeds(sandbox.keyhound('init', 'lefthook', '--uninstall'));
    assert.equal(readFileSync(join(sandbox.path, 'lefthook.yml'), 'utf8'), lefthook);
    succeeds(sandbox.keyhound('init', 'pre-commit', '--uninstall'));
    assert.doesNotMatch(readFileSync(join(sandbox.path, '.pre-commit-config.yaml'), 'utf8'), /id: keyhound/);
  });

  it('changes nothing when a hook is no shell script, and refuses a shadowed directory', () => {
    const sandbox = equipped();
    sandbox.write('.git/hooks/pre-push', '#!/usr/bin/env python3\nprint()\n');
    const refused = sandbox.keyhound('init', 'git');
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /pre-push: is not a shell script/);
    assert.ok(!existsSync(join(sandbox.path, '.git/hooks/pre-commit')));
    sandbox.git('config', 'core.hooksPath', 'elsewhere');
    assert.match(sandbox.keyhound('init', 'git').stderr, /core\.hooksPath/);
    assert.equal(sandbox.keyhound('init', 'nonsense').status, 2);
  });
});

describe('keyhound doctor', () => {
  const doctor = (sandbox: Sandbox) => sandbox.keyhound('doctor');

  it('says of each fault what mends it', () => {
    const sandbox = equipped();
    assert.match(doctor(sandbox).stdout, /✖ pre-commit: not installed; run 'keyhound init'/);
    succeeds(sandbox.keyhound('init', 'git'));
    assert.equal(doctor(sandbox).status, 0, doctor(sandbox).stdout);
    const hook = join(sandbox.path, '.git/hooks/pre-commit');
    chmodSync(hook, 0o644);
    assert.match(doctor(sandbox).stdout, /✖ pre-commit: .*chmod \+x/);
    chmodSync(hook, 0o755);
    const script = readFileSync(hook, 'utf8');
    writeFileSync(hook, script.replaceAll('\n', '\r\n'));
    assert.match(doctor(sandbox).stdout, /✖ pre-commit: .*CRLF/);
    writeFileSync(hook, '#!/bin/sh\n# keyhound is only talked about\n');
    assert.match(doctor(sandbox).stdout, /✖ pre-commit: .*does not call keyhound/);
    sandbox.git('config', 'core.hooksPath', '/nowhere');
    const shadowed = doctor(sandbox);
    assert.equal(shadowed.status, 2);
    assert.match(shadowed.stdout, /✖ commit-msg: core\.hooksPath is "\/nowhere"/);
  });

  it('sees husky switched off, not installed, or another version in the project', () => {
    const sandbox = withHusky();
    succeeds(sandbox.keyhound('init'));
    sandbox.env.HUSKY = '0';
    assert.match(doctor(sandbox).stdout, /✖ HUSKY=0/);
    delete sandbox.env.HUSKY;
    mkdirSync(join(sandbox.env.HOME!, '.config/husky'), { recursive: true });
    writeFileSync(join(sandbox.env.HOME!, '.config/husky/init.sh'), 'export HUSKY=0\n');
    assert.match(doctor(sandbox).stdout, /✖ .*init\.sh: sets HUSKY=0/);
    rmSync(join(sandbox.env.HOME!, '.config'), { recursive: true });
    sandbox.write('node_modules/keyhound/package.json', '{"version":"0.0.1"}');
    assert.match(doctor(sandbox).stdout, /hooks run 0\.0\.1 from node_modules/);
    sandbox.git('config', '--unset', 'core.hooksPath');
    assert.match(doctor(sandbox).stdout, /✖ pre-push: .*husky is not installed in this clone/);
    assert.equal(statSync(join(sandbox.path, '.husky/pre-push')).mode & 0o777, 0o644);
  });
});
