import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { commands } from '../src/cli/commands.js';
import { findGit } from '../src/sources/git/binary.js';
import { hardening, settings } from '../src/sources/git/invocation.js';
import { createSandbox, openSandbox, type Sandbox, temporaryDirectory } from './git-sandbox.js';
import { hostileRepository, type Trap, VECTORS } from './hostile-repository.js';
import { secretKey } from './sources/scanned.js';

/** What is run in the hostile repository, how it must end, and whether it is one of those that write there. */
interface Deed {
  readonly args: readonly string[];
  readonly ends: number;
  readonly writes?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

const READS: readonly Deed[] = [
  { args: ['staged'], ends: 1 },
  { args: ['scan', '--no-baseline'], ends: 1 },
  { args: ['diff', 'HEAD~1..HEAD', '--no-baseline'], ends: 1 },
  { args: ['history', '--no-cache', '--no-baseline'], ends: 1 },
];

const AZURE_SCHEDULE = { TF_BUILD: 'True', BUILD_REASON: 'Schedule', BUILD_SOURCEVERSION: 'HEAD' };

/** Every command, with what makes it look into the repository. */
const DEEDS: readonly Deed[] = [
  ...READS,
  { args: ['scan', '--no-gitignore', '--format', 'sarif'], ends: 1 },
  { args: ['diff', 'HEAD~1..HEAD', '--config-from', 'base'], ends: 1 },
  { args: ['diff'], ends: 1, env: AZURE_SCHEDULE },
  { args: ['hook', 'pre-commit'], ends: 1 },
  { args: ['hook', 'pre-merge-commit'], ends: 1 },
  { args: ['hook', 'commit-msg', '--', 'old.txt'], ends: 1 },
  { args: ['hook', 'commit-msg', '--', 'base.txt'], ends: 0, env: { GIT_EDITOR: 'vi' } },
  { args: ['hook', 'pre-push', '--', 'origin', 'url'], ends: 0 },
  { args: ['hook', 'pre-receive'], ends: 0 },
  { args: ['history'], ends: 1 },
  { args: ['history', '--unreachable', '--no-cache', '--with-authors'], ends: 1 },
  { args: ['history', '--since', '2020-01-01', '--path', 'old.txt'], ends: 1 },
  { args: ['history', '--branch', 'signed'], ends: 1 },
  { args: ['log', 'old.txt'], ends: 1 },
  { args: ['explain', 'old.txt:1'], ends: 0 },
  { args: ['rules', 'list'], ends: 0 },
  { args: ['report', 'report.json', '--format', 'sarif'], ends: 0 },
  { args: ['triage'], ends: 2 },
  { args: ['import', '.gitleaks.toml'], ends: 0, writes: true },
  { args: ['doctor'], ends: 2 },
  { args: ['sops', 'check'], ends: 0 },
  { args: ['sops', 'check', '--history'], ends: 3 },
  { args: ['sops', 'verify', 'values.yaml'], ends: 1 },
  { args: ['known', '--history', '--sops', '*.yaml'], ends: 3 },
  { args: ['index', 'build', '--sops', '*.yaml'], ends: 3 },
  { args: ['index', 'check'], ends: 0 },
  { args: ['migrate', 'old.txt:1', '--to', 'vault:secret/app'], ends: 2 },
  { args: ['rotate', 'old.txt:1'], ends: 2 },
  { args: ['revoke', 'lookup'], ends: 2 },
  { args: ['trace', 'old.txt'], ends: 2 },
  { args: ['mask', '--from-env'], ends: 2 },
  { args: ['init', 'git'], ends: 2, writes: true },
  { args: ['init', 'husky'], ends: 0, writes: true },
  { args: ['init', 'husky', '--uninstall'], ends: 0, writes: true },
  { args: ['init', 'lefthook'], ends: 0, writes: true },
  { args: ['init', 'pre-commit'], ends: 0, writes: true },
  { args: ['init', 'github'], ends: 0, writes: true },
  { args: ['init', 'github', '--uninstall'], ends: 0, writes: true },
  { args: ['baseline', 'create'], ends: 0, writes: true },
  { args: ['baseline', 'update', '--history'], ends: 2 },
  { args: ['baseline', 'check'], ends: 0 },
  { args: ['baseline', 'prune'], ends: 0, writes: true },
];

function run({ sandbox }: Trap, { args, env = {} }: Deed) {
  return openSandbox(sandbox.path, { ...sandbox.env, ...env }).keyhound(...args);
}

/** Everything of a repository that could be written: names and contents. */
function contentsOf(directory: string): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(directory, name);
    const stat = lstatSync(path);
    if (stat.isFile()) contents.set(name, createHash('sha1').update(readFileSync(path)).digest('hex'));
    else contents.set(name, stat.isSymbolicLink() ? readlinkSync(path) : 'directory');
  }
  return contents;
}

