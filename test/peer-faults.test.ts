import assert from 'node:assert/strict';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Report } from '../src/types.js';
import {
  createSandbox,
  keyhoundCommand,
  openSandbox,
  type Sandbox,
  temporaryDirectory,
} from './git-sandbox.js';
import { secretKey } from './sources/scanned.js';

// What scanners that read `git diff` and `git log -p` do not see, or take for clean (reliability.md, 3.3 and 3.4):
// each is built here, and must be found.

const line = `${secretKey(1)}\n`;
const FILLING = Array.from({ length: 50 }, (_, i) => `line ${i}\n`).join('');

/** A repository with some files, whose pre-commit hook is keyhound's. */
function hooked(): Sandbox {
  const sandbox = createSandbox();
  sandbox.write('a.txt', 'a\n');
  sandbox.write('long.txt', FILLING);
  symlinkSync('a.txt', join(sandbox.path, 'link'));
  sandbox.commit('base');
  sandbox.hook('pre-commit', `exec ${keyhoundCommand} hook pre-commit`);
  return sandbox;
}

/** A case of a commit: what is done before, and the arguments of `git commit`. */
interface CommitCase {
  readonly name: string;
  readonly prepare: (sandbox: Sandbox) => void;
  readonly commit?: readonly string[];
}

const stageAll = (sandbox: Sandbox) => sandbox.git('add', '-A');

function withSettings(
  settings: Readonly<Record<string, string>>,
  attributes = '',
): (sandbox: Sandbox) => void {
  return (sandbox) => {
    for (const [name, value] of Object.entries(settings)) sandbox.git('config', name, value);
    if (attributes !== '') sandbox.write('.gitattributes', attributes);
    sandbox.write('a.txt', `a\n${line}`);
    stageAll(sandbox);
  };
}

