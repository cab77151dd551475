import type { PageData } from '../src/report/html-model.js';
import { count, h, svg } from './dom.js';
import { dayOf } from './filter.js';

const WIDTH = 960;
const HEIGHT = 180;
const MIDDLE = 110;
const MOST_BUCKETS = 120;

interface Bucket {
  readonly name: string;
  entered: number;
  left: number;
}

/** When secrets entered and when they left. `choose` filters by a span of time. */
export function timeline(
  data: PageData,
  choose: (from: string, to: string) => void,
): HTMLElement | undefined {
  const buckets = bucketsOf(data);
  if (buckets.length === 0) return undefined;
  const entered = buckets.reduce((sum, bucket) => sum + bucket.entered, 0);
  const left = buckets.reduce((sum, bucket) => sum + bucket.left, 0);
  const went = left > 0 ? `, ${left.toLocaleString('en-US')} left` : '';
  const summary = `${count(entered, 'secret')} with a known date entered${went}, from ${buckets[0]?.name} to ${buckets.at(-1)?.name}.`;
  return h(
    'section',
    { class: 'timeline', 'aria-labelledby': 'timeline' },
    h('h2', { id: 'timeline' }, 'When they came and went'),
    h('p', { class: 'note' }, `${summary} Choose a bar to see who was there then.`),
    chart(buckets, choose, summary),
    h(
      'div',
      { class: 'keys', 'aria-hidden': 'true' },
      h('span', { class: 'came' }, 'entered'),
      h('span', { class: 'went' }, 'left'),
    ),
    table(buckets),
  );
}

/** Equal spans of time, the finest that fit: days, months, or years. */
function bucketsOf(data: PageData): readonly Bucket[] {
  const events = data.secrets
    .filter((secret) => !secret.suppressed)
    .map(
      (secret) =>
        [dayOf(secret.entered, data), secret.present ? undefined : dayOf(secret.left, data)] as const,
    );
  const days = events.flatMap((event) => event.filter((day) => day !== undefined)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  for (const length of [10, 7, 4]) {
    const names = spans(first, last, length);
    if (names === undefined || (names.length > MOST_BUCKETS && length > 4)) continue;
    const buckets = new Map(names.map((name): [string, Bucket] => [name, { name, entered: 0, left: 0 }]));
    for (const [entered, left] of events) {
      const [came, went] = [
        buckets.get(entered?.slice(0, length) ?? ''),
        buckets.get(left?.slice(0, length) ?? ''),
      ];
      if (came) came.entered++;
      if (went) went.left++;
    }
    return [...buckets.values()];
  }
  return [];
}

function spans(first: string, last: string, length: number): readonly string[] | undefined {
  const names: string[] = [];
  const date = new Date(`${first.slice(0, length)}${'-01-01'.slice(length - 4)}T00:00:00Z`);
  const end = last.slice(0, length);
  while (names.length <= 1000 && !Number.isNaN(date.getTime())) {
    const name = date.toISOString().slice(0, length);
    if (name > end) return names;
    names.push(name);
    if (length === 10) date.setUTCDate(date.getUTCDate() + 1);
    else if (length === 7) date.setUTCMonth(date.getUTCMonth() + 1);
    else date.setUTCFullYear(date.getUTCFullYear() + 1);
  }
  return undefined;
}

function chart(
  buckets: readonly Bucket[],
  choose: (from: string, to: string) => void,
  summary: string,
): HTMLElement {
  const most = Math.max(...buckets.map((bucket) => Math.max(bucket.entered, bucket.left)), 1);
  const step = WIDTH / Math.max(buckets.length, 12);
  const root = svg('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'img',
    'aria-label': summary,
    preserveAspectRatio: 'none',
  });
  root.append(svg('line', { class: 'axis', x1: 0, x2: WIDTH, y1: MIDDLE, y2: MIDDLE }));
  for (const [at, bucket] of buckets.entries()) {
    const up = (bucket.entered / most) * (MIDDLE - 12);
    const down = (bucket.left / most) * (HEIGHT - MIDDLE - 12);
    const shape = { x: at * step + 1, width: Math.max(step - 3, 1.5), rx: 2 };
    root.append(
      svg(
        'g',
        { class: 'bucket', click: () => choose(firstDay(bucket.name), lastDay(bucket.name)) },
        svg('title', {}, `${bucket.name}: ${bucket.entered} entered, ${bucket.left} left`),
        svg('rect', { class: 'hit', x: at * step, y: 0, width: step, height: HEIGHT }),
        svg('rect', { class: 'came', ...shape, y: MIDDLE - up, height: up }),
        svg('rect', { class: 'went', ...shape, y: MIDDLE + 1, height: down }),
      ),
    );
  }
  const [first, middle, last] = [buckets[0], buckets[buckets.length >> 1], buckets.at(-1)];
  const names = [first, ...(buckets.length > 2 ? [middle] : []), ...(buckets.length > 1 ? [last] : [])];
  const scale = h(
    'div',
    { class: 'scale', 'aria-hidden': 'true' },
    ...names.map((bucket) => h('span', {}, bucket?.name ?? '')),
  );
  scale.style.width = `${Math.min(100, (buckets.length / 12) * 100)}%`;
  return h('div', { class: 'chart' }, root, scale);
}

function firstDay(name: string): string {
  return `${name}${'-01-01'.slice(name.length - 4)}`;
}

function lastDay(name: string): string {
  if (name.length === 4) return `${name}-12-31`;
  const [year = 0, month = 0] = name.split('-').map(Number);
  return name.length === 10 ? name : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The same figures for those who do not see the chart. */
function table(buckets: readonly Bucket[]): HTMLElement {
  const rows = buckets.filter((bucket) => bucket.entered + bucket.left > 0);
  return h(
    'table',
    { class: 'unseen' },
    h('caption', {}, 'Secrets that entered and left'),
    h(
      'thead',
      {},
      h('tr', {}, ...['When', 'Entered', 'Left'].map((name) => h('th', { scope: 'col' }, name))),
    ),
    h(
      'tbody',
      {},
      ...rows.map((row) =>
        h('tr', {}, ...[row.name, row.entered, row.left].map((cell) => h('td', {}, String(cell)))),
      ),
    ),
  );
}
