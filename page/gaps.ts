import type { PageData } from '../src/report/html-model.js';
import { count, h } from './dom.js';

const SHOWN = 50;

/** What was not scanned and why: first what was meant to be, then what was left out on purpose. */
export function gaps({ skipped }: PageData): HTMLElement {
  const missed = skipped.filter((skip) => skip.incomplete);
  const left = skipped.filter((skip) => !skip.incomplete);
  return h(
    'section',
    { id: 'gaps', 'aria-labelledby': 'not-scanned' },
    h('h2', { id: 'not-scanned' }, 'Not scanned'),
    skipped.length === 0 && h('p', { class: 'note' }, 'Everything that was asked for was read to its end.'),
    missed.length > 0 && group(`${count(missed.length, 'item')} that could not be read`, missed, true),
    left.length > 0 && group(`${count(left.length, 'item')} left out on purpose`, left, missed.length === 0),
  );
}

function group(title: string, skips: PageData['skipped'], open: boolean): HTMLElement {
  const body = h('tbody');
  const more = h('button', { type: 'button', class: 'more', click: () => add(SHOWN * 10) }, 'Show more');
  const add = (number: number) => {
    const at = body.childElementCount;
    body.append(
      ...skips
        .slice(at, at + number)
        .map(({ path, reason }) =>
          h('tr', {}, h('td', {}, h('bdi', {}, path || '(all)')), h('td', {}, reason)),
        ),
    );
    more.hidden = body.childElementCount >= skips.length;
  };
  add(SHOWN);
  const heads = ['What', 'Why'].map((name) => h('th', { scope: 'col' }, name));
  return h(
    'details',
    { class: 'gap', open },
    h('summary', {}, title),
    h('table', {}, h('thead', {}, h('tr', {}, ...heads)), body),
    more,
  );
}
