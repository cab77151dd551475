import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  createSandbox,
  type Ended,
  keyhoundCommand,
  openSandbox,
  type Sandbox,
  temporaryDirectory,
} from '../git-sandbox.js';
import { secretKey } from '../sources/scanned.js';

const all = ({ stdout, stderr }: Ended) => stdout + stderr;

function isRefused(ended: Ended): void {
  assert.notEqual(ended.status, 0, all(ended));
  assert.match(all(ended), /Stripe/);
}

function succeeds(ended: Ended): void {
  assert.equal(ended.status, 0, all(ended));
}

/** A clone with one pushed commit, and the repository it pushes to. */
function cloned(): { clone: Sandbox; origin: Sandbox } {
  const origin = createSandbox('--bare');
  const clone = createSandbox();
  clone.git('remote', 'add', 'origin', origin.path);
  clone.write('base.txt', `base\n${secretKey(1)}\n`);
  clone.commit('base, with an old secret');
  clone.git('push', '-q', 'origin', 'main');
  return { clone, origin };
}

describe('pre-push (items 15 and 16)', () => {
  it('finds what rebases, cherry-picks and --no-verify brought past the other hooks', () => {
    const { clone } = cloned();
    clone.hook('pre-push', `exec ${keyhoundCommand} hook pre-push -- "$@"`);
    clone.git('checkout', '-q', '-b', 'side');
    clone.write('side.txt', `${secretKey(2)}\n`);
    const picked = clone.commit('side');
    clone.git('checkout', '-q', 'main');
    clone.write('base.txt', `base\n${secretKey(1)}\nmore\n`);
    clone.commit('clean');
    succeeds(clone.tryGit('push', '-q', 'origin', 'main'));
    clone.git('cherry-pick', picked);
    isRefused(clone.tryGit('push', '-q', 'origin', 'main'));
  });

  it('knows the range of new branches, tags, force pushes, expressions and several refs; deleting is nothing', () => {
    const { clone } = cloned();
    clone.hook('pre-push', `exec ${keyhoundCommand} hook pre-push -- "$@"`);
    succeeds(clone.tryGit('push', '-q', 'origin', 'main:same'));
    clone.write('new.txt', `${secretKey(3)}\n`);
    clone.commit('secret');
    clone.write('new.txt', 'removed again\n');
    clone.commit('clean again');
    isRefused(clone.tryGit('push', '-q', 'origin', 'main:topic'));
    isRefused(clone.tryGit('push', '-q', 'origin', 'HEAD~1:refs/heads/expression'));
    isRefused(clone.tryGit('push', '-q', 'origin', 'HEAD~2:refs/heads/fine', 'main:refs/heads/bad'));
    isRefused(clone.tryGit('push', '-q', '--force', 'origin', 'main'));
    succeeds(clone.tryGit('push', '-q', 'origin', 'HEAD~2:refs/heads/expression'));
    succeeds(clone.tryGit('push', '-q', 'origin', ':same'));
    clone.git('tag', '-a', '-m', secretKey(4), 'v1', 'HEAD~2');
    isRefused(clone.tryGit('push', '-q', 'origin', 'v1'));
    const { status, stdout } = clone.keyhound('hook', 'pre-push', '--', 'origin', 'url');
    assert.equal(status, 0, stdout);
  });
});

describe('pre-receive (item 17)', () => {
  it('scans what is in quarantine, once for many refs, and lets deletions pass', () => {
    const { clone, origin } = cloned();
    origin.hook('pre-receive', `exec ${keyhoundCommand} hook pre-receive`);
    clone.write('base.txt', `base\n${secretKey(1)}\nmore\n`);
    clone.commit('beside the old secret');
    succeeds(clone.tryGit('push', '-q', 'origin', 'main'));
    clone.write('new.txt', `${secretKey(2)}\n`);
    clone.commit('secret');
    const refs = Array.from({ length: 50 }, (_, i) => `main:refs/heads/b${i}`);
    isRefused(clone.tryGit('push', '-q', 'origin', ...refs));
    succeeds(clone.tryGit('push', '-q', 'origin', ...refs.map((ref) => ref.replace('main', 'main~1'))));
    succeeds(clone.tryGit('push', '-q', 'origin', ':b1', ':b2'));
    clone.git('reset', '-q', '--hard', 'HEAD^');
    // what is pushed does not decide how it is judged
    clone.write(
      '.keyhound.json',
      JSON.stringify({ paths: { exclude: ['**'] }, disabledRules: ['stripe-live-secret-key'] }),
    );
    clone.write('sly.txt', `${secretKey(3)} // keyhound:ignore\n`);
    clone.commit('with an excuse');
    isRefused(clone.tryGit('push', '-q', 'origin', 'main'));
  });
});

