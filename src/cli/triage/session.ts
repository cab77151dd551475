import type { BaselineState } from '../../index.js';
import type { Group } from './groups.js';
import type { Key } from './keys.js';

/** What a person decided about a secret. */
export interface Decision {
  readonly state: BaselineState;
  readonly reason: string;
}

/** What the terminal shows in place of a finding. */
export type Screen =
  | { readonly kind: 'finding' }
  | { readonly kind: 'reason'; readonly state: BaselineState; readonly text: string }
  | { readonly kind: 'page'; readonly title: string; readonly lines: readonly string[]; readonly top: number }
  | { readonly kind: 'end' };

/** All that a walk through findings remembers. `at` is the group in view. */
export interface Session {
  readonly groups: readonly Group[];
  readonly at: number;
  /** By index of the group; only what is already in the baseline. */
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly undo: readonly { readonly at: number; readonly before: Decision | undefined }[];
  readonly screen: Screen;
  /** One line about what just happened. */
  readonly message: string;
}

export type Event =
  | { readonly kind: 'key'; readonly key: Key }
  | {
      readonly kind: 'saved';
      readonly at: number;
      readonly decision: Decision | undefined;
      readonly isUndo: boolean;
    }
  | { readonly kind: 'page'; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'said'; readonly message: string };

/** What the terminal is asked to do; it answers with an event. */
export type Effect =
  | {
      readonly kind: 'save';
      readonly at: number;
      readonly decision: Decision | undefined;
      readonly isUndo: boolean;
    }
  | { readonly kind: 'open' | 'explain' | 'reveal' | 'places' | 'help'; readonly at: number }
  | { readonly kind: 'suspend' | 'redraw' | 'quit' };

export interface Step {
  readonly session: Session;
  readonly effect?: Effect;
}

/** The walk before the first key. */
export function startSession(groups: readonly Group[]): Session {
  return {
    groups,
    at: 0,
    decisions: new Map(),
    undo: [],
    screen: { kind: groups.length > 0 ? 'finding' : 'end' },
    message: '',
  };
}

/** One step: pure, so that every path through it can be tested without a terminal. */
export function step(session: Session, event: Event): Step {
  switch (event.kind) {
    case 'saved':
      return { session: saved(session, event) };
    case 'page':
      return {
        session: { ...session, screen: { kind: 'page', title: event.title, lines: event.lines, top: 0 } },
      };
    case 'said':
      return { session: { ...session, message: event.message } };
    case 'key':
      return onKey({ ...session, message: '' }, event.key);
  }
}

function onKey(session: Session, key: Key): Step {
  if ('name' in key && key.name === 'interrupt') return { session, effect: { kind: 'quit' } };
  if ('name' in key && (key.name === 'suspend' || key.name === 'redraw'))
    return { session, effect: { kind: key.name } };
  switch (session.screen.kind) {
    case 'reason':
      return onReasonKey(session, session.screen, key);
    case 'page':
      return onPageKey(session, session.screen, key);
    case 'end':
      return onEndKey(session, key);
    case 'finding':
      return onFindingKey(session, key);
  }
}

/** Keys that decide; in upper case they ask for a reason, as `a` always does. */
const STATES: Readonly<Record<string, BaselineState>> = {
  f: 'false-positive',
  t: 'test-fixture',
  a: 'accepted',
  r: 'rotated',
};

const EFFECTS: Readonly<Record<string, 'open' | 'explain' | 'reveal' | 'places' | 'help'>> = {
  o: 'open',
  e: 'open',
  x: 'explain',
  v: 'reveal',
  w: 'places',
  '?': 'help',
  h: 'help',
};

function onFindingKey(session: Session, key: Key): Step {
  const char = characterOf(key);
  const state = Object.hasOwn(STATES, char.toLowerCase()) ? STATES[char.toLowerCase()] : undefined;
  if (state) {
    if (char === 'a' || char !== char.toLowerCase()) {
      const text = session.decisions.get(session.at)?.reason ?? '';
      return { session: { ...session, screen: { kind: 'reason', state, text } } };
    }
    return save(session, { state, reason: '' });
  }
  const effect = Object.hasOwn(EFFECTS, char) ? EFFECTS[char] : undefined;
  return effect ? { session, effect: { kind: effect, at: session.at } } : move(session, char);
}

