import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { cachedIndex } from '../src/cli/cached-index.js';
import { fill } from './fill.js';
import { createSandbox, openSandbox, type Sandbox, temporaryDirectory } from './git-sandbox.js';
import { createRandom } from './random.js';

const key = fill('sk_live_{alnum:24}');
const secret = `STRIPE_KEY = "${key}"\n`;
const DIST = resolve('dist');
const ASK = `process.exit(require(${JSON.stringify(join(DIST, 'hook.cjs'))}).glance(process.argv.slice(1), ${JSON.stringify(DIST)}) ? 0 : 9)`;

/** What a glance prints; undefined: it leaves this to the scan. */
function glance({ path, env }: Sandbox, ...argv: string[]): string | undefined {
  const asked = argv.length > 0 ? argv : ['staged'];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', ASK, ...asked], {
    cwd: path,
    env,
    encoding: 'utf8',
  });
  assert.ok(status === 0 || status === 9, stderr);
  assert.equal(status === 9 ? stdout : '', '');
  return status === 0 ? stdout : undefined;
}

/** What a scan without a glance says. */
function scan({ path, env }: Sandbox): { readonly status: number | null; readonly stdout: string } {
  return openSandbox(path, { ...env, KEYHOUND_NO_WASM: '1' }).keyhound('staged');
}

function isAnswered(sandbox: Sandbox): void {
  const { status, stdout } = scan(sandbox);
  assert.equal(status, 0);
  assert.equal(glance(sandbox), stdout);
}

function isLeft(sandbox: Sandbox): void {
  assert.equal(glance(sandbox), undefined);
}

function lines(count: number, word = 'line'): string {
  return Array.from(
    { length: count },
    (_, i) => `const ${word}${i} = process.env.${word}_KEY ?? ${i};\n`,
  ).join('');
}

/** Two commits with files in several directories. */
function repository(...init: string[]): Sandbox {
  const sandbox = createSandbox(...init);
  for (const name of ['a.js', 'b.js', 'lib/c.js', 'lib/deep/d.js', 'lib-x/e.js', 'z.txt'])
    sandbox.write(name, lines(60));
  sandbox.commit('first');
  sandbox.write('lib/c.js', lines(80));
  sandbox.commit('second');
  return sandbox;
}

