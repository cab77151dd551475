import type { StoredPlace } from './values.js';

/** A stored place in words: `vault secret/app/db#password v3, current since 2026-01-02`. */
export function describePlace({ store, path, key, version, state, created, replaced }: StoredPlace): string {
  const name = `${store} ${path}${key === '' ? '' : `#${key}`}${version === '' ? '' : ` v${version}`}`;
  if (state === 'previous')
    return `${name}, previous${replaced ? `, replaced ${replaced.slice(0, 10)}` : ''}`;
  return `${name}, ${state}${created ? ` since ${created.slice(0, 10)}` : ''}`;
}
