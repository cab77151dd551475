import { parse, TomlDate, TomlError } from 'smol-toml';
import { UserError } from '../errors.js';
import type { ParsedText } from './read-config.js';
import type { KeyPath } from './validate.js';

/** TOML 1.0; a date becomes its text. Throws UserError naming file and line. */
export function parseToml(text: string, file: string): ParsedText {
  try {
    return { value: withoutDates(parse(text)), line: (path) => findLine(text.split('\n'), path) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '');
    throw new UserError(`${file}:${error.line}: not valid TOML: ${what}`);
  }
}

function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutDates(item)]));
}

/**
 * The line of a key. The parser tells none, so headers are followed by hand: `[[rules]]` counts up, `[paths]` goes in,
 * and of what stands inside one value the value's own line is told.
 */
function findLine(lines: readonly string[], wanted: KeyPath): number | undefined {
  const counts = new Map<string, number>();
  let table: KeyPath = [];
  let best: { readonly line: number; readonly depth: number } | undefined;
  const offer = (path: KeyPath, line: number) => {
    const fits = path.every((key, index) => key === wanted[index]);
    if (fits && path.length > (best?.depth ?? 0)) best = { line, depth: path.length };
  };
  for (const [index, line] of lines.entries()) {
    const [, brackets, header = ''] = /^\s*(\[\[?)\s*([\w.\-" ]+?)\s*\]\]?\s*(?:#.*)?$/.exec(line) ?? [];
    if (brackets) {
      table = resolve(keysOf(header), counts, brackets === '[[');
      offer(table, index + 1);
      continue;
    }
    const [, key] = /^\s*([\w.\-"]+)\s*=/.exec(line) ?? [];
    if (key) offer([...table, ...keysOf(key)], index + 1);
  }
  return best?.line;
}

function keysOf(dotted: string): string[] {
  return dotted.split('.').map((key) => key.trim().replaceAll('"', ''));
}

/** A header's path: each list of tables on the way stands for its last table. */
function resolve(keys: readonly string[], counts: Map<string, number>, isList: boolean): KeyPath {
  const path: (string | number)[] = [];
  for (const [index, key] of keys.entries()) {
    path.push(key);
    const name = JSON.stringify(path);
    if (isList && index === keys.length - 1) counts.set(name, (counts.get(name) ?? -1) + 1);
    const count = counts.get(name);
    if (count !== undefined) path.push(count);
  }
  return path;
}