describe('a glance at a commit answers as the scan does', () => {
  it('for nothing, for changed lines, new files in old and new folders, deletions, modes and links', () => {
    const sandbox = repository();
    isAnswered(sandbox);
    sandbox.write('a.js', lines(61));
    sandbox.write('lib/deep/d.js', `// new\n${lines(60)}`);
    sandbox.git('add', '-A');
    isAnswered(sandbox);
    sandbox.write('lib/new.js', 'fresh\n');
    sandbox.write('other/deeper/new.js', 'fresh\n');
    sandbox.write('empty', '');
    chmodSync(join(sandbox.path, 'b.js'), 0o755);
    symlinkSync('a.js', join(sandbox.path, 'link'));
    sandbox.git('add', '-A');
    isAnswered(sandbox);
    sandbox.git('commit', '-qnm', 'more');
    rmSync(join(sandbox.path, 'lib/new.js'));
    rmSync(join(sandbox.path, 'other'), { recursive: true });
    sandbox.write('z.txt', lines(3));
    sandbox.git('add', '-A');
    isAnswered(sandbox);
  });

  it('for objects in packs, deltas among them, packed refs, a detached HEAD and a linked work tree', () => {
    const sandbox = repository();
    sandbox.git('gc', '-q', '--aggressive', '--prune=now');
    sandbox.write('lib/c.js', lines(81));
    sandbox.write('lib-x/e.js', lines(59));
    sandbox.git('add', '-A');
    isAnswered(sandbox);
    sandbox.git('checkout', '-q', '--detach');
    isAnswered(sandbox);
    const linked = join(temporaryDirectory(), 'linked');
    sandbox.git('worktree', 'add', '-q', linked);
    const other = openSandbox(linked, sandbox.env);
    other.write('b.js', lines(70));
    other.git('add', '-A');
    isAnswered(other);
  });

  it('for names that are no ASCII and for what git tells its hooks', () => {
    const sandbox = repository();
    sandbox.write('ünï/ cö"de\t.js', lines(5));
    sandbox.git('add', '-A');
    isAnswered(sandbox);
    sandbox.write('b.js', lines(70));
    sandbox.git('commit', '-qnm', 'names');
    sandbox.hook(
      'pre-commit',
      `exec '${process.execPath}' -e '${ASK.replace(/'/g, `'\\''`)}' hook pre-commit`,
    );
    for (const args of [['-a'], ['-i', 'a.js'], ['--only', 'a.js']]) {
      sandbox.write('a.js', lines(61 + args.join('').length));
      sandbox.git('commit', '-qm', 'by its hook', ...args);
    }
  });

  it('for a message that was not edited', () => {
    const sandbox = repository();
    sandbox.write('message', 'Fix the parser\n');
    const { stdout } = sandbox.keyhound('hook', 'commit-msg', '--', 'message');
    assert.equal(glance(sandbox, 'hook', 'commit-msg', '--', 'message'), stdout);
    sandbox.write('message', `Use ${key}\n`);
    assert.equal(glance(sandbox, 'hook', 'commit-msg', '--', 'message'), undefined);
    assert.equal(sandbox.keyhound('hook', 'commit-msg', '--', 'message').status, 1);
  });
});

describe('a glance leaves to the scan', () => {
  it('a secret in a new line, behind base64 and in a name', () => {
    const cases: Readonly<Record<string, string>> = {
      'a.js': `${lines(30)}${secret}${lines(30)}`,
      'b.js': `${lines(30)}x = "${Buffer.from(secret).toString('base64')}"\n${lines(30)}`,
      [key]: 'a name\n',
    };
    for (const [name, content] of Object.entries(cases)) {
      const sandbox = repository();
      sandbox.write(name, content);
      sandbox.git('add', '-A');
      isLeft(sandbox);
      assert.equal(scan(sandbox).status, 1, name);
    }
  });

  it('what is not plain: moved files, merges, conflicts, submodules, LFS pointers, UTF-16, large files', () => {
    const cases: readonly ((sandbox: Sandbox) => void)[] = [
      ({ path }) => renameSync(join(path, 'a.js'), join(path, 'moved.js')),
      (sandbox) => sandbox.write('wide.txt', Buffer.from('\ufeffwide\r\ntext\r\n', 'utf16le')),
      (sandbox) => sandbox.write('large.bin', Buffer.alloc(9 * 2 ** 20, 'text\n')),
      (sandbox) =>
        sandbox.write(
          'pointer',
          `version https://git-lfs.github.com/spec/v1\noid sha256:${'ab'.repeat(32)}\nsize 12\n`,
        ),
      (sandbox) => {
        sandbox.git('init', '-q', 'module');
        sandbox.git('-C', 'module', 'commit', '-q', '--allow-empty', '-m', 'module');
      },
    ];
    for (const change of cases) {
      const sandbox = repository();
      change(sandbox);
      sandbox.git('add', '-A');
      isLeft(sandbox);
    }
    const merging = repository();
    merging.git('checkout', '-qb', 'side', 'HEAD~1');
    merging.write('lib/c.js', lines(40, 'side'));
    merging.commit('side');
    assert.notEqual(merging.tryGit('merge', '-q', 'main').status, 0);
    isLeft(merging);
    merging.git('add', '-A');
    isLeft(merging);
  });

  it('repositories and indexes of other kinds', () => {
    const kinds: readonly ((sandbox: Sandbox) => void)[] = [
      (sandbox) => sandbox.git('update-index', '--index-version', '4'),
      (sandbox) => sandbox.git('update-index', '--split-index'),
      (sandbox) => sandbox.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'lib'),
      (sandbox) => sandbox.git('config', 'extensions.worktreeConfig', 'true'),
      (sandbox) => sandbox.git('config', 'include.path', 'other'),
      (sandbox) => {
        sandbox.write('later', 'x');
        sandbox.git('add', '-N', 'later');
      },
    ];
    for (const kind of kinds) {
      const sandbox = repository();
      sandbox.write('lib/c.js', lines(90));
      sandbox.git('add', '-A');
      isAnswered(sandbox);
      kind(sandbox);
      isLeft(sandbox);
    }
    const sha256 = repository('--object-format=sha256');
    isLeft(sha256);
  });

  it('a broken baseline, and objects that are missing or borrowed', () => {
    const sandbox = repository();
    sandbox.write('.keyhound/baseline.json', '{');
    isLeft(sandbox);
    sandbox.git('add', '-A');
    isLeft(sandbox);
    assert.equal(sandbox.keyhound('staged').status, 2);
    sandbox.git('rm', '-rqf', '.keyhound');
    isAnswered(sandbox);
    sandbox.write('a.js', lines(63));
    sandbox.git('add', '-A');
    const oid = sandbox.git('rev-parse', ':a.js');
    rmSync(join(sandbox.path, '.git/objects', oid.slice(0, 2), oid.slice(2)));
    isLeft(sandbox);
    assert.equal(sandbox.keyhound('staged').status, 3);
  });

  it('a branch whose head is a name or no id', () => {
    for (const head of ['ref: refs/heads/other\n', 'no id\n', '']) {
      const sandbox = repository();
      sandbox.write('.git/refs/heads/main', head);
      isLeft(sandbox);
    }
  });
});

