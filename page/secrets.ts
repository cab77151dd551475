import type { PageData, PageSecret } from '../src/report/html-model.js';
import { count, h } from './dom.js';
import { createFilter, createSearch, dayOf, type Filter } from './filter.js';
import { SEVERITIES } from './overview.js';
import { type Span, secretRow } from './secret-row.js';

const ROWS_AT_ONCE = 60;
const ROWS_PRINTED = 300;

/** The list of all secrets with its search and filters, and the ways in from the rest of the page. */
export interface SecretList {
  readonly element: HTMLElement;
  /** Changes the filter, shows what it lets through, and goes there. */
  show(change: Partial<Omit<Filter, 'severities'>> & { readonly severity?: string }): void;
}

export function secretList(data: PageData): SecretList {
  const filter = createFilter();
  const search = createSearch(data);
  const list = createLazyList(data);
  const status = h('p', { class: 'status', role: 'status' });
  const refresh = () => {
    const found = search(filter);
    status.textContent =
      found.length === data.secrets.length
        ? count(found.length, 'secret')
        : `${found.length.toLocaleString('en-US')} of ${count(data.secrets.length, 'secret')}`;
    list.show(found);
  };
  const bar = toolbar(data, filter, refresh);
  refresh();
  const element = h(
    'section',
    { id: 'secrets', tabindex: -1, 'aria-labelledby': 'all' },
    h('h2', { id: 'all' }, 'All secrets'),
    bar.element,
    status,
    list.element,
  );
  return {
    element,
    show({ severity, ...change }) {
      Object.assign(filter, createFilter(), change);
      filter.severities.clear();
      if (severity !== undefined) filter.severities.add(severity);
      bar.update();
      refresh();
      element.scrollIntoView();
      element.focus({ preventScroll: true });
    },
  };
}

/** Rows are made as they come into view; printing makes more of them, opened. */
function createLazyList(data: PageData) {
  const span = spanOf(data);
  const rows = h('div', { class: 'rows' });
  const more = h('button', { type: 'button', class: 'more', click: () => add(ROWS_AT_ONCE) }, 'Show more');
  const none = h(
    'p',
    { class: 'none' },
    data.secrets.length === 0 ? 'There is nothing here.' : 'Nothing matches these filters.',
  );
  let found: readonly PageSecret[] = [];
  const add = (number: number) => {
    const at = rows.childElementCount;
    rows.append(...found.slice(at, at + number).map((secret) => secretRow(secret, data, span)));
    more.hidden = rows.childElementCount >= found.length;
  };
  new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && add(ROWS_AT_ONCE), {
    rootMargin: '800px',
  }).observe(more);
  addEventListener('beforeprint', () => {
    add(Math.max(0, ROWS_PRINTED - rows.childElementCount));
    for (const row of rows.querySelectorAll('details')) {
      row.open = true;
      // the browser's own event comes after the pages are made
      row.dispatchEvent(new Event('toggle'));
    }
  });
  rows.addEventListener('keydown', moveBetweenRows);
  return {
    element: h('div', {}, rows, none, more),
    show(secrets: readonly PageSecret[]) {
      found = secrets;
      rows.replaceChildren();
      none.hidden = found.length > 0;
      add(ROWS_AT_ONCE);
      if (found.length === 1) rows.querySelector('details')?.setAttribute('open', '');
    },
  };
}

function moveBetweenRows(event: Event): void {
  const key = event instanceof KeyboardEvent ? event.key : '';
  const row = event.target instanceof Element ? event.target.closest('summary')?.parentElement : undefined;
  const next =
    key === 'ArrowDown'
      ? row?.nextElementSibling
      : key === 'ArrowUp'
        ? row?.previousElementSibling
        : undefined;
  if (!next) return;
  event.preventDefault();
  next.querySelector('summary')?.focus();
}

function spanOf(data: PageData): Span | undefined {
  const days = data.secrets.flatMap((secret) => [dayOf(secret.entered, data), dayOf(secret.left, data)]);
  const times = days
    .flatMap((day) => (day === undefined ? [] : [Date.parse(day)]))
    .filter((time) => !Number.isNaN(time));
  if (times.length === 0) return undefined;
  return times.reduce<Span>(
    ([first, last], time) => [Math.min(first, time), Math.max(last, time)],
    [times[0]!, times[0]!],
  );
}

