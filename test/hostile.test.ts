import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createSandbox, openSandbox, type Sandbox, temporaryDirectory } from './git-sandbox.js';
import { secretKey } from './sources/scanned.js';

/** A program that leaves a file behind when it is run. */
function payload(directory: string, name: string): string {
  const path = join(directory, `payload-${name}`);
  writeFileSync(path, `#!/bin/sh\necho ran >> '${directory}/ran-${name}'\n`, {
    mode: 0o755,
  });
  return path;
}

interface Trap {
  readonly sandbox: Sandbox;
  readonly directory: string;
}

/** A repository in which every setting that git would run a program for names one; none was run yet. */
function armed(): Trap {
  const sandbox = createSandbox();
  const directory = temporaryDirectory();
  const { git, write, commit, path } = sandbox;
  const program = (name: string) => payload(directory, name);
  write('base.txt', 'base\n');
  write('gone.txt', 'an object that will be missing\n');
  commit('base');
  write('old.txt', `${secretKey(1)}\n`);
  commit('second');
  const signed = git('cat-file', 'commit', 'HEAD').replace(
    /^(committer .*)$/m,
    '$1\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----',
  );
  write('signed', `${signed}\n`);
  git('update-ref', 'refs/heads/signed', git('hash-object', '-t', 'commit', '-w', 'signed'));
  rmSync(join(path, 'signed'));
  write('.gitattributes', '*.txt filter=evil diff=evil merge=evil\n');
  write('new.txt', `${secretKey(2)}\n`);
  git('add', '-A');
  const settings: Readonly<Record<string, string>> = {
    'diff.external': program('diff-external'),
    'diff.evil.command': program('diff-command'),
    'diff.evil.textconv': program('textconv'),
    'filter.evil.clean': program('clean'),
    'filter.evil.smudge': program('smudge'),
    'filter.evil.process': program('process'),
    'merge.evil.driver': program('merge'),
    'core.sshCommand': program('ssh'),
    'core.pager': program('pager'),
    'core.editor': program('editor'),
    'core.askPass': program('askpass'),
    'core.alternateRefsCommand': program('alternate-refs'),
    'core.gitProxy': program('proxy'),
    'credential.helper': program('credential'),
    'gpg.program': program('gpg'),
    'log.showSignature': 'true',
    'interactive.diffFilter': program('interactive'),
    'uploadpack.packObjectsHook': program('pack-objects'),
    'sequence.editor': program('sequence'),
    'remote.origin.url': `ssh://localhost/${program('remote')}`,
    'remote.origin.uploadpack': program('uploadpack'),
    'remote.origin.promisor': 'true',
    'remote.origin.partialclonefilter': 'blob:none',
    'extensions.partialClone': 'origin',
    'core.hooksPath': join(directory, 'hooks'),
    'extensions.worktreeConfig': 'true',
    'include.path': join(directory, 'included'),
  };
  for (const [name, value] of Object.entries(settings)) git('config', name, value);
  mkdirSync(join(directory, 'hooks'));
  for (const hook of [
    'post-index-change',
    'pre-commit',
    'fsmonitor-watchman',
    'post-checkout',
    'reference-transaction',
  ]) {
    writeFileSync(
      join(directory, 'hooks', hook),
      `#!/bin/sh\necho ran >> '${directory}/ran-hook-${hook}'\n`,
      { mode: 0o755 },
    );
  }
  writeFileSync(
    join(path, '.git/config.worktree'),
    `[core]\n\tfsmonitor = ${program('worktree-fsmonitor')}\n`,
  );
  writeFileSync(
    join(directory, 'included'),
    `[core]\n\tfsmonitor = ${program('included-fsmonitor')}\n[pager]\n\tlog = ${program('pager-log')}\n`,
  );
  const gone = git('rev-parse', 'HEAD:gone.txt');
  rmSync(join(path, '.git/objects', gone.slice(0, 2), gone.slice(2)));
  git('config', 'core.fsmonitor', program('fsmonitor'));
  for (const file of readdirSync(directory)) if (file.startsWith('ran-')) rmSync(join(directory, file));
  return { sandbox, directory };
}

function nothingRan({ directory }: Trap): void {
  assert.deepEqual(
    readdirSync(directory).filter((file) => file.startsWith('ran-')),
    [],
  );
}

