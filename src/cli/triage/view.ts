import { plain, type Surroundings, sourceLine } from '../../index.js';
import type { Finding } from '../../types.js';
import type { Group } from './groups.js';
import { ends, fit, fitEnd, width, wrap } from './layout.js';
import type { Screen, Session } from './session.js';

/** A line of the screen, and how it stands out where there are styles. */
export interface Line {
  readonly text: string;
  readonly style?: 'strong' | 'faint' | 'mark';
}

export interface View {
  readonly columns: number;
  readonly rows: number;
  /** The baseline's path, for the head line. */
  readonly file: string;
  /** Why the scan behind this is not complete. */
  readonly warning?: string;
  readonly surroundings?: Surroundings;
}

/** The smallest terminal in which there is something to see. */
const LEAST_COLUMNS = 40;
const LEAST_ROWS = 12;

/** The lines of the screen: at most `rows`, none wider than `columns`, no control character in them. */
export function draw(session: Session, view: View): readonly Line[] {
  const { columns, rows } = view;
  if (columns < LEAST_COLUMNS || rows < LEAST_ROWS)
    return [{ text: fit(`needs ${LEAST_COLUMNS}x${LEAST_ROWS}; q quits`, columns) }];
  const head = [headLine(session, view), { text: '─'.repeat(columns), style: 'faint' as const }];
  const foot = footOf(session, columns);
  const room = rows - head.length - foot.length;
  const body = bodyOf(session, view, room).slice(0, room);
  const padding = Array.from({ length: room - body.length }, () => ({ text: '' }));
  return [...head, ...body, ...padding, ...foot].map((line) => ({ ...line, text: fit(line.text, columns) }));
}

function headLine({ groups, at, decisions, screen }: Session, { columns, file }: View): Line {
  const place = screen.kind === 'end' ? 'end' : `${at + 1} of ${groups.length}`;
  const left = `keyhound triage: ${place}, ${decisions.size} decided`;
  return { text: ends(left, fitEnd(shown(file), Math.floor(columns / 3)), columns), style: 'strong' };
}

function bodyOf(session: Session, view: View, room: number): readonly Line[] {
  const { screen } = session;
  if (screen.kind === 'page') return pageLines(screen, { columns: view.columns, room });
  if (screen.kind === 'end') return endLines(session, view);
  const group = session.groups[session.at]!;
  const above = aboveLines(session, view);
  const below = belowLines(group, view.columns);
  const context = contextLines(group.findings[0], view, room - above.length - below.length);
  return [...above, ...context, ...below];
}

function aboveLines(session: Session, { columns }: View): readonly Line[] {
  const group = session.groups[session.at]!;
  const [finding] = group.findings;
  const decision = session.decisions.get(session.at);
  const sure = [finding.severity, finding.confidence, ...finding.encodings].join(', ');
  const lines: Line[] = [
    { text: ends(shown(finding.title), sure, columns), style: 'strong' },
    { text: placeLine(group, columns) },
  ];
  const history = historyLine(group.findings);
  if (history) lines.push({ text: shown(history), style: 'faint' });
  if (decision) {
    const reason = decision.reason ? `: ${shown(decision.reason)}` : '';
    lines.push({ text: `decided: ${decision.state}${reason}`, style: 'mark' });
  }
  return [...lines, { text: '' }];
}

function placeLine({ findings }: Group, columns: number): string {
  const [{ path, startLine, startColumn, label }] = findings;
  const files = new Set(findings.map((finding) => finding.path)).size;
  const more = findings.length - 1;
  const others = files > 1 ? ` in ${files} files` : '';
  const also = more > 0 ? `  and ${more} more place${more > 1 ? 's' : ''}${others} (w)` : '';
  const place = `${shown(path)}:${startLine}:${startColumn}${label ? ` (${shown(label)})` : ''}`;
  return fitEnd(place, columns - width(also)) + also;
}

/** The first and last commit that is known of these places, and what has become of them. */
function historyLine(findings: readonly Finding[]): string | undefined {
  const commits = findings.flatMap(({ commit }) => commit ?? []);
  const byDate = [...commits].sort((a, b) => Date.parse(a.date ?? '') - Date.parse(b.date ?? '') || 0);
  const first = byDate[0];
  const last = byDate.at(-1);
  if (!first || !last) return undefined;
  const name = (commit: typeof first) =>
    [commit.id.slice(0, 12), commit.date?.slice(0, 10), commit.author].filter(Boolean).join(' ');
  const since = first.id === last.id ? `commit ${name(first)}` : `commits ${name(first)} to ${name(last)}`;
  const isGone = findings.every(({ inHead }) => inHead === false);
  return isGone ? `${since}; no longer in HEAD, still in history` : since;
}

