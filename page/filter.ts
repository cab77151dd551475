import type { PageData, PageSecret } from '../src/report/html-model.js';

/** What the reader wants to see. An empty set or text means: all. */
export interface Filter {
  words: string;
  readonly severities: Set<string>;
  confidence: string;
  provider: string;
  state: string;
  from: string;
  to: string;
  order: string;
}

export function createFilter(): Filter {
  return {
    words: '',
    severities: new Set(),
    confidence: '',
    provider: '',
    state: 'active',
    from: '',
    to: '',
    order: 'urgency',
  };
}

/** Prepares the search; what is returned gives the secrets that a filter lets through, in its order. */
export function createSearch(data: PageData): (filter: Filter) => readonly PageSecret[] {
  const haystacks = new Map<PageSecret, string>();
  const haystack = (secret: PageSecret) => {
    const known = haystacks.get(secret);
    if (known !== undefined) return known;
    const made = textOf(secret, data).toLowerCase();
    haystacks.set(secret, made);
    return made;
  };
  return (filter) => {
    const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
    const found = data.secrets.filter(
      (secret) => isWanted(secret, filter, data) && words.every((word) => haystack(secret).includes(word)),
    );
    return filter.order === 'urgency' ? found : found.sort(orders(data)[filter.order] ?? (() => 0));
  };
}

function textOf(secret: PageSecret, { rules, commits }: PageData): string {
  const rule = rules[secret.rule];
  const places = secret.places.map((place) => {
    const commit = place.commit === undefined ? undefined : commits[place.commit];
    return `${place.path}:${place.line} ${place.notes?.join(' ') ?? ''} ${commit?.id ?? ''} ${commit?.author ?? ''}`;
  });
  return [rule?.title, rule?.id, rule?.provider, secret.redacted, secret.fingerprint, ...places].join('\n');
}

function isWanted(secret: PageSecret, filter: Filter, data: PageData): boolean {
  const { severities, confidence, provider, state } = filter;
  if (severities.size > 0 && !severities.has(secret.severity)) return false;
  if (confidence && secret.confidence !== confidence) return false;
  if (provider && data.rules[secret.rule]?.provider !== provider) return false;
  return isInState(secret, state) && isInTime(secret, filter, data);
}

function isInState(secret: PageSecret, state: string): boolean {
  if (state === 'suppressed') return secret.suppressed === true;
  if (state === 'all') return true;
  if (secret.suppressed) return false;
  return state === 'active' || (state === 'present') === secret.present;
}

/** A secret is in a span of time if it was there at some moment of it. */
function isInTime(secret: PageSecret, { from, to }: Filter, data: PageData): boolean {
  if (!from && !to) return true;
  const entered = dayOf(secret.entered, data);
  const left = secret.present ? '9999' : (dayOf(secret.left, data) ?? '9999');
  return entered !== undefined && (!to || entered <= to) && (!from || left >= from);
}

/** The day of a commit as YYYY-MM-DD, in the zone the commit was made in. */
export function dayOf(commit: number | undefined, { commits }: PageData): string | undefined {
  return commit === undefined ? undefined : commits[commit]?.date?.slice(0, 10);
}

function orders(data: PageData): Readonly<Record<string, (a: PageSecret, b: PageSecret) => number>> {
  const entered = (secret: PageSecret) => dayOf(secret.entered, data) ?? '';
  const path = (secret: PageSecret) => secret.places[0]?.path ?? '';
  return {
    newest: (a, b) => compare(entered(b), entered(a)),
    oldest: (a, b) => compare(entered(a) || '9999', entered(b) || '9999'),
    spread: (a, b) => b.places.length - a.places.length,
    path: (a, b) => compare(path(a), path(b)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