describe('a hostile repository (items 71 to 73)', () => {
  const trap = armed();

  it('would run programs: plain git does', () => {
    const { sandbox, directory } = armed();
    sandbox.tryGit('status');
    sandbox.tryGit('diff', 'HEAD');
    sandbox.tryGit('log', '-p', 'signed');
    const ran = readdirSync(directory).filter((file) => file.startsWith('ran-'));
    assert.ok(ran.length >= 3, ran.join(' '));
  });

  const commands: readonly (readonly [string, readonly string[], number])[] = [
    ['staged', ['staged'], 1],
    ['hook pre-commit', ['hook', 'pre-commit'], 1],
    ['hook pre-merge-commit', ['hook', 'pre-merge-commit'], 1],
    ['hook commit-msg', ['hook', 'commit-msg', '--', 'base.txt'], 0],
    ['hook pre-push', ['hook', 'pre-push', '--', 'origin', 'url'], 0],
    ['diff', ['diff', 'HEAD~1..HEAD'], 1],
    ['diff with settings of the base', ['diff', 'HEAD~1..HEAD', '--config-from', 'base'], 1],
    ['history', ['history'], 1],
    ['history --unreachable', ['history', '--unreachable'], 1],
    ['scan', ['scan'], 1],
    ['baseline create', ['baseline', 'create'], 0],
    ['doctor', ['doctor'], 2],
  ];
  for (const [name, args, status] of commands) {
    it(`runs nothing in ${name}`, () => {
      const ended = trap.sandbox.keyhound(...args);
      assert.equal(ended.status, status, ended.stdout + ended.stderr);
      nothingRan(trap);
    });
  }

  it('says that the missing object was not scanned, and does not fetch it (item 30)', () => {
    const { stdout } = trap.sandbox.keyhound('history', '--format', 'json');
    const report = JSON.parse(stdout) as { skipped: { incomplete?: boolean; reason: string }[] };
    assert.match(JSON.stringify(report.skipped), /missing/);
    nothingRan(trap);
  });

  it('is not led into by the environment (item 73)', () => {
    const { sandbox } = trap;
    const other = createSandbox();
    const env = {
      ...sandbox.env,
      GIT_EXTERNAL_DIFF: payload(trap.directory, 'env-diff'),
      GIT_PAGER: payload(trap.directory, 'env-pager'),
      GIT_SSH_COMMAND: payload(trap.directory, 'env-ssh'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: payload(trap.directory, 'env-config'),
      GIT_EXEC_PATH: trap.directory,
      GIT_TEMPLATE_DIR: trap.directory,
      GIT_PROXY_COMMAND: payload(trap.directory, 'env-proxy'),
      GIT_DIR: join(other.path, '.git'),
    };
    const led = openSandbox(sandbox.path, env);
    // a hook is told by GIT_DIR what it is about; an audit of a path is about that path
    assert.equal(led.keyhound('history', sandbox.path, '--no-baseline').status, 1);
    assert.equal(led.keyhound('staged').status, 0);
    nothingRan(trap);
  });

  it('does not enter a bare repository that lies in a work tree (item 72)', () => {
    const { sandbox, directory } = trap;
    const bait = join(sandbox.path, 'bait');
    const bare = createSandbox('--bare');
    sandbox.write('bait/HEAD', 'ref: refs/heads/main\n');
    for (const folder of ['objects', 'refs']) mkdirSync(join(bait, folder), { recursive: true });
    sandbox.write(
      'bait/config',
      `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ..\n\tfsmonitor = ${payload(directory, 'bait')}\n`,
    );
    mkdirSync(join(bait, 'below'));
    for (const place of [bait, join(bait, 'below')]) {
      const inside = openSandbox(place, sandbox.env);
      for (const args of [['staged'], ['scan'], ['diff', 'HEAD~1..HEAD'], ['history'], ['doctor']]) {
        const { status, stderr } = inside.keyhound(...args);
        assert.ok(status !== null && status <= 3, stderr);
      }
    }
    nothingRan(trap);
    rmSync(bait, { recursive: true });
    assert.equal(bare.keyhound('history').status, 0);
  });

  it('does not read what an alternates file outside names, nor follow a .git file that points away', () => {
    const other = createSandbox();
    writeFileSync(join(other.path, '.git/objects/info/alternates'), '/\n/etc\n');
    other.write('a.txt', `${secretKey(3)}\n`);
    other.commit('a');
    assert.equal(other.keyhound('history').status, 1);
    const lost = temporaryDirectory();
    writeFileSync(join(lost, '.git'), 'gitdir: /nonexistent/elsewhere\n');
    const { status, stderr } = openSandbox(lost, other.env).keyhound('history');
    assert.equal(status, 2, stderr);
  });

  it('refuses a repository of somebody else until it is trusted (item 37)', {
    skip: process.getuid?.() !== 0,
  }, () => {
    const { sandbox } = { sandbox: createSandbox() };
    sandbox.write('a.txt', `${secretKey(4)}\n`);
    sandbox.commit('a');
    sandbox.tryGit('-c', 'alias.own=!chown -R 4321 .git .', 'own');
    for (const args of [['history'], ['staged'], ['diff', 'HEAD..HEAD']]) {
      const refused = sandbox.keyhound(...args);
      assert.equal(refused.status, 2, refused.stdout);
      assert.match(refused.stderr, /belongs to another user.*--trust/);
    }
    assert.equal(sandbox.keyhound('history', '--trust').status, 1);
    assert.equal(sandbox.keyhound('staged', '--trust').status, 0);
    writeFileSync(join(sandbox.env.HOME!, '.gitconfig'), `[safe]\n\tdirectory = ${sandbox.path}\n`);
    assert.equal(sandbox.keyhound('history').status, 1);
    const bare = createSandbox('--bare');
    bare.tryGit('-c', 'alias.own=!chown -R 4321 .', 'own');
    assert.equal(bare.keyhound('history').status, 2);
    assert.equal(bare.keyhound('history', '--trust').status, 0);
    chmodSync(bare.path, 0o755);
    assert.ok(existsSync(bare.path));
  });
});