function readsOnly(trap: Trap, deed: Deed): void {
  const before = contentsOf(trap.sandbox.path);
  const ended = run(trap, deed);
  const shown = `${deed.args.join(' ')}: ${ended.stdout}${ended.stderr}`;
  assert.equal(ended.status, deed.ends, shown);
  assert.deepEqual(trap.ran(), [], shown);
  if (!deed.writes) assert.deepEqual(contentsOf(trap.sandbox.path), before, shown);
}

/** A repository with every trap at once, and files for the commands that want some. */
function armed(): Trap {
  const trap = hostileRepository(VECTORS);
  const { sandbox } = trap;
  sandbox.write('.husky/pre-commit', '');
  sandbox.write('.gitleaks.toml', 'title = "theirs"\n');
  sandbox.write('values.yaml', 'name: plain\n');
  sandbox.write('report.json', sandbox.keyhound('scan', '--format', 'json').stdout);
  return trap;
}

describe('item 71: nothing of a hostile repository runs or is written', () => {
  for (const vector of VECTORS) {
    it(`item 71: not by ${vector.name}, where git itself falls into it`, () => {
      const trap = hostileRepository([vector]);
      for (const deed of READS) readsOnly(trap, deed);
      if (!vector.trigger) return;
      trap.sandbox.tryGit(...vector.trigger(trap));
      assert.notDeepEqual(trap.ran(), []);
    });
  }

  const trap = armed();
  for (const deed of DEEDS) it(`item 71: by ${deed.args.join(' ')}`, () => readsOnly(trap, deed));

  it('item 71: there is a line above for every command', () => {
    const covered = new Set(DEEDS.map(({ args }) => args[0]));
    assert.deepEqual(
      Object.keys(commands).filter((name) => !covered.has(name)),
      [],
    );
  });
});

/** Whether processes can be traced here. */
const whyNoTrace =
  spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
    ? false
    : 'skipped: strace is not here, or may not trace';

/** The programs that a command started, with their arguments, and the addresses it connected to. */
function trace({ sandbox }: Trap, { args, env = {} }: Deed) {
  const file = join(temporaryDirectory(), 'trace');
  const options = ['-f', '-qq', '-v', '-s', '8192', '-e', 'trace=execve,connect,sendto', '-o', file];
  const entry = resolve('bin/keyhound.js');
  spawnSync('strace', [...options, process.execPath, entry, ...args], {
    cwd: sandbox.path,
    env: { ...sandbox.env, ...env },
    input: '',
  });
  const calls = readFileSync(file, 'utf8').split('\n');
  const started = calls.flatMap((call) => {
    const [, path, argv] = /^\d+ +execve\("([^"]*)", \[(.*?)\], \[.*\) = 0$/.exec(call) ?? [];
    return path && argv ? [{ path, argv: JSON.parse(`[${argv}]`) as readonly string[] }] : [];
  });
  return { started, connected: calls.filter((call) => /sa_family=AF_INET/.test(call)) };
}

describe('item 71: what a command starts', { skip: whyNoTrace }, () => {
  const trap = armed();
  const oneEach = new Map(DEEDS.map((deed) => [deed.args[0], deed]));
  for (const deed of [...READS, ...oneEach.values()]) {
    it(`item 71: is git with hardened arguments and nothing else: ${deed.args.join(' ')}`, () => {
      const { started, connected } = trace(trap, deed);
      const [self, ...others] = started;
      assert.equal(self?.path, process.execPath);
      const git = findGit(trap.sandbox.env, trap.sandbox.path);
      for (const { path, argv } of others) {
        assert.equal(path, git, argv.join(' '));
        const byLibrary = settings.flatMap((setting) => ['-c', setting]);
        const isHardened = [hardening, byLibrary].some((wanted) =>
          wanted.every((argument, index) => argv[index + 1] === argument),
        );
        assert.ok(isHardened, argv.join(' '));
      }
      assert.deepEqual(connected, []);
      assert.deepEqual(trap.ran(), []);
    });
  }
});

