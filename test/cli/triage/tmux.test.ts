import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fill } from '../../fill.js';
import { folder, keyhound } from '../../keyhound.js';

const KEY = fill('sk_live_{alnum:24}');
const PASSWORD = 'Tr0ub4dor&3';
const FILES = {
  'src/pay.ts': `import x from 'x';\nconst key = "${KEY}";\n`,
  'src/again.ts': `export const again = '${KEY}';\n`,
  'config/db.yml': `db:\n  # \u001b[2J\u202e\n  password: ${PASSWORD}\n`,
};

const hasTmux = spawnSync('tmux', ['-V']).status === 0;
const needsTmux = { skip: hasTmux ? false : 'tmux is not installed' };

/** A terminal of its own, driven as a person would. */
interface Pane {
  /** Waits until the screen says it; gives the screen. Fails with the screen when it never does. */
  see(text: RegExp): string;
  press(...keys: string[]): void;
  resize(columns: number, rows: number): void;
  /** The screen with all that was scrolled out of it. */
  everything(): string;
}

function openPane(t: TestContext, root: string, env: Record<string, string> = {}): Pane {
  const home = folder(t);
  const tmux = (...args: string[]) =>
    spawnSync('tmux', ['-S', join(home, 'socket'), '-f', '/dev/null', ...args], {
      encoding: 'utf8',
      cwd: root,
      env: {
        PATH: process.env.PATH,
        HOME: home,
        LC_ALL: 'C.UTF-8',
        TERM: 'xterm',
        SHELL: '/bin/sh',
        PS1: 'prompt$ ',
        ...env,
      },
    }).stdout;
  t.after(() => tmux('kill-server'));
  tmux('new-session', '-d', '-x', '80', '-y', '24', '/bin/sh');
  return {
    see(text) {
      let screen = '';
      for (let tries = 0; tries < 600; tries++) {
        screen = tmux('capture-pane', '-p');
        if (text.test(screen)) return screen;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      }
      return assert.fail(`the screen never said ${text}:\n${screen}`);
    },
    press: (...keys) => void tmux('send-keys', ...keys),
    resize: (columns, rows) => void tmux('resize-window', '-x', String(columns), '-y', String(rows)),
    everything: () => tmux('capture-pane', '-p', '-S', '-'),
  };
}

const TRIAGE = `'${process.execPath}' '${resolve('bin/keyhound.js')}' triage`;

test(
  'a person decides in the terminal, leaves, comes back and is done; no value stays behind',
  needsTmux,
  (t) => {
    const root = folder(t, FILES);
    const pane = openPane(t, root);
    pane.press(`${TRIAGE}; echo "code $?"`, 'Enter');
    const first = pane.see(/1 of 2, 0 decided/);
    assert.match(first, /src\/again\.ts:1:23 {2}and 1 more place in 2 files/);
    assert.ok(!first.includes(KEY));
    pane.press('v');
    assert.ok(pane.see(/on this screen only/).includes(KEY));
    pane.press('q');
    pane.see(/f false positive/);
    pane.press('f');
    pane.see(/2 of 2, 1 decided/);
    assert.match(pane.see(/db\.yml:3:13/), /2 │ {3}# \\x1b\[2J\\u202e/);
    pane.resize(120, 40);
    pane.see(/─{120}/);
    pane.press('q');
    pane.see(/1 decided, 1 left\n+code 1/);
    pane.press(`clear; ${TRIAGE}; echo "code $?"`, 'Enter');
    pane.see(/1 of 1, 0 decided/);
    pane.press('a');
    pane.press('-l', 'only on my machine');
    pane.press('Enter');
    pane.see(/Everything is decided/);
    pane.press('u');
    pane.see(/1 of 1, 0 decided/);
    pane.press('r');
    pane.see(/Everything is decided/);
    pane.press('q');
    pane.see(/1 decided, 0 left\n+code 0/);
    assert.ok(!pane.everything().includes(KEY));
    const baseline = JSON.parse(readFileSync(join(root, '.keyhound/baseline.json'), 'utf8'));
    assert.deepEqual(
      baseline.findings.flatMap((entry: { state: string; path: string } | null) => entry?.state ?? []),
      ['rotated', 'false-positive'],
    );
    assert.equal(keyhound(root, ['scan']).code, 0);
  },
);

test('the editor is opened at the line, and gets the terminal to itself', needsTmux, (t) => {
  const root = folder(t, FILES);
  const editor = join(folder(t), 'editor');
  writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > '${root}/.args'\necho the editor\nread line\n`);
  chmodSync(editor, 0o755);
  const pane = openPane(t, root, { EDITOR: `${editor} --wait`, VISUAL: '' });
  pane.press(TRIAGE, 'Enter');
  pane.see(/1 of 2/);
  pane.press('n', 'o');
  pane.see(/the editor/);
  pane.press('Enter');
  pane.see(/2 of 2/);
  assert.equal(readFileSync(join(root, '.args'), 'utf8'), `--wait\n+3\n${root}/config/db.yml\n`);
  pane.press('C-c');
  pane.see(/0 decided, 2 left/);
});

test(
  'a saved report is walked through by the fingerprints of the baseline that decisions go to',
  needsTmux,
  (t) => {
    const root = folder(t, FILES);
    const report = join(folder(t), 'report.json');
    assert.equal(keyhound(root, ['scan', '--format', 'json', '--output', report]).code, 1);
    writeFileSync(join(root, 'config/db.yml'), 'db: {}\n');
    const pane = openPane(t, root);
    pane.press(`${TRIAGE} ${report}; echo "code $?"`, 'Enter');
    pane.see(/1 of 1, 0 decided/);
    pane.press('t');
    pane.see(/1 finding of the report is no longer where it says/);
    pane.press('q');
    pane.see(/code 3/);
    assert.equal(keyhound(root, ['scan']).code, 0);
  },
);

test('a value that only the history holds is shown with its lines, and its commit', needsTmux, (t) => {
  const root = folder(t, FILES);
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: root });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  git('rm', '-q', 'src/pay.ts', 'src/again.ts');
  git('commit', '-qm', 'second');
  const pane = openPane(t, root);
  pane.press(`${TRIAGE} --history`, 'Enter');
  assert.match(pane.see(/1 of 2/), /no longer in HEAD, still in history/);
  pane.see(/1 │ export const again = '\*\*\*'/);
  pane.press('v');
  assert.ok(pane.see(/on this screen only/).includes(KEY));
  pane.press('q', 'q');
});

test('without a terminal it says so in one line', (t) => {
  const { code, stdout, stderr } = keyhound(folder(t, FILES), ['triage'], { input: '' });
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /^keyhound: triage: needs a terminal; .*\n$/);
  assert.ok(!existsSync(join(folder(t), '.keyhound')));
});