/** Lines of the file around the finding; without them the line that the report kept. */
function contextLines(finding: Finding, { surroundings, columns }: View, room: number): readonly Line[] {
  if (!surroundings) {
    const snippet = finding.snippet ? sourceLine(finding.snippet) : '(no longer there, or not readable)';
    return [{ text: `> ${String(finding.startLine).padStart(5)} │ ${shown(snippet)}`, style: 'mark' }];
  }
  const { firstLine, lines } = surroundings;
  const middle = finding.startLine - firstLine;
  const from = Math.max(0, Math.min(middle - Math.floor((room - 1) / 2), lines.length - room));
  return lines.slice(from, from + Math.max(1, room)).map((line, index) => {
    const number = firstLine + from + index;
    const isHere = number >= finding.startLine && number <= finding.endLine;
    const text = aroundSecret(sourceLine(line), columns - 10);
    return {
      text: `${isHere ? '>' : ' '} ${String(number).padStart(5)} │ ${shown(text)}`,
      ...(isHere ? { style: 'mark' as const } : {}),
    };
  });
}

/** A long line, moved so that the hidden secret is in view. */
function aroundSecret(line: string, columns: number): string {
  const at = line.indexOf('***');
  return at < columns - 10 ? line : `…${line.slice(Math.max(0, at - Math.floor(columns / 2)))}`;
}

function belowLines({ rule }: Group, columns: number): readonly Line[] {
  if (!rule) return [];
  const paragraph = (name: string, text: string) =>
    wrap(shown(text), columns - 6)
      .slice(0, 2)
      .map((line, index): Line => ({ text: `${(index === 0 ? name : '').padEnd(6)}${line}` }));
  return [{ text: '' }, ...paragraph('risk', rule.impact), ...paragraph('fix', rule.remediation)];
}

function pageLines(
  { title, lines, top }: Extract<Screen, { kind: 'page' }>,
  { columns, room }: { columns: number; room: number },
): readonly Line[] {
  const wrapped = lines.flatMap((line) => wrap(shown(line), columns));
  const visible = room - 2;
  const from = Math.max(0, Math.min(top, wrapped.length - visible));
  return [
    { text: shown(title), style: 'strong' },
    { text: '' },
    ...wrapped.slice(from, from + visible).map((text) => ({ text })),
  ];
}

function endLines({ groups, decisions }: Session, { file, warning, columns }: View): readonly Line[] {
  const left = groups.length - decisions.size;
  const lines = [
    groups.length === 0
      ? 'Nothing to decide.'
      : left === 0
        ? 'Everything is decided.'
        : `${left} of ${groups.length} not decided: they fail as before, and come again next time.`,
    ...(decisions.size > 0 ? [`The decisions are in ${file}: commit it.`] : []),
    ...(warning ? [warning] : []),
  ];
  return lines.flatMap((line) => wrap(shown(line), columns)).map((text) => ({ text }));
}

const KEYS = [
  'f false positive  t test fixture  a accept with reason  r rotated',
  'o open  x explain  v show value  w where  n skip  b back  u undo  ? help  q quit',
];

function footOf({ screen, message }: Session, columns: number): readonly Line[] {
  const rule: Line = { text: '─'.repeat(columns), style: 'faint' };
  const said: Line = { text: shown(message), style: 'mark' };
  if (screen.kind === 'reason') {
    const prompt = `Reason (${screen.state}): `;
    const text = fitEnd(shown(screen.text), columns - width(prompt) - 1);
    return [
      rule,
      { text: `${prompt}${text}_`, style: 'strong' },
      { text: 'Enter saves, Esc goes back' },
      said,
    ];
  }
  if (screen.kind === 'page') return [rule, { text: 'arrows scroll, any other key goes back' }, said];
  if (screen.kind === 'end') return [rule, { text: 'b back  u undo  q quit' }, said];
  return [rule, ...KEYS.flatMap((keys) => wrap(keys, columns)).map((text): Line => ({ text })), said];
}

/** Text from outside as one line that cannot move the terminal; piled-up combining marks are cut. */
function shown(text: string): string {
  return plain(text).replace(/(\p{M}{2})\p{M}+/gu, '$1');
}