describe('a glance and settings', () => {
  const HARMLESS = JSON.stringify({
    paths: { exclude: ['docs/**'] },
    disabledRules: ['generic-password'],
    allow: [{ paths: ['test/**'], reason: 'made up', expires: '2020-01-01' }],
    confidence: [{ paths: ['test/**'], min: 'certain' }],
    severities: { 'generic-password': 'low' },
    honour: ['gitleaks'],
  });
  /** Every text of its own: what another run of the tests kept must not count. */
  const unique = (text: string) => `${text}${' '.repeat(1 + (Date.now() % 20_000))}\n`;

  /** What the whole program says once, by which it knows the settings from then on. */
  function isScannedOnce(sandbox: Sandbox): void {
    isLeft(sandbox);
    assert.equal(sandbox.keyhound('staged').status, 0);
  }

  it('are seen together: those that only leave out, once a scan has read them', () => {
    const cases: Readonly<Record<string, string>> = {
      '.keyhound.json': unique(HARMLESS),
      '.keyhound.jsonc': unique(`// why\n${HARMLESS}`),
      '.keyhound.yaml': `disabledRules: [generic-password]\n# ${unique('')}`,
      '.keyhound.toml': `disabledRules = ["generic-password"]\n# ${unique('')}`,
      'package.json': unique(`{"name": "x", "keyhound": ${HARMLESS}}`),
    };
    for (const [name, text] of Object.entries(cases)) {
      const sandbox = repository();
      sandbox.write(name, text);
      sandbox.write('docs/new.md', 'nothing\n');
      sandbox.git('add', '-A');
      isScannedOnce(sandbox);
      isAnswered(sandbox);
      sandbox.commit('settings');
      sandbox.write('a.js', lines(61));
      sandbox.git('add', '-A');
      isAnswered(sandbox);
      sandbox.write('message', 'Fix the parser\n');
      assert.notEqual(glance(sandbox, 'hook', 'commit-msg', '--', 'message'), undefined);
      // what is committed is judged by what is committed with it
      sandbox.write(name, `${text} `);
      isAnswered(sandbox);
      sandbox.git('add', '-A');
      isLeft(sandbox);
    }
  });

  it('of the other kinds are always left to the scan', () => {
    const rule = { id: 'acme-key', title: 'x', pattern: 'acme_[a-z]{20}', keywords: ['acme_'] };
    const cases: readonly unknown[] = [
      { limits: { maxFileSize: '1K' } },
      { limits: { decodeDepth: 0 } },
      { rules: [rule] },
      { extends: './more.json' },
    ];
    for (const settings of cases) {
      const sandbox = repository();
      sandbox.write('more.json', '{}');
      sandbox.write('.keyhound.json', unique(JSON.stringify(settings)));
      sandbox.git('add', '-A');
      const { status, stdout, stderr } = sandbox.keyhound('staged');
      assert.ok(status === 0 || status === 3, stdout + stderr);
      isLeft(sandbox);
    }
  });

  it('that are wrong, two at once, a link, or not staged are left to the scan', () => {
    const sandbox = repository();
    const text = unique('{"disabledRules": []}');
    sandbox.write('.keyhound.json', text);
    isLeft(sandbox);
    sandbox.git('add', '-A');
    isScannedOnce(sandbox);
    isAnswered(sandbox);
    sandbox.write('.keyhound.toml', '');
    sandbox.git('add', '-A');
    isLeft(sandbox);
    assert.equal(sandbox.keyhound('staged').status, 2);
    sandbox.git('rm', '-qf', '.keyhound.toml');
    isAnswered(sandbox);
    sandbox.write('.keyhound.json', unique('{"disabledRules": ["no-such-rule"]}'));
    sandbox.git('add', '-A');
    // read by another file's name, they are not known
    sandbox.write('other.json', '{}');
    assert.equal(sandbox.keyhound('staged', '--config', 'other.json').status, 0);
    isLeft(sandbox);
    assert.equal(sandbox.keyhound('staged').status, 2);
    rmSync(join(sandbox.path, '.keyhound.json'));
    sandbox.write('target', text);
    symlinkSync('target', join(sandbox.path, '.keyhound.json'));
    sandbox.git('add', '-A');
    isLeft(sandbox);
  });

  it('that are only in package.json of the work tree do not count, nor does the name alone', () => {
    const sandbox = repository();
    sandbox.write('package.json', '{"devDependencies": {"keyhound": "*"}}');
    sandbox.git('add', '-A');
    isAnswered(sandbox);
    sandbox.write('package.json', '{"keyhound": {"no": 1}}');
    isAnswered(sandbox);
    sandbox.git('add', '-A');
    isLeft(sandbox);
  });

  it('and a baseline are seen together', () => {
    const sandbox = repository();
    sandbox.write('old.js', secret);
    sandbox.commit('old');
    assert.equal(sandbox.keyhound('baseline', 'create').status, 0);
    isLeft(sandbox);
    sandbox.commit('baseline');
    sandbox.write('a.js', lines(61));
    sandbox.git('add', '-A');
    isAnswered(sandbox);
    sandbox.write('old.js', `${secret}${secret}`);
    sandbox.git('add', '-A');
    isLeft(sandbox);
  });

  it('are no matter before the first commit either', () => {
    const sandbox = createSandbox();
    sandbox.write('a.txt', 'one\n');
    sandbox.write('lib/b.txt', 'two\n');
    sandbox.git('add', '-A');
    isAnswered(sandbox);
    sandbox.write('lib/key.js', secret);
    sandbox.git('add', '-A');
    isLeft(sandbox);
  });
});

