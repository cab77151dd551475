import type { PageData, PageSecret } from '../src/report/html-model.js';
import { count, external, h } from './dom.js';
import { dayOf } from './filter.js';

const SHOWN = 6;

/** What to rotate first: the worst that can be read now, each with the page where it is done. */
export function rotateFirst(data: PageData, show: (secret: PageSecret) => void): HTMLElement | undefined {
  const active = data.secrets.filter((secret) => !secret.suppressed);
  if (active.length === 0) return undefined;
  const more = active.length - SHOWN;
  return h(
    'section',
    { class: 'rotate', 'aria-labelledby': 'rotate' },
    h('h2', { id: 'rotate' }, 'Rotate first'),
    h(
      'p',
      { class: 'note' },
      'Deleting a secret from the code does not take it back. Revoke it where it was issued, then clean up.',
    ),
    h('ol', {}, ...active.slice(0, SHOWN).map((secret) => card(secret, data, show))),
    more > 0 && h('p', { class: 'note' }, `${count(more, 'more secret')} in the list below, in this order.`),
  );
}

function card(secret: PageSecret, data: PageData, show: (secret: PageSecret) => void): HTMLElement {
  const rule = data.rules[secret.rule];
  const link = rule?.rotate ?? rule?.reference;
  const files = new Set(secret.places.map((place) => place.path)).size;
  const since = dayOf(secret.entered, data);
  const facts = [
    count(files, 'file'),
    since && `since ${since}`,
    secret.present ? undefined : 'only in the history',
  ];
  return h(
    'li',
    { class: secret.severity },
    h('div', { class: 'what' }, h('strong', {}, rule?.title ?? 'Secret'), h('code', {}, secret.redacted)),
    h('p', {}, rule?.impact ?? ''),
    h('p', { class: 'fix' }, rule?.remediation ?? ''),
    h('p', { class: 'spread' }, facts.filter(Boolean).join(' · ')),
    h(
      'div',
      { class: 'actions' },
      link !== undefined &&
        external(link, rule?.rotate ? 'Rotate it' : 'How to replace it', rule?.rotate ? 'primary' : ''),
      h(
        'button',
        {
          type: 'button',
          click: () => show(secret),
          'aria-label': `Where it is: ${rule?.title ?? 'secret'}`,
        },
        'Where it is',
      ),
    ),
  );
}