function onEndKey(session: Session, key: Key): Step {
  const char = characterOf(key);
  if (session.groups.length > 0 && char === 'b')
    return { session: { ...session, screen: { kind: 'finding' } } };
  return move(session, char);
}

/** Keys that go somewhere else. */
function move(session: Session, char: string): Step {
  switch (char) {
    case 'n':
    case 's':
      return { session: goTo(session, session.at + 1) };
    case 'b':
      return {
        session:
          session.at > 0 ? goTo(session, session.at - 1) : { ...session, message: 'this is the first' },
      };
    case 'u':
      return undo(session);
    case 'q':
      return { session, effect: { kind: 'quit' } };
    default:
      return { session };
  }
}

function onReasonKey(session: Session, screen: Extract<Screen, { kind: 'reason' }>, key: Key): Step {
  const edit = (text: string): Step => ({ session: { ...session, screen: { ...screen, text } } });
  if ('char' in key) return edit(screen.text.length < LONGEST_REASON ? screen.text + key.char : screen.text);
  switch (key.name) {
    case 'backspace':
      return edit(Array.from(screen.text).slice(0, -1).join(''));
    case 'clear':
      return edit('');
    case 'escape':
      return { session: { ...session, screen: { kind: 'finding' }, message: 'nothing was changed' } };
    case 'enter': {
      const reason = screen.text.trim();
      if (reason === '') return { session: { ...session, message: 'type a reason, or Esc to go back' } };
      return save({ ...session, screen: { kind: 'finding' } }, { state: screen.state, reason });
    }
    default:
      return { session };
  }
}

const LONGEST_REASON = 200;

function onPageKey(session: Session, screen: Extract<Screen, { kind: 'page' }>, key: Key): Step {
  const by = scrollOf(key);
  if (by === undefined) return { session: { ...session, screen: { kind: 'finding' } } };
  const top = Math.max(0, Math.min(screen.top + by, screen.lines.length - 1));
  return { session: { ...session, screen: { ...screen, top } } };
}

function scrollOf(key: Key): number | undefined {
  if ('char' in key) return { j: 1, k: -1, ' ': 10 }[key.char];
  return { down: 1, up: -1, 'page-down': 10, 'page-up': -10 }[key.name as string];
}

function save(session: Session, decision: Decision): Step {
  return { session, effect: { kind: 'save', at: session.at, decision, isUndo: false } };
}

function undo(session: Session): Step {
  const last = session.undo.at(-1);
  if (!last) return { session: { ...session, message: 'nothing to undo' } };
  return { session, effect: { kind: 'save', at: last.at, decision: last.before, isUndo: true } };
}

function saved(session: Session, { at, decision, isUndo }: Extract<Event, { kind: 'saved' }>): Session {
  const decisions = new Map(session.decisions);
  const before = decisions.get(at);
  if (decision) decisions.set(at, decision);
  else decisions.delete(at);
  if (isUndo) {
    const message = decision ? `again ${decision.state}` : 'undone: not decided any more';
    return {
      ...session,
      decisions,
      undo: session.undo.slice(0, -1),
      at,
      screen: { kind: 'finding' },
      message,
    };
  }
  const next = { ...session, decisions, undo: [...session.undo, { at, before }] };
  return { ...goTo(next, nextUndecided(next)), message: `${decision?.state}, saved` };
}

/** The next group without a decision behind this one, or the first one before it; behind the last when none is left. */
function nextUndecided({ groups, at, decisions }: Session): number {
  const isOpen = (index: number) => !decisions.has(index);
  const indexes = groups.map((_, index) => index);
  return indexes.slice(at + 1).find(isOpen) ?? indexes.find(isOpen) ?? groups.length;
}

function goTo(session: Session, at: number): Session {
  if (at >= session.groups.length) return { ...session, screen: { kind: 'end' } };
  return { ...session, at, screen: { kind: 'finding' } };
}

function characterOf(key: Key): string {
  if ('char' in key) return key.char;
  return { right: 'n', left: 'b' }[key.name as string] ?? '';
}
