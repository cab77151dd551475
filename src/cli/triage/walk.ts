import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { createLens, type Lens, type Surroundings, scan, UserError } from '../../index.js';
import type { Finding } from '../../types.js';
import type { BaselineFile } from '../baseline-file.js';
import { type Args, text } from '../command.js';
import { chooseRules } from '../run-scan.js';
import { loadSettings } from '../settings.js';
import { openEditor } from './editor.js';
import { sourceOf, type Triage } from './findings.js';
import { type Decision, type Effect, type Event, type Session, startSession, step } from './session.js';
import { openTerminal, type Terminal } from './terminal.js';
import { draw } from './view.js';

/** What a walk works on. */
interface Setting {
  readonly args: Args;
  readonly root: string;
  readonly baseline: BaselineFile;
  readonly color: boolean;
}

/** Lines read before and after a finding: enough for a tall terminal. */
const REACH = 40;

/** Walks through the findings until the person leaves; gives what was decided. */
export async function walk(found: Triage, setting: Setting): Promise<Session> {
  const rules = chooseRules(await loadSettings(setting.args, setting.root), []);
  const look = createCachedLook(createLens(rules), setting.root);
  const show = async (session: Session) => {
    const view = {
      columns: terminal.columns,
      rows: terminal.rows,
      file: relative(setting.root, setting.baseline.file),
      ...(found.warning === undefined ? {} : { warning: found.warning }),
    };
    const finding = session.groups[session.at]?.findings[0];
    const surroundings = finding && (await look(finding));
    terminal.draw(draw(session, { ...view, ...(surroundings ? { surroundings } : {}) }));
  };
  let session = startSession(found.groups);
  const terminal = openTerminal({ color: setting.color });
  const perform = createPerformer({ ...setting, terminal, forget: look.forget });
  try {
    for (;;) {
      await show(session);
      const input = await terminal.next();
      if (input === 'ended') return session;
      for (const key of input === 'resize' ? [] : input) {
        const { session: next, effect } = step(session, { kind: 'key', key });
        session = next;
        if (effect?.kind === 'quit') return session;
        const event = effect && (await perform(effect, session));
        if (event) session = step(session, event).session;
      }
    }
  } finally {
    terminal.close();
  }
}

type Look = ((finding: Finding) => Promise<Surroundings | undefined>) & { forget(): void };

/** Looks at the place of the finding in view once, not at every key. */
function createCachedLook(lens: Lens, root: string): Look {
  let last: { finding: Finding; surroundings: Surroundings | undefined } | undefined;
  const look = async (finding: Finding) => {
    if (last?.finding !== finding) {
      const source = sourceOf(finding, root);
      const surroundings = source && (await lens(source, { line: finding.startLine, reach: REACH }));
      last = { finding, surroundings };
    }
    return last.surroundings;
  };
  return Object.assign(look, {
    forget: () => {
      last = undefined;
    },
  });
}

type Perform = (effect: Effect, session: Session) => Promise<Event | undefined>;

/** Does what a step asks for; what goes wrong is said on the screen and ends nothing. */
function createPerformer(setting: Setting & { terminal: Terminal; forget(): void }): Perform {
  const { terminal, root } = setting;
  const said = (message: string): Event => ({ kind: 'said', message });
  const actions: Readonly<
    Record<
      Effect['kind'],
      (effect: never, session: Session) => Event | undefined | Promise<Event | undefined>
    >
  > = {
    save: (effect: Extract<Effect, { kind: 'save' }>, session) => save(effect, { session, setting }),
    places: (_, session) => page('Everywhere it stands', groupAt(session).findings.map(placeOf)),
    help: () => page('Keys', HELP),
    reveal: (_, session) => reveal(groupAt(session).findings[0], setting),
    explain: (_, session) => explain(groupAt(session).findings[0], root),
    open: async (_, session) => {
      const finding = groupAt(session).findings[0];
      if (finding.kind !== 'file' && !sourceOf({ ...finding, kind: 'file' }, root))
        return said(`not in the work tree; git show ${finding.commit?.id ?? finding.object ?? ''}`);
      const place = { file: join(root, finding.path), line: finding.startLine, column: finding.startColumn };
      const problem = await terminal.lend(() => openEditor(place, process.env));
      setting.forget();
      return problem === undefined ? undefined : said(problem);
    },
    suspend: async () => {
      await terminal.lend(stopAndContinue);
      return undefined;
    },
    redraw: () => undefined,
    quit: () => undefined,
  };
  return async (effect, session) => {
    try {
      return await actions[effect.kind](effect as never, session);
    } catch (error) {
      if (error instanceof Error && (error instanceof UserError || error.name === 'OutputError'))
        return said(error.message);
      throw error;
    }
  };
}

