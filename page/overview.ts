import type { PageData } from '../src/report/html-model.js';
import { count, h, svg } from './dom.js';

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

/** The top of the page: what was scanned, and the answer in one line. */
export function header(data: PageData): HTMLElement {
  const facts = [...data.facts, ['Tool', data.tool] as const];
  return h(
    'header',
    { class: 'top' },
    data.secrets.length > 0 && h('a', { class: 'skip', href: '#secrets' }, 'Skip to the secrets'),
    h(
      'div',
      { class: 'brand' },
      mark(),
      h('span', { class: 'name' }, 'keyhound'),
      h('span', { class: 'kind' }, title(data.mode)),
    ),
    h(
      'dl',
      { class: 'facts' },
      ...facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
    ),
    themeButton(),
  );
}

function title(mode: string): string {
  const names: Readonly<Record<string, string>> = {
    tree: 'Work tree',
    staged: 'Staged changes',
    range: 'Range of commits',
    history: 'History audit',
    log: 'Build log',
  };
  return names[mode] ?? 'Report';
}

function mark(): SVGElement {
  return svg(
    'svg',
    { class: 'mark', viewBox: '0 0 32 32', 'aria-hidden': 'true' },
    svg('rect', { width: 32, height: 32, rx: 8 }),
    svg('path', {
      d: 'M12.5 9a5.5 5.5 0 1 0 4.9 8H20l2 2 2-2 2.5-2.5L24 12h-6.6A5.5 5.5 0 0 0 12.5 9Zm-1.5 4a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4Z',
    }),
  );
}

function themeButton(): HTMLElement {
  const root = document.documentElement;
  const isDark = () =>
    (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) ===
    'dark';
  const flip = () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
  };
  return h(
    'button',
    { type: 'button', class: 'theme', click: flip, 'aria-label': 'Switch between dark and light' },
    '◐',
  );
}

/** How many secrets there are, how bad, and whether everything was read. `choose` filters by a severity. */
export function verdict(data: PageData, choose: (severity: string) => void): HTMLElement {
  const active = data.secrets.filter((secret) => !secret.suppressed);
  const missed = data.skipped.filter((skip) => skip.incomplete).length;
  return h(
    'section',
    { class: 'verdict', 'aria-labelledby': 'verdict' },
    h('h1', { id: 'verdict' }, headline(data, active.length)),
    h('p', { class: 'lead' }, lead(data)),
    active.length > 0 && meter(active, choose),
    missed > 0 &&
      h(
        'p',
        { class: 'warning', role: 'note' },
        h('strong', {}, 'This scan is incomplete. '),
        `${count(missed, 'item')} could not be read: `,
        h('a', { href: '#gaps' }, 'see which and why'),
        '.',
      ),
    h('p', { class: 'scanned' }, scanned(data)),
  );
}

function headline(data: PageData, active: number): string {
  if (active > 0) return count(active, 'secret');
  if (data.outcome === 'error') return 'The scan failed';
  if (data.outcome === 'incomplete') return 'No secret in what could be read';
  return data.scanned.units === 0 ? 'Nothing to scan' : 'No secrets found';
}

function lead({ secrets, mode, outcome }: PageData): string {
  const active = secrets.filter((secret) => !secret.suppressed);
  const hidden = secrets.length - active.length;
  const suppressed =
    hidden > 0
      ? `${count(hidden, active.length > 0 ? 'more secret' : 'secret')} suppressed, with a reason.`
      : '';
  if (active.length === 0) return `${outcome === 'clean' ? 'Nothing to rotate. ' : ''}${suppressed}`;
  const places = active.reduce((sum, secret) => sum + secret.places.length, 0);
  const where = mode === 'history' ? `${whereNow(active)} ` : '';
  return `In ${count(places, 'place')}. ${where}${suppressed}`;
}

/** Which of the secrets of a history can still be read without looking back. */
function whereNow(active: PageData['secrets']): string {
  const present = active.filter((secret) => secret.present).length;
  const gone = active.length - present;
  const known = 'known to everybody who ever cloned it';
  if (gone === 0)
    return `${active.length === 1 ? 'It' : 'All of them'} can be read in what is checked out now.`;
  const only = `only in the history: ${gone === 1 ? 'that too is' : 'those too are'} ${known}.`;
  if (present === 0) return `${active.length === 1 ? 'It is' : 'All of them are'} ${only}`;
  return `${present.toLocaleString('en-US')} can be read in what is checked out now, ${gone.toLocaleString('en-US')} ${only}`;
}

function meter(active: PageData['secrets'], choose: (severity: string) => void): HTMLElement {
  const bar = h('div', { class: 'bar', 'aria-hidden': 'true' });
  const legend = h('div', { class: 'legend', role: 'group', 'aria-label': 'Secrets by severity' });
  for (const severity of SEVERITIES) {
    const number = active.filter((secret) => secret.severity === severity).length;
    const part = h('span', { class: severity });
    part.style.flexGrow = String(number);
    if (number > 0) bar.append(part);
    legend.append(
      h(
        'button',
        {
          type: 'button',
          class: severity,
          disabled: number === 0,
          click: () => choose(severity),
          'aria-label': `Show ${number} ${severity}`,
        },
        h('b', {}, number.toLocaleString('en-US')),
        ` ${severity}`,
      ),
    );
  }
  return h('div', { class: 'meter' }, bar, legend);
}

function scanned({ scanned: { units, bytes, commits }, mode }: PageData): string {
  const noun = mode === 'tree' || mode === 'staged' ? 'file' : mode === 'log' ? 'log' : 'object';
  const megabytes =
    bytes < 1e6
      ? `${Math.ceil(bytes / 1000)} kB`
      : `${(bytes / 1e6).toLocaleString('en-US', { maximumFractionDigits: 1 })} MB`;
  return `Scanned ${count(units, noun)}, ${megabytes}${commits > 0 ? `, ${count(commits, 'commit')}` : ''}.`;
}
