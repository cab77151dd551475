import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { groupFindings } from '../../../src/cli/triage/groups.js';
import { readKeys } from '../../../src/cli/triage/keys.js';
import {
  type Decision,
  type Effect,
  type Session,
  startSession,
  step,
} from '../../../src/cli/triage/session.js';
import { findingAt } from './findings.js';

const groups = ['a', 'b', 'c'].map((path) => ({ findings: [findingAt(path)] as const }));

/** Presses keys with a baseline that takes everything; gives the session and what the terminal was asked for. */
function press(session: Session, input: string) {
  const effects: Effect[] = [];
  let now = session;
  for (const key of readKeys(input)) {
    const taken = step(now, { kind: 'key', key });
    now = taken.session;
    if (!taken.effect) continue;
    effects.push(taken.effect);
    if (taken.effect.kind === 'save') now = step(now, { ...taken.effect, kind: 'saved' }).session;
  }
  return { session: now, effects };
}

const states = ({ decisions }: Session) => [...decisions].map(([at, { state }]) => `${at} ${state}`).sort();

test('a decision goes to the next finding without one, and after the last to the end', () => {
  const { session } = press(startSession(groups), 'nfa because\rr');
  assert.deepEqual(states(session), ['0 rotated', '1 false-positive', '2 accepted']);
  assert.equal(session.decisions.get(2)?.reason, 'because');
  assert.equal(session.screen.kind, 'end');
});

test('undo takes back one decision after the other, and gives back what a changed one was before', () => {
  const { session: decided } = press(startSession(groups), 'ftbbr');
  assert.deepEqual(states(decided), ['0 rotated', '1 test-fixture']);
  const { session: once } = press(decided, 'u');
  assert.deepEqual(states(once), ['0 false-positive', '1 test-fixture']);
  assert.equal(once.at, 0);
  assert.deepEqual(states(press(once, 'uu').session), []);
  assert.match(press(once, 'uuu').session.message, /nothing to undo/);
});

test('what is not written is not decided', () => {
  const { session, effect } = step(startSession(groups), { kind: 'key', key: { char: 'f' } });
  assert.equal(effect?.kind, 'save');
  const failed = step(session, { kind: 'said', message: 'b.json: cannot be written (EROFS)' }).session;
  assert.equal(failed.decisions.size, 0);
  assert.equal(failed.at, 0);
  assert.match(failed.message, /EROFS/);
});

test('a reason is typed with every key, edited, left with Esc and never empty', () => {
  const typed = press(startSession(groups), 'Fqxu\u007f\u007fu ok').session;
  assert.deepEqual(typed.screen, { kind: 'reason', state: 'false-positive', text: 'qu ok' });
  assert.equal(press(typed, '\u001b').session.screen.kind, 'finding');
  const empty = press(typed, '\u0015  \r');
  assert.equal(empty.effects.length, 0);
  assert.match(empty.session.message, /type a reason/);
  assert.equal(press(typed, '\r').session.decisions.get(0)?.reason, 'qu ok');
});

test('pages scroll, and any other key closes them', () => {
  const paged = step(startSession(groups), { kind: 'page', title: 'x', lines: ['1', '2', '3'] }).session;
  assert.deepEqual(press(paged, 'jjjjjj\u001b[A').session.screen, { ...paged.screen, top: 1 });
  assert.equal(press(paged, 'q').session.screen.kind, 'finding');
  assert.equal(press(paged, 'q').effects.length, 0);
});

test('Ctrl-C leaves from everywhere', () => {
  for (const before of ['', 'a', 'fff']) {
    assert.deepEqual(press(startSession(groups), `${before}\u0003`).effects.at(-1), { kind: 'quit' });
  }
});

test('whatever is pressed, decisions are what was saved last, and undoing all of them leaves none', () => {
  const keys = fc.array(
    fc.constantFrom(...'ftarFTRnsbuxvwo?q\r\u001b\u007fz'.split(''), '\u001b[A', '\u001b[C'),
  );
  fc.assert(
    fc.property(keys, (pressed) => {
      const { session, effects } = press(startSession(groups), pressed.join(''));
      const baseline = new Map<number, Decision>();
      for (const effect of effects) {
        if (effect.kind !== 'save') continue;
        if (effect.decision) baseline.set(effect.at, effect.decision);
        else baseline.delete(effect.at);
      }
      assert.deepEqual(new Map([...session.decisions].sort()), new Map([...baseline].sort()));
      assert.ok(session.at >= 0 && session.at < groups.length);
      const undone = press({ ...session, screen: { kind: 'finding' } }, 'u'.repeat(pressed.length)).session;
      assert.equal(undone.decisions.size, 0);
    }),
  );
});

test('one value is one group, the worst and most frequent first', () => {
  const findings = [
    findingAt('a', { severity: 'low', fingerprint: '1' }),
    findingAt('b', { fingerprint: '2' }),
    findingAt('c', { fingerprint: '3' }),
    findingAt('d', { fingerprint: '3', inHead: false }),
    findingAt('e', { fingerprint: '3' }),
  ];
  const grouped = groupFindings(findings, { rules: [], keyOf: ({ fingerprint }) => fingerprint });
  assert.deepEqual(
    grouped.map((group) => group.findings.map(({ path }) => path)),
    [['c', 'e', 'd'], ['b'], ['a']],
  );
});

test('keys that a terminal sends are told apart, unknown sequences are none', () => {
  assert.deepEqual(readKeys('é\u001b[C\u001bOA\u001b[5~\u001b[200~\u001b[1;5C'), [
    { char: 'é' },
    { name: 'right' },
    { name: 'up' },
    { name: 'page-up' },
  ]);
  assert.deepEqual(readKeys('\u001b'), [{ name: 'escape' }]);
  assert.deepEqual(readKeys('\u0000\u009b\u202e'), []);
});