const groupAt = ({ groups, at }: Session) => groups[at]!;

const page = (title: string, lines: readonly string[]): Event => ({ kind: 'page', title, lines });

function save(
  { at, decision, isUndo }: Extract<Effect, { kind: 'save' }>,
  { session, setting }: { session: Session; setting: Setting },
): Event {
  const { findings } = session.groups[at]!;
  const remove = new Set(findings.map(({ fingerprint }) => fingerprint));
  const owner = text(setting.args, 'owner');
  const entry = (finding: Finding, { state, reason }: Decision) => ({
    path: finding.path,
    ruleId: finding.ruleId,
    fingerprint: finding.fingerprint,
    state,
    reason,
    ...(owner === undefined ? {} : { owner }),
  });
  const unique = [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()];
  setting.baseline.change({ remove, add: decision ? unique.map((finding) => entry(finding, decision)) : [] });
  return { kind: 'saved', at, decision, isUndo };
}

function placeOf({ path, startLine, startColumn, ruleId, commit, inHead }: Finding): string {
  const when = commit
    ? `  ${[commit.id.slice(0, 12), commit.date?.slice(0, 10)].filter(Boolean).join(' ')}`
    : '';
  return `${path}:${startLine}:${startColumn}  ${ruleId}${when}${inHead === false ? '  not in HEAD' : ''}`;
}

/** The value itself, found anew: nothing keeps it before it is asked for. */
async function reveal(finding: Finding, { root, args }: Setting): Promise<Event> {
  const source = sourceOf(finding, root);
  if (!source) return { kind: 'said', message: 'it is in no file that can be read here' };
  const rules = chooseRules(await loadSettings(args, root), []);
  const report = await scan({ source, rules, inlineIgnores: false, finding: { showSecrets: true } });
  const shown = report.findings.find(
    ({ ruleId, startLine, startColumn }) =>
      ruleId === finding.ruleId && startLine === finding.startLine && startColumn === finding.startColumn,
  );
  return shown
    ? page('The value, on this screen only', shown.redacted.split(/\r?\n/))
    : { kind: 'said', message: 'it is no longer there' };
}

/** What `keyhound explain` says of the place, in a process of its own, for it prints. */
function explain({ kind, path, startLine, fingerprint }: Finding, root: string): Event {
  const target = kind === 'file' ? `${join(root, path)}:${startLine}` : fingerprint;
  const { stdout, stderr } = spawnSync(process.execPath, [process.argv[1]!, 'explain', target], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return page(`keyhound explain ${path}:${startLine}`, `${stdout}${stderr}`.split('\n'));
}

function stopAndContinue(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGCONT', () => resolve());
    process.kill(process.pid, 'SIGTSTP');
  });
}

const HELP = [
  'f  false positive: it is no secret',
  't  test fixture: made up, for tests or documentation',
  'a  accepted: a secret that stays; asks for the reason',
  'r  rotated: a real one that no longer works',
  'F, T, R  the same, with a reason',
  '',
  'A decision holds for every place of the value and is written to the baseline at once.',
  '',
  'o  open the place in $VISUAL or $EDITOR      x  why it is a finding',
  'v  show the value (on this screen only)      w  everywhere it stands',
  'n  next, undecided    b  back    u  undo     q  quit; what is decided is kept',
];