describe('commit-msg (item 24)', () => {
  it('reads the message, without the comments that git strips', () => {
    const { clone } = cloned();
    clone.hook('commit-msg', `exec ${keyhoundCommand} hook commit-msg -- "$1"`);
    isRefused(clone.tryGit('commit', '-q', '--allow-empty', '-m', `says ${secretKey(1)}`));
    const editor = join(temporaryDirectory(), 'editor');
    writeFileSync(editor, `#!/bin/sh\nprintf 'fine\\n# ${secretKey(2)}\\n' > "$1"\n`, { mode: 0o755 });
    const edited = openSandbox(clone.path, { ...clone.env, GIT_EDITOR: editor });
    succeeds(edited.tryGit('commit', '-q', '--allow-empty'));
    writeFileSync(editor, `#!/bin/sh\nprintf 'fine\\n\\n${secretKey(2)}\\n' > "$1"\n`, { mode: 0o755 });
    isRefused(edited.tryGit('commit', '-q', '--allow-empty'));
    // without an editor git keeps such lines
    isRefused(clone.tryGit('commit', '-q', '--allow-empty', '-m', `x\n# ${secretKey(2)}`));
  });
});

describe('hooks without a terminal (item 27)', () => {
  it('end with the right code when their input and output are closed', () => {
    const { clone } = cloned();
    clone.write('new.txt', `${secretKey(5)}\n`);
    clone.git('add', '-A');
    clone.hook('pre-commit', `exec ${keyhoundCommand} hook pre-commit <&- >&-`);
    assert.equal(clone.tryGit('commit', '-qm', 'x').status, 1);
    clone.hook('pre-push', `exec ${keyhoundCommand} hook pre-push -- "$@" <&-`);
    assert.equal(clone.tryGit('push', '-q', 'origin', 'main').status, 0);
  });
});

describe('the range of a pull request (item 62)', () => {
  it('is judged by the settings of its base in CI', () => {
    const { clone } = cloned();
    clone.git('checkout', '-q', '-b', 'topic');
    clone.write('.keyhound.json', JSON.stringify({ disabledRules: ['stripe-live-secret-key'] }));
    clone.write('new.txt', `${secretKey(6)} # keyhound:ignore\n`);
    const head = clone.commit('with an excuse');
    const event = join(temporaryDirectory(), 'event.json');
    writeFileSync(
      event,
      JSON.stringify({
        pull_request: { head: { sha: head }, base: { sha: clone.git('rev-parse', 'main') } },
      }),
    );
    const ci = {
      ...clone.env,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
    };
    const judged = openSandbox(clone.path, ci).keyhound('diff');
    assert.equal(judged.status, 1, judged.stdout + judged.stderr);
    assert.equal(clone.keyhound('diff', 'main..topic').status, 0);
    assert.equal(clone.keyhound('diff').status, 2);
  });

  it('deepens a shallow clone when allowed, and says the line to add when not (item 76)', () => {
    const { clone, origin } = cloned();
    for (let i = 0; i < 5; i++) {
      clone.write('new.txt', i === 1 ? `${secretKey(7)}\n` : `${i}\n`);
      clone.commit(`change ${i}`);
    }
    clone.git('push', '-q', 'origin', 'main');
    const event = join(temporaryDirectory(), 'event.json');
    const [head, base] = [clone.git('rev-parse', 'main'), clone.git('rev-parse', 'main~5')];
    writeFileSync(event, JSON.stringify({ pull_request: { head: { sha: head }, base: { sha: base } } }));
    const runner = createSandbox();
    runner.git('remote', 'add', 'origin', `file://${origin.path}`);
    runner.git('fetch', '-q', '--depth=1', 'origin', 'main');
    runner.git('checkout', '-q', head);
    const ci = {
      ...runner.env,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
    };
    const shallow = openSandbox(runner.path, ci);
    const refused = shallow.keyhound('diff');
    assert.equal(refused.status, 3);
    assert.match(refused.stdout, /shallow.*fetch-depth: 0.*--deepen/);
    const deepened = shallow.keyhound('diff', '--deepen', '--format', 'json');
    assert.equal(deepened.status, 1, deepened.stderr);
    assert.equal((JSON.parse(deepened.stdout) as { scanned: { commits: number } }).scanned.commits, 5);
  });
});
