import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStepNames } from '../../../src/decode/log/steps.js';

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
  for (const [log, step] of logs)
    assert.equal(createStepNames()(piece(log))(log.length), `step ${step}`, log);
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
    ['step Run one', 'step Run two', 'step Run three'],
  );
});

test('a step goes on over pieces that have no mark, and ends with its log', () => {
  const nameSteps = createStepNames();
  nameSteps(piece('##[group]Run one\n'));
  assert.equal(nameSteps(piece('much output\n', 17))(5), 'step Run one');
  assert.equal(nameSteps(piece('x\n##[group]Run two\ny\n', 29))(1), 'step Run one');
  assert.equal(nameSteps(piece('y\n', 50))(1), 'step Run two');
  assert.equal(nameSteps(piece('another log\n'))(5), undefined);
});

/** Names the step of each `place N` in a log of these lines, whole and cut into two pieces anywhere. */
function stepsIn(log: string): readonly (string | undefined)[] {
  const places = [...log.matchAll(/place \d/g)].map(({ index }) => index);
  const stepOf = createStepNames()(piece(log));
  const whole = places.map(stepOf);
  for (let cut = 1; cut < log.length; cut += 3) {
    const nameSteps = createStepNames();
    const bytes = Buffer.from(log);
    const origin = { path: 'log', kind: 'log' as const };
    // the pieces overlap: the second begins before its core, at the start of a line
    const start = cut < 40 ? 0 : log.lastIndexOf('\n', cut - 40) + 1;
    const ofFirst = nameSteps({ origin, bytes, offset: 0, line: 1, column: 1, core: [0, cut] });
    const inFirst = places.filter((at) => at < cut).map(ofFirst);
    const second = bytes.subarray(start);
    const core = [cut - start, second.length] as const;
    const ofSecond = nameSteps({ origin, bytes: second, offset: start || 1, line: 1, column: 1, core });
    const inSecond = places.filter((at) => at >= cut).map((at) => ofSecond(at - start));
    assert.deepEqual([...inFirst, ...inSecond], whole, `cut at ${cut}`);
  }
  return whole;
}

test('where a runner marks ends, a step is over with its end and the one around it goes on', () => {
  const section = (mark: string, name: string) => `section_${mark}:1700000000:${name}\r\u001b[0K`;
  const gitlab = `${section('start', 'prepare')}\nplace 1\n${section('end', 'prepare')}\n${section('start', 'script')}\n${section('start', 'inner[collapsed=true]')}\nplace 2\n${section('end', 'inner')}\nplace 3\n${section('end', 'script')}\nplace 4\n`;
  assert.deepEqual(stepsIn(gitlab), ['step prepare', 'step inner', 'step script', undefined]);
  const azure =
    '##[section]Starting: Job\n##[section]Starting: Build\nplace 1\n##[section]Finishing: Build\nplace 2\n##[section]Starting: Test\nplace 3\n';
  assert.deepEqual(stepsIn(azure), ['step Build', 'step Job', 'step Test']);
  const jenkins =
    '[Pipeline] stage\n[Pipeline] { (Build)\nplace 1\n[Pipeline] }\n[Pipeline] // stage\n[Pipeline] stage\n[Pipeline] { (Deploy)\n[Pipeline] sh\nplace 2\n[Pipeline] }\n[Pipeline] // stage\nplace 3\n';
  assert.deepEqual(stepsIn(jenkins), ['step Build', 'step Deploy', undefined]);
});

test('a line that names its own job or step is believed', () => {
  const gh =
    'build / linux\tRun npm ci\t2026-01-02T03:04:05.0000000Z place 1\nlint\tUNKNOWN STEP\t2026-01-02T03:04:05.0000000Z place 2\n';
  assert.deepEqual(stepsIn(gh), ['job build / linux, step Run npm ci', 'job lint']);
  const docker = '#5 [build 2/4] RUN one\n#6 [app 1/2] RUN two\n#5 0.4 place 1\n#6 0.5 place 2\n';
  const whole = createStepNames()(piece(docker));
  assert.deepEqual(
    [...docker.matchAll(/place/g)].map(({ index }) => whole(index)),
    ['step [build 2/4] RUN one', 'step [app 1/2] RUN two'],
  );
});