describe('a hostile repository', () => {
  const trap = armed();

  it('item 30: a missing object is named as not scanned, and not fetched', () => {
    const gone = trap.sandbox.git('rev-parse', 'HEAD:gone.txt');
    const { stdout } = trap.sandbox.keyhound('history', '--no-cache', '--format', 'json');
    const { skipped } = JSON.parse(stdout) as { skipped: { incomplete: boolean; reason: string }[] };
    assert.ok(skipped.some(({ incomplete, reason }) => incomplete && reason.includes(gone)));
    assert.deepEqual(trap.ran(), []);
  });

  it('item 73: is not helped by the environment', () => {
    const { sandbox, program } = trap;
    const other = createSandbox();
    const library = join(temporaryDirectory(), 'no-library.so');
    const trace = join(temporaryDirectory(), 'git-trace');
    const env = {
      ...sandbox.env,
      GIT_EXTERNAL_DIFF: program('env-diff'),
      GIT_PAGER: program('env-pager'),
      GIT_SSH_COMMAND: program('env-ssh'),
      GIT_SSH: program('env-ssh-plain'),
      GIT_ASKPASS: program('env-askpass'),
      SSH_ASKPASS: program('env-ssh-askpass'),
      GIT_EDITOR: program('env-editor'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: program('env-config'),
      GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${program('env-parameters')}'`,
      GIT_CONFIG_GLOBAL: join(sandbox.path, '.git/config'),
      GIT_CONFIG_SYSTEM: join(sandbox.path, '.git/config'),
      GIT_EXEC_PATH: temporaryDirectory(),
      GIT_TEMPLATE_DIR: temporaryDirectory(),
      GIT_PROXY_COMMAND: program('env-proxy'),
      GIT_TRACE: trace,
      GIT_DIR: join(other.path, '.git'),
    };
    const led = openSandbox(sandbox.path, env);
    // a hook is told by GIT_DIR what it is about; an audit of a path is about that path
    for (const args of [
      ['history', sandbox.path, '--no-baseline'],
      ['scan', '--no-baseline'],
      ['diff', 'HEAD~1..HEAD', '--no-baseline'],
    ])
      assert.equal(led.keyhound(...args).status, 1, args.join(' '));
    assert.equal(led.keyhound('staged').status, 0);
    assert.deepEqual(trap.ran(), []);
    assert.equal(existsSync(trace), false);
    // LD_PRELOAD is the caller's own for Node; git, which is what reads the repository, does not get it
    const preloaded = openSandbox(sandbox.path, { ...sandbox.env, LD_PRELOAD: library });
    const { stderr } = preloaded.keyhound('history', '--no-cache', '--no-baseline');
    assert.ok(stderr.split('no-library.so').length <= 2, stderr);
  });

  it('item 73: does not get NODE_OPTIONS of its own: what runs is one process', { skip: whyNoTrace }, () => {
    const { started } = trace(trap, { args: ['scan', '--jobs', '8'], ends: 1 });
    assert.equal(started.filter(({ path }) => path === process.execPath).length, 1);
  });

  it('item 72: a bare repository in a work tree is not entered, and its files are scanned as files', () => {
    const { sandbox, program } = trap;
    const bait = join(sandbox.path, 'bait');
    sandbox.write('bait/HEAD', 'ref: refs/heads/main\n');
    for (const folder of ['objects', 'refs', 'below']) mkdirSync(join(bait, folder), { recursive: true });
    sandbox.write(
      'bait/config',
      `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ..\n\tfsmonitor = ${program('bait')}\n`,
    );
    sandbox.write('bait/key.txt', `${secretKey(9)}\n`);
    for (const place of [bait, join(bait, 'below')]) {
      const inside = openSandbox(place, sandbox.env);
      for (const args of [['staged'], ['scan'], ['diff', 'HEAD~1..HEAD'], ['history'], ['doctor']]) {
        const { status, stderr } = inside.keyhound(...args);
        assert.ok(status !== null && status <= 3, stderr);
      }
    }
    assert.deepEqual(trap.ran(), []);
    assert.match(sandbox.keyhound('scan', '--no-baseline').stdout, /^bait\/key\.txt$/m);
    rmSync(bait, { recursive: true });
  });

  it('item 72: a repository within the work tree is named as not scanned', () => {
    const { sandbox, program } = trap;
    const inner = openSandbox(join(sandbox.path, 'inner'), sandbox.env);
    mkdirSync(inner.path);
    inner.git('init', '-q');
    inner.write('key.txt', `${secretKey(8)}\n`);
    inner.git('config', 'core.fsmonitor', program('inner'));
    const { stdout } = sandbox.keyhound('scan', '--no-baseline', '--format', 'json');
    const { skipped, findings } = JSON.parse(stdout) as {
      skipped: { path: string; reason: string; incomplete: boolean }[];
      findings: { path: string }[];
    };
    assert.deepEqual(
      skipped.filter(({ path }) => path.startsWith('inner')),
      [{ path: 'inner/', reason: 'a git repository of its own: scan it by itself', incomplete: false }],
    );
    assert.ok(!findings.some(({ path }) => path.startsWith('inner')));
    assert.match(inner.keyhound('scan').stdout, /key\.txt/);
    assert.deepEqual(trap.ran(), []);
    rmSync(inner.path, { recursive: true });
  });

  it('item 72: borrowed objects of other places are read by git alone, and named where they are missing', () => {
    const other = createSandbox();
    writeFileSync(join(other.path, '.git/objects/info/alternates'), '/\n/nonexistent/objects\n');
    other.write('a.txt', `${secretKey(3)}\n`);
    other.commit('a');
    const { status, stdout } = other.keyhound('history', '--no-cache', '--format', 'json');
    assert.equal(status, 1);
    assert.match(stdout, /"reason":"[^"]*nonexistent\/objects[^"]*"/);
  });

  it('item 72: a .git file that points nowhere, or to what is no repository, ends the command', () => {
    const lost = temporaryDirectory();
    for (const target of ['/nonexistent/elsewhere', '/', lost]) {
      writeFileSync(join(lost, '.git'), `gitdir: ${target}\n`);
      for (const command of ['history', 'staged', 'doctor']) {
        const { status, stderr } = openSandbox(lost, trap.sandbox.env).keyhound(command);
        assert.equal(status, 2, `${command}: ${stderr}`);
        assert.match(stderr, /^keyhound: [^\n]+\n$/);
      }
    }
  });

  it('item 37: one of somebody else is refused until it is trusted', {
    skip: process.getuid?.() === 0 ? false : 'only root can give files away',
  }, () => {
    const sandbox = createSandbox();
    sandbox.write('a.txt', `${secretKey(4)}\n`);
    sandbox.commit('a');
    sandbox.tryGit('-c', 'alias.own=!chown -R 4321 .git .', 'own');
    for (const args of [['history'], ['staged'], ['diff', 'HEAD..HEAD'], ['doctor'], ['init', 'git']]) {
      const refused = sandbox.keyhound(...args);
      assert.equal(refused.status, 2, refused.stdout);
      assert.match(refused.stderr, /belongs to another user/);
    }
    assert.equal(sandbox.keyhound('history', '--trust').status, 1);
    assert.equal(sandbox.keyhound('staged', '--trust').status, 0);
    assert.equal(sandbox.keyhound('scan').status, 1);
    writeFileSync(join(sandbox.env.HOME!, '.gitconfig'), `[safe]\n\tdirectory = ${sandbox.path}\n`);
    assert.equal(sandbox.keyhound('history').status, 1);
    const bare = createSandbox('--bare');
    bare.tryGit('-c', 'alias.own=!chown -R 4321 .', 'own');
    assert.equal(bare.keyhound('history').status, 2);
    assert.equal(bare.keyhound('history', '--trust').status, 0);
    chmodSync(bare.path, 0o755);
  });
});
