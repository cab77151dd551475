import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { fill } from '../fill.js';
import { folder } from '../keyhound.js';
import { hasTerminal, onTerminal } from '../terminal.js';

const SECRET = fill('sk_live_{alnum:24}');
const EXEC = [process.execPath, resolve('bin/keyhound.js'), 'log', '--exec', '--quiet', '--'];
const options = { skip: !hasTerminal() && 'needs python3 to open a terminal' };
const hasScript = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

function sh(script: string, answers: readonly (readonly [string, string])[] = []) {
  return onTerminal([...EXEC, '/bin/sh', '-c', script], answers);
}

test('behind the mask, both streams of a command stay in their order on a terminal', options, () => {
  const script = 'for i in 1 2 3; do echo "out $i"; echo "err $i" >&2; done';
  assert.equal(sh(script).output, 'out 1\nerr 1\nout 2\nerr 2\nout 3\nerr 3\n');
});

test('colours stay, and a secret among them does not', options, () => {
  const { output } = sh(`printf '\\033[31mkey=${SECRET}\\033[0m done\\n'`);
  assert.equal(output, '\u001b[31mkey=***\u001b[0m done\n');
  const node = onTerminal([...EXEC, process.execPath, '-e', 'console.log(1)']).output;
  assert.equal(node, '\u001b[33m1\u001b[39m\n');
});

test('a command has a terminal of its own where script(1) is there', {
  skip: options.skip || (!hasScript && 'needs script of util-linux'),
}, () => {
  const { output, code } = sh('test -t 1 && test -t 2 && echo "it\'s a terminal"; stty size; exit 7');
  assert.deepEqual([output, code], ["it's a terminal\n24 80\n", 7]);
});

test('the exit code is the command’s, and an end by a signal is 128 and its number', options, () => {
  assert.equal(sh('exit 5').code, 5);
  assert.equal(sh('kill -TERM $$').code, 143);
});

test('an interrupt from the keyboard reaches the command once', options, () => {
  const script = 'trap "echo caught; exit 9" INT; echo ready; while :; do sleep 0.05; done';
  const { output, code } = sh(script, [['ready', '\u0003']]);
  assert.equal(output.match(/caught/g)?.length, 1);
  assert.equal(code, 9);
  assert.equal(sh('echo ready; exec sleep 60', [['ready', '\u0003']]).code, 130);
});

test('a question without a line end is seen, and its answer arrives', options, () => {
  const { output } = sh('printf "Really? "; read answer; echo "you said $answer"', [['Really? ', 'yes\n']]);
  assert.match(output, /^Really\? (?:yes\n)?.*you said yes\n$/s);
});

test('a progress bar that never ends its line moves', options, () => {
  const script = 'for i in 1 2 3; do printf "\\r$i of 3 files "; read answer; done';
  const answers = ['1 of 3', '2 of 3', '3 of 3'].map((wanted) => [wanted, '\n'] as const);
  assert.match(sh(script, answers).output, /3 of 3/);
});

test('without script(1) the command runs all the same, and it is said', options, (t) => {
  const command = [...EXEC, '/bin/sh', '-c', `echo key=${SECRET}; exit 3`];
  const { output, code } = onTerminal(['/usr/bin/env', `PATH=${folder(t)}`, ...command]);
  assert.match(output, /^keyhound: no script\(1\) of util-linux here: the command runs without a terminal/);
  assert.match(output, /\nkey=\*\*\*\n$/);
  assert.equal(code, 3);
});

test('the command learns when the window changes its size', {
  skip: options.skip || (!hasScript && 'needs script of util-linux'),
}, () => {
  const script = 'trap "stty size; exit 0" WINCH; stty size; echo ready; while :; do sleep 0.05; done';
  const { output } = sh(script, [['ready', '[resize 30 100]']]);
  assert.match(output, /^24 80\nready\n/);
  assert.match(output, /30 100\n$/);
});