const COMMITS: readonly CommitCase[] = [
  { name: 'commit -a', prepare: (s) => s.write('a.txt', line), commit: ['-a'] },
  { name: 'commit -i', prepare: (s) => s.write('a.txt', line), commit: ['-i', 'a.txt'] },
  { name: 'commit --only', prepare: (s) => s.write('a.txt', line), commit: ['--only', 'a.txt'] },
  {
    name: 'a moved and edited file',
    prepare(sandbox) {
      sandbox.git('mv', 'long.txt', 'moved.txt');
      sandbox.write('moved.txt', FILLING + line);
      stageAll(sandbox);
    },
  },
  {
    name: 'a copied and edited file',
    prepare(sandbox) {
      sandbox.write('copy.txt', FILLING + line);
      stageAll(sandbox);
    },
  },
  {
    name: 'a link that became a file',
    prepare(sandbox) {
      rmSync(join(sandbox.path, 'link'));
      sandbox.write('link', line);
      stageAll(sandbox);
    },
  },
  {
    name: 'a file that became a link',
    prepare(sandbox) {
      rmSync(join(sandbox.path, 'a.txt'));
      symlinkSync(secretKey(1), join(sandbox.path, 'a.txt'));
      stageAll(sandbox);
    },
  },
  { name: 'attributes that take the diff away', prepare: withSettings({}, '* -diff\n') },
  { name: 'attributes that call everything binary', prepare: withSettings({}, '* binary\n') },
  {
    name: 'a file with a NUL byte',
    prepare(sandbox) {
      sandbox.write('a.txt', Buffer.from(`a\0b\n${line}`));
      stageAll(sandbox);
    },
  },
  {
    name: 'a UTF-16 file',
    prepare(sandbox) {
      sandbox.write('a.txt', Buffer.from(`\ufeff${line}`, 'utf16le'));
      stageAll(sandbox);
    },
  },
  {
    name: 'a line that is no UTF-8',
    prepare(sandbox) {
      sandbox.write('a.txt', Buffer.concat([Buffer.from([0xfd, 0xff, 0xc0, 0x20]), Buffer.from(line)]));
      stageAll(sandbox);
    },
  },
  {
    name: 'plain text behind a mark of UTF-16',
    prepare(sandbox) {
      sandbox.write('a.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`a\n${line}`)]));
      stageAll(sandbox);
    },
  },
  { name: 'colours that are always on', prepare: withSettings({ 'color.ui': 'always' }) },
  { name: 'no prefixes in diffs', prepare: withSettings({ 'diff.noprefix': 'true' }) },
  { name: 'an order of files for diffs', prepare: withSettings({ 'diff.orderFile': 'long.txt' }) },
  { name: 'a converter for diffs', prepare: withSettings({ 'diff.x.textconv': 'true' }, '* diff=x\n') },
  { name: 'a diff program', prepare: withSettings({ 'diff.external': 'true' }) },
  {
    name: 'names that need quotes',
    prepare(sandbox) {
      sandbox.write('new\nline "quoted" \t.txt', line);
      stageAll(sandbox);
    },
  },
  {
    name: 'what is staged and no longer in the work tree',
    prepare(sandbox) {
      sandbox.write('a.txt', line);
      stageAll(sandbox);
      sandbox.write('a.txt', 'a\n');
    },
  },
];

describe('a commit (3.4)', () => {
  for (const { name, prepare, commit = [] } of COMMITS) {
    it(`is refused with a secret in ${name}`, () => {
      const sandbox = hooked();
      prepare(sandbox);
      const { status, stdout, stderr } = sandbox.tryGit('commit', '-qm', 'x', ...commit);
      assert.equal(status, 1, stdout + stderr);
      assert.match(stdout + stderr, /1 secret in 1 file/);
    });
  }

  it('is refused with a secret in one hunk of commit -p, and passes with the other', () => {
    const sandbox = hooked();
    sandbox.write('long.txt', `first\n${FILLING}${line}`);
    for (const [answers, status] of [
      ['n\\ny\\n', 1],
      ['y\\nn\\n', 0],
    ] as const) {
      const way = `alias.patch=!printf '${answers}' | git commit -qpm x`;
      assert.equal(sandbox.tryGit('-c', way, 'patch').status, status);
    }
  });
});

/** Each makes one place in a history in which a key is, and gives nothing else. */
const PLACES: Readonly<Record<string, (sandbox: Sandbox) => void>> = {
  'the resolution of a conflict'(sandbox) {
    branchOff(sandbox, 'a.txt', 'theirs\n');
    sandbox.tryGit('merge', '-q', 'side');
    sandbox.write('a.txt', line);
    sandbox.commit('resolved');
  },
  'a file that only a clean merge has'(sandbox) {
    branchOff(sandbox, 'side.txt', 'side\n');
    sandbox.git('merge', '-q', '--no-commit', 'side');
    sandbox.write('evil.txt', line);
    sandbox.commit('merged');
  },
  'a link that became a file'(sandbox) {
    rmSync(join(sandbox.path, 'link'));
    sandbox.write('link', line);
    sandbox.commit('type');
  },
  'a file without a diff'(sandbox) {
    sandbox.write('.gitattributes', '* -diff\n');
    sandbox.write('key.txt', line);
    sandbox.commit('hidden');
  },
  'the message of a commit without changes'(sandbox) {
    sandbox.commit(`says ${line}`);
  },
  'the message of a tag'(sandbox) {
    sandbox.git('tag', '-a', '-m', secretKey(1), 'v1');
  },
  'an old stash entry'(sandbox) {
    sandbox.write('a.txt', line);
    sandbox.git('stash', '-q');
    sandbox.write('a.txt', 'later\n');
    sandbox.git('stash', '-q');
  },
  'what only a reflog remembers'(sandbox) {
    sandbox.write('a.txt', line);
    sandbox.commit('reset away');
    sandbox.git('reset', '-q', '--hard', 'HEAD^');
  },
  'what a replacement hides'(sandbox) {
    sandbox.write('a.txt', line);
    const original = sandbox.commit('replaced');
    sandbox.git('replace', original, sandbox.git('commit-tree', '-m', 'clean', 'HEAD^^{tree}'));
    rmSync(join(sandbox.path, '.git/logs'), { recursive: true });
  },
  'a moved and edited file'(sandbox) {
    sandbox.git('mv', 'long.txt', 'moved.txt');
    sandbox.write('moved.txt', FILLING + line);
    sandbox.commit('moved');
  },
  'a note'(sandbox) {
    sandbox.git('notes', 'add', '-m', secretKey(1));
  },
};

function branchOff(sandbox: Sandbox, file: string, content: string): void {
  sandbox.git('checkout', '-q', '-b', 'side');
  sandbox.write(file, content);
  sandbox.commit('side');
  sandbox.git('checkout', '-q', 'main');
  sandbox.write('a.txt', 'ours\n');
  sandbox.commit('ours');
}

function reportOf(sandbox: Sandbox, ...args: string[]): Report {
  const { stdout, stderr } = sandbox.keyhound(...args, '--format', 'json');
  assert.ok(stdout.startsWith('{'), stderr);
  return JSON.parse(stdout) as Report;
}

describe('a history (3.4)', () => {
  for (const [name, make] of Object.entries(PLACES)) {
    it(`is not clean with a secret in ${name}`, () => {
      const sandbox = hooked();
      make(sandbox);
      const { findings, skipped } = reportOf(sandbox, 'history', '--no-cache');
      assert.deepEqual([findings.length, skipped], [1, []]);
    });
  }

  it('is not clean with a secret in its root, whatever log.showroot says', () => {
    const sandbox = createSandbox();
    sandbox.write('a.txt', line);
    const root = sandbox.commit('root');
    sandbox.git('config', 'log.showroot', 'false');
    assert.equal(reportOf(sandbox, 'history', '--no-cache').findings[0]?.commit?.id, root);
  });
});

describe('a range (3.3)', () => {
  it('holds the commits of every parent and all of forty commits, and none of the base', () => {
    const sandbox = hooked();
    sandbox.write('old.txt', `${secretKey(2)}\n`);
    sandbox.commit('old');
    sandbox.git('checkout', '-q', '-b', 'topic');
    for (let i = 0; i < 40; i++) {
      sandbox.write('many.txt', i === 35 ? line : `${i}\n`);
      sandbox.commit(`number ${i}`);
    }
    sandbox.git('checkout', '-q', '-b', 'second', 'main');
    sandbox.write('second.txt', `${secretKey(3)}\n`);
    const second = sandbox.commit('second parent');
    sandbox.git('checkout', '-q', 'topic');
    sandbox.git('merge', '-q', '--no-edit', 'second');
    const { findings, scanned } = reportOf(sandbox, 'diff', 'main..topic');
    assert.equal(scanned.commits, 42);
    assert.deepEqual(
      findings.map(({ path, commit }) => [path, commit?.id]),
      [
        ['many.txt', sandbox.git('rev-parse', ':/number 35')],
        ['second.txt', second],
      ],
    );
  });

  it('may begin before the first commit, and may be empty', () => {
    const sandbox = createSandbox();
    sandbox.write('a.txt', line);
    const root = sandbox.commit('root');
    const env = { ...sandbox.env, CIRCLECI: 'true', CIRCLE_SHA1: root, CIRCLE_BRANCH: 'main' };
    assert.equal(reportOf(openSandbox(sandbox.path, env), 'diff').findings.length, 1);
    const same = sandbox.keyhound('diff', 'HEAD..HEAD');
    assert.deepEqual([same.status, /Nothing to scan/.test(same.stdout)], [0, true]);
  });

  it('has exit codes that tell a finding, a wrong call and an incomplete scan apart', () => {
    const sandbox = hooked();
    sandbox.write('a.txt', line);
    sandbox.commit('key');
    assert.equal(sandbox.keyhound('diff', 'HEAD~1..HEAD').status, 1);
    assert.equal(sandbox.keyhound('diff', 'gone..HEAD').status, 2);
    rmSync(join(sandbox.path, '.git/objects', blobPath(sandbox, 'HEAD:a.txt')));
    assert.equal(sandbox.keyhound('diff', 'HEAD~1..HEAD').status, 3);
    writeFileSync(join(sandbox.path, '.git/HEAD'), 'broken');
    for (const command of ['history', 'staged', 'diff']) assert.equal(sandbox.keyhound(command).status, 2);
    const nowhere = openSandbox(temporaryDirectory(), sandbox.env);
    for (const command of ['history', 'staged', 'diff']) assert.equal(nowhere.keyhound(command).status, 2);
  });
});

function blobPath(sandbox: Sandbox, revision: string): string {
  const oid = sandbox.git('rev-parse', revision);
  return join(oid.slice(0, 2), oid.slice(2));
}

describe('a hook (3.3)', () => {
  it('fails closed: no git, a broken index and broken settings refuse the commit', () => {
    const breaks: readonly ((sandbox: Sandbox) => string)[] = [
      () =>
        `PATH=/nowhere exec ${keyhoundCommand} hook pre-commit --fail-on certain --min-confidence probable`,
      (sandbox) => {
        sandbox.write('.keyhound.json', '{"nonsense": 1}');
        sandbox.git('add', '-A');
        return `exec ${keyhoundCommand} hook pre-commit`;
      },
    ];
    for (const breakIt of breaks) {
      const sandbox = hooked();
      sandbox.write('a.txt', 'changed\n');
      sandbox.git('mv', 'long.txt', 'moved.txt');
      sandbox.git('add', '-A');
      sandbox.hook('pre-commit', breakIt(sandbox));
      const { status, stderr } = sandbox.tryGit('commit', '-qm', 'x');
      assert.equal(status, 1, stderr);
      assert.match(stderr, /^keyhound: /m);
    }
  });

  it('says how much it has looked at, and needs neither a licence nor a token nor a network', () => {
    const sandbox = hooked();
    sandbox.write('a.txt', 'changed\n');
    const { stdout, stderr } = sandbox.tryGit('commit', '-am', 'x');
    assert.match(stdout + stderr, /No secrets\. Scanned 1 file, 8 bytes\./);
  });
});
