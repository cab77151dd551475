import type { SopsMetadata } from './document.js';

type Tree = { [key: string]: Tree | string };

const SEPARATOR = /(__map_|__list_)/;

/** Rebuilds nested metadata from the flat keys of dotenv and INI files: `age__list_0__map_enc`. */
export function unflatten(entries: readonly (readonly [key: string, value: string])[]): SopsMetadata {
  const root: Tree = Object.create(null);
  for (const [key, value] of entries)
    place(
      root,
      key.split(SEPARATOR).filter((_, i) => i % 2 === 0),
      value,
    );
  return listsIn(root) as SopsMetadata;
}

/** The opposite: one line per value, lists and maps spelled out in the key. */
export function flatten(value: unknown, prefix: string): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => flatten(item, `${prefix}__list_${index}`));
  if (typeof value !== 'object' || value === null) return [[prefix, String(value ?? '')]];
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, prefix ? `${prefix}__map_${key}` : key),
  );
}

function place(root: Tree, parts: readonly string[], value: string): void {
  let node = root;
  for (const part of parts.slice(0, -1)) {
    const next = node[part];
    const made: Tree = typeof next === 'object' ? next : Object.create(null);
    node[part] = made;
    node = made;
  }
  node[parts.at(-1) ?? ''] = value;
}

/** Maps whose keys are 0, 1, 2 … were lists. */
function listsIn(tree: Tree | string): unknown {
  if (typeof tree === 'string') return tree;
  const keys = Object.keys(tree);
  if (keys.length > 0 && keys.every((key, index) => key === String(index))) {
    return keys.map((key) => listsIn(tree[key] ?? ''));
  }
  const result: Record<string, unknown> = Object.create(null);
  for (const key of keys) result[key] = listsIn(tree[key] ?? '');
  return result;
}