function toolbar(data: PageData, filter: Filter, refresh: () => void) {
  const words = h('input', {
    type: 'search',
    id: 'words',
    placeholder: 'Title, path, commit, fingerprint …',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const chips = SEVERITIES.map((severity) =>
    h(
      'button',
      { type: 'button', class: `chip ${severity}`, 'aria-pressed': 'false', 'data-severity': severity },
      severity,
    ),
  );
  const providers = [...new Set(data.rules.map((rule) => rule.provider))].sort();
  const selects = {
    state: select('State', {
      active: 'Active',
      ...(data.mode === 'history' || data.mode === 'range'
        ? { present: 'In HEAD', history: 'Only in history' }
        : {}),
      suppressed: 'Suppressed',
      all: 'All',
    }),
    confidence: select('Confidence', {
      '': 'Any',
      certain: 'Certain',
      probable: 'Probable',
      possible: 'Possible',
    }),
    provider: select('Provider', {
      '': 'Any',
      ...Object.fromEntries(providers.map((provider) => [provider, provider])),
    }),
    order: select('Order', {
      urgency: 'Rotate first',
      newest: 'Newest',
      oldest: 'Oldest',
      spread: 'Most places',
      path: 'Path',
    }),
  };
  const dates = {
    from: h('input', { type: 'date', id: 'from' }),
    to: h('input', { type: 'date', id: 'to' }),
  };
  const fields = {
    ...Object.fromEntries(Object.entries(selects).map(([name, { input }]) => [name, input])),
    ...dates,
  } as Record<
    'state' | 'confidence' | 'provider' | 'order' | 'from' | 'to',
    HTMLInputElement | HTMLSelectElement
  >;
  const update = () => {
    words.value = filter.words;
    for (const [name, field] of Object.entries(fields)) field.value = filter[name as keyof typeof fields];
    for (const chip of chips)
      chip.setAttribute('aria-pressed', String(filter.severities.has(chip.dataset.severity ?? '')));
  };
  const changed = () => {
    filter.words = words.value;
    for (const [name, field] of Object.entries(fields)) filter[name as keyof typeof fields] = field.value;
    refresh();
  };
  const reset = () => {
    Object.assign(filter, createFilter(), { severities: filter.severities });
    filter.severities.clear();
    update();
    refresh();
  };
  listen({ words, chips, fields: Object.values(fields), filter, changed, update });
  const hasDates = data.commits.some((commit) => commit.date);
  const element = h(
    'search',
    { class: 'toolbar' },
    h('label', { class: 'words', for: 'words' }, h('span', {}, 'Search'), words),
    h('div', { class: 'chips', role: 'group', 'aria-label': 'Severity' }, ...chips),
    ...Object.values(selects).map(({ label }) => label),
    hasDates && h('label', { for: 'from' }, h('span', {}, 'There from'), dates.from),
    hasDates && h('label', { for: 'to' }, h('span', {}, 'to'), dates.to),
    h('button', { type: 'button', class: 'reset', click: reset }, 'Reset'),
  );
  update();
  return { element, update };
}

interface Controls {
  readonly words: HTMLInputElement;
  readonly chips: readonly HTMLButtonElement[];
  readonly fields: readonly HTMLElement[];
  readonly filter: Filter;
  readonly changed: () => void;
  readonly update: () => void;
}

function listen({ words, chips, fields, filter, changed, update }: Controls): void {
  let waiting = 0;
  words.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 120);
  });
  for (const field of fields) field.addEventListener('change', changed);
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      const severity = chip.dataset.severity ?? '';
      if (!filter.severities.delete(severity)) filter.severities.add(severity);
      changed();
      update();
    });
  }
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    words.focus();
  });
}

function select(name: string, options: Readonly<Record<string, string>>) {
  const id = name.toLowerCase();
  const input = h(
    'select',
    { id },
    ...Object.entries(options).map(([value, text]) => h('option', { value }, text)),
  );
  return { input, label: h('label', { for: id }, h('span', {}, name), input) };
}
