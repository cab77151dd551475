import type { PageData, PagePlace, PageSecret } from '../src/report/html-model.js';
import { count, external, h } from './dom.js';
import { dayOf } from './filter.js';

const PLACES_SHOWN = 20;

/** The first and last day of the whole report, for the bar that shows when a secret was there. */
export type Span = readonly [first: number, last: number];

/** A secret as a row that opens; what is inside is made when it is opened. */
export function secretRow(secret: PageSecret, data: PageData, span: Span | undefined): HTMLDetailsElement {
  const rule = data.rules[secret.rule];
  const [first] = secret.places;
  const more = secret.places.length - 1;
  const row = h(
    'details',
    { class: `secret ${secret.severity}` },
    h(
      'summary',
      {},
      h('span', { class: 'severity' }, secret.severity),
      h(
        'span',
        { class: 'what' },
        h('strong', {}, rule?.title ?? 'Secret'),
        h('code', {}, secret.redacted),
        h(
          'span',
          { class: 'place' },
          h('bdi', {}, `${first?.path}:${first?.line}`),
          more > 0 ? ` and ${count(more, 'more place')}` : '',
        ),
      ),
      life(secret, data, span),
      h('span', { class: `state ${stateOf(secret)}` }, stateOf(secret)),
    ),
  );
  row.addEventListener('toggle', () => {
    if (row.open && row.childElementCount === 1) row.append(inside(secret, data));
  });
  return row;
}

function stateOf(secret: PageSecret): string {
  if (secret.suppressed) return 'suppressed';
  return secret.present ? 'present' : 'history';
}

/** A bar from the day it entered to the day it left, on the scale of the whole report. */
function life(secret: PageSecret, data: PageData, span: Span | undefined): HTMLElement {
  const [came, went] = [dayOf(secret.entered, data), secret.present ? undefined : dayOf(secret.left, data)];
  if (came === undefined || span === undefined) return h('span', { class: 'life' });
  const [first, last] = span;
  const length = Math.max(last - first, 1);
  const from = (Date.parse(came) - first) / length;
  const to = secret.present || went === undefined ? 1 : (Date.parse(went) - first) / length;
  const bar = h('span', { class: secret.present ? 'stays' : went === undefined ? 'fades' : 'gone' });
  bar.style.insetInlineStart = `${from * 100}%`;
  bar.style.width = `${Math.max((to - from) * 100, 2)}%`;
  const text = secret.present ? `since ${came}` : went ? `${came} to ${went}` : `${came} to ?`;
  return h(
    'span',
    { class: 'life' },
    h('span', { class: 'track', 'aria-hidden': 'true' }, bar),
    h('span', { class: 'dates' }, text),
  );
}

function inside(secret: PageSecret, data: PageData): HTMLElement {
  const rule = data.rules[secret.rule];
  const links = h('p', { class: 'actions' });
  if (rule?.rotate) links.append(external(rule.rotate, 'Rotate it', 'primary'));
  if (rule?.reference) links.append(external(rule.reference, 'About this credential'));
  return h(
    'div',
    { class: 'inside' },
    rule && h('p', {}, rule.impact),
    rule && h('p', {}, h('b', {}, 'What to do: '), rule.remediation),
    links,
    h(
      'dl',
      {},
      ...fact('Rule', h('code', {}, rule?.id ?? '')),
      ...fact('Confidence', secret.confidence),
      ...fact('Fingerprint', h('code', {}, secret.fingerprint)),
      ...fact(
        'Not a secret?',
        h('code', {}, secret.present ? `keyhound:ignore ${rule?.id ?? ''} -- reason` : 'keyhound triage'),
      ),
    ),
    places(secret.places, data),
  );
}

function fact(name: string, value: Node | string): readonly Node[] {
  return [h('div', {}, h('dt', {}, name), h('dd', {}, value))];
}

function places(all: readonly PagePlace[], data: PageData): HTMLElement {
  const list = h('ol', { class: 'places' });
  const more = h('button', { type: 'button', class: 'more', click: () => add() });
  let shown = 0;
  const add = () => {
    const next = all.slice(shown, shown + PLACES_SHOWN * (shown === 0 ? 1 : 5));
    list.append(...next.map((place) => placeItem(place, data)));
    shown += next.length;
    more.hidden = shown >= all.length;
    more.textContent = `Show more of the ${count(all.length, 'place')}`;
  };
  add();
  return h('div', {}, list, more);
}

function placeItem(place: PagePlace, data: PageData): HTMLElement {
  const commit = place.commit === undefined ? undefined : data.commits[place.commit];
  const facts = [
    ...(commit ? [`commit ${commit.id.slice(0, 12)}`, commit.date?.slice(0, 10), commit.author] : []),
    ...(place.gone ? ['no longer in HEAD'] : []),
    ...(place.notes ?? []),
  ];
  return h(
    'li',
    {},
    h(
      'div',
      { class: 'where' },
      h('bdi', {}, `${place.path}:${place.line}:${place.column}`),
      h('span', {}, facts.filter(Boolean).join(' · ')),
    ),
    place.snippet !== '' && h('pre', {}, h('code', {}, place.snippet)),
  );
}
