import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStepNames } from '../../src/decode/log-step.js';

/** A piece of a log that begins at an offset and is followed by others. */
function piece(text: string, offset = 0) {
  const bytes = Buffer.from(text);
  const origin = { path: 'log', kind: 'log' as const };
  return { origin, bytes, offset, line: 1, column: 1, core: [0, bytes.length] as const };
}

test('the step is the last one that began before the place, in the marks of each runner', () => {
  const logs: readonly [string, string][] = [
    ['2026-01-01T00:00:00.0000000Z ##[group]Run npm test\nx\n', 'Run npm test'],
    ['##[group]Operating System\n##[group]Run make\n##[group]details\nx\n', 'Run make'],
    ['##[section]Starting: Build\nx\n', 'Build'],
    ['section_start:1700000000:build_script\r\u001b[0Kx\n', 'build_script'],
    ['[Pipeline] { (Deploy)\nx\n', 'Deploy'],
    ['~~~ Preparing\n--- one\nx\n--- :npm: two\nx\n', ':npm: two'],
    ['\u001b_bk;t=1700000000000\u0007~~~ Preparing\n\u001b_bk;t=1700000000001\u0007+++ test\nx\n', 'test'],
    ['#1 [internal] load\n#7 [build 2/5] RUN make\n#7 0.5 x\n', '[build 2/5] RUN make'],
    ['Step 2/9 : COPY . .\nStep 3/9 : RUN env\nx\n', 'RUN env'],
  ];
  for (const [log, step] of logs) assert.equal(createStepNames()(piece(log))(log.length), step, log);
});

test('a log without marks has no steps, and a diff in it makes none', () => {
  for (const log of ['no marks\n', '--- a/x.ts\n+++ b/x.ts\n', 'x #1 [a] b\n']) {
    assert.equal(createStepNames()(piece(log))(log.length), undefined, log);
  }
});

test('places in ascending order each get their own step', () => {
  const log = '##[group]Run one\nx\n##[group]Run two\ny\n##[group]Run three\nz\n';
  const stepOf = createStepNames()(piece(log));
  assert.deepEqual(
    ['x', 'y', 'z'].map((word) => stepOf(log.indexOf(`\n${word}\n`))),
    ['Run one', 'Run two', 'Run three'],
  );
});

test('a step goes on over pieces that have no mark, and ends with its log', () => {
  const nameSteps = createStepNames();
  nameSteps(piece('##[group]Run one\n'));
  assert.equal(nameSteps(piece('much output\n', 17))(5), 'Run one');
  assert.equal(nameSteps(piece('x\n##[group]Run two\ny\n', 29))(1), 'Run one');
  assert.equal(nameSteps(piece('y\n', 50))(1), 'Run two');
  assert.equal(nameSteps(piece('another log\n'))(5), undefined);
});
