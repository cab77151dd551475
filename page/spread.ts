import type { PageData } from '../src/report/html-model.js';
import { count, h } from './dom.js';

const SHOWN = 10;

/** Which files and commits hold the most secrets. `search` looks for one of them in the list. */
export function spread(data: PageData, search: (words: string) => void): HTMLElement | undefined {
  const files = new Map<string, number>();
  const commits = new Map<string, number>();
  for (const { places, suppressed } of data.secrets) {
    if (suppressed) continue;
    for (const path of new Set(places.map((place) => place.path))) add(files, path);
    for (const commit of new Set(places.map((place) => place.commit))) {
      if (commit !== undefined) add(commits, data.commits[commit]?.id ?? '');
    }
  }
  if (files.size === 0) return undefined;
  const dates = new Map(data.commits.map(({ id, date }) => [id, date?.slice(0, 10) ?? '']));
  const label = (id: string) => [id.slice(0, 12), dates.get(id)].filter(Boolean).join('  ');
  return h(
    'section',
    { class: 'spreads', 'aria-labelledby': 'spread' },
    h('h2', { id: 'spread' }, 'Where they are'),
    h(
      'div',
      { class: 'columns' },
      ranking('file', files, (path) => path, search),
      ranking('commit', commits, label, search),
    ),
  );
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function ranking(
  noun: string,
  counts: ReadonlyMap<string, number>,
  label: (key: string) => string,
  search: (words: string) => void,
): HTMLElement | undefined {
  if (counts.size === 0) return undefined;
  const top = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, SHOWN);
  const most = top[0]?.[1] ?? 1;
  const rows = top.map(([key, number]) => {
    const bar = h('span', { class: 'amount', 'aria-hidden': 'true' });
    bar.style.width = `${(number / most) * 100}%`;
    const button = h('button', { type: 'button', click: () => search(key), title: key }, label(key));
    return h('li', {}, bar, button, h('span', { class: 'number' }, number.toLocaleString('en-US')));
  });
  return h('div', {}, h('h3', {}, count(counts.size, noun)), h('ol', {}, ...rows));
}