describe('a glance leaves to the scan what the secret stores have a say in', () => {
  // the form alone: nothing decrypts it
  const cipher = `ENC[AES256_GCM,data:${'QUJD'.repeat(3)},iv:${'QUJD'.repeat(4)},tag:${'QUJD'.repeat(5)}QQ==,type:str]`;

  it('encrypted files, copies beside them, and files that a .sops.yaml governs', () => {
    const sandbox = repository();
    sandbox.write('lib/secrets.enc.yaml', `a: ${cipher}\nsops:\n    mac: x\n`);
    sandbox.git('add', '-A');
    isLeft(sandbox);
    sandbox.git('commit', '-qnm', 'encrypted');
    sandbox.write('other/secrets.yaml', 'a: plain\n');
    sandbox.git('add', '-A');
    isAnswered(sandbox);
    sandbox.write('lib/secrets.yaml', 'a: plain\n');
    sandbox.git('add', '-A');
    isLeft(sandbox);
    sandbox.git('commit', '-qnm', 'copy');
    sandbox.write('.sops.yaml', 'creation_rules: []\n');
    sandbox.git('add', '-A');
    isLeft(sandbox);
    sandbox.git('commit', '-qnm', 'config');
    sandbox.write('lib/c.js', lines(3));
    sandbox.git('add', '-A');
    isLeft(sandbox);
  });

  it('everything, where there is an index of known values', () => {
    const sandbox = repository();
    const cache = temporaryDirectory();
    const withCache = openSandbox(sandbox.path, { ...sandbox.env, XDG_CACHE_HOME: cache });
    isAnswered(withCache);
    mkdirSync(join(cache, 'keyhound'));
    isAnswered(withCache);
    writeFileSync(cachedIndex(sandbox.path, { XDG_CACHE_HOME: cache }), '{}');
    isLeft(withCache);
  });
});

it('a glance and the scan agree on made-up commits', () => {
  const random = createRandom(4);
  const folders = ['', 'a/', 'a/b/', 'a-b/', 'a.b/', 'c/'];
  const sandbox = createSandbox();
  sandbox.write('start', 'start\n');
  sandbox.commit('start');
  let answered = 0;
  for (let round = 0; round < 40; round++) {
    for (let change = 0; change < 1 + random.below(4); change++) {
      const name = `${random.pick(folders)}${random.pick(['x', 'y', 'x.y', 'z'])}.txt`;
      const content = lines(random.below(90), random.pick(['alpha', 'beta']));
      if (random.below(100) < 15) rmSync(join(sandbox.path, name), { force: true });
      else sandbox.write(name, random.below(10) === 0 ? content + secret : content);
    }
    sandbox.git('add', '-A');
    const said = glance(sandbox);
    const { status, stdout } = scan(sandbox);
    if (said !== undefined) assert.deepEqual({ status, stdout }, { status: 0, stdout: said });
    if (said !== undefined) answered++;
    sandbox.git('commit', '-qnm', `${round}`, '--allow-empty');
    if (round % 10 === 9) sandbox.git('gc', '-q', '--prune=now');
  }
  assert.ok(answered >= 10, `only ${answered} of 40 were answered`);
});
