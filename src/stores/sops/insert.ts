import { modify } from 'jsonc-parser';
import { isMap, isScalar, parseAllDocuments, type YAMLMap } from 'yaml';
import { UserError } from '../../errors.js';
import type { SopsDocument } from './document.js';
import type { Splice } from './metadata.js';

/** The edit that adds a new value under `keys`, before the metadata. Throws `UserError` where that cannot be done. */
export function insertValue(
  document: SopsDocument,
  keys: readonly string[],
  value: string,
): readonly Splice[] {
  switch (document.format) {
    case 'yaml':
      return [insertYaml(document, keys, value)];
    case 'json':
      return insertJson(document, keys, value);
    case 'dotenv':
      return [insertDotenv(document, keys, value)];
    case 'ini':
      return [insertIni(document, keys, value)];
    default:
      throw new UserError('a binary SOPS file has no keys: choose a YAML, JSON, dotenv or INI file');
  }
}

function insertJson({ text }: SopsDocument, keys: readonly string[], value: string): readonly Splice[] {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '\t';
  const formattingOptions = { insertSpaces: !indent.includes('\t'), tabSize: indent.length, eol: '\n' };
  const beforeMetadata = (names: string[]): number =>
    names.includes('sops') ? names.indexOf('sops') : names.length;
  const edits = modify(text, [...keys], value, { formattingOptions, getInsertionIndex: beforeMetadata });
  return edits.map(({ offset, length, content }) => ({ from: offset, to: offset + length, text: content }));
}

function insertDotenv(
  { text, metadataAt, metadata }: SopsDocument,
  keys: readonly string[],
  value: string,
): Splice {
  const [name = ''] = keys;
  if (keys.length !== 1 || !/^[A-Za-z_][\w.-]*$/.test(name))
    throw new UserError('a dotenv key is one name of letters, digits and _');
  const at = metadata ? metadataAt : text.length;
  return { from: at, to: at, text: `${at > 0 && text[at - 1] !== '\n' ? '\n' : ''}${name}=${value}\n` };
}

function insertIni(
  { text, metadataAt, metadata }: SopsDocument,
  keys: readonly string[],
  value: string,
): Splice {
  const [section = '', name = ''] = keys;
  if (keys.length !== 2) throw new UserError('an INI key is SECTION.NAME');
  const header = new RegExp(`^\\[${section.replace(/[^\w]/g, '\\$&')}\\][^\\n]*\\n`, 'm').exec(text);
  const line = `${name} = ${value}\n`;
  if (header)
    return { from: header.index + header[0].length, to: header.index + header[0].length, text: line };
  const at = metadata ? metadataAt : text.length;
  return { from: at, to: at, text: `[${section}]\n${line}\n` };
}

function insertYaml(document: SopsDocument, keys: readonly string[], value: string): Splice {
  const { text, metadataAt } = document;
  const [parsed] = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false });
  const root = parsed?.contents;
  if (!isMap(root)) throw new UserError('only a YAML file that is a map can take a new key');
  const { map, depth } = deepest(root as YAMLMap, keys);
  if (map.flow)
    throw new UserError(`${keys.join('.')}: the map it belongs to is written in one line; add it with sops`);
  const indent = depth === 0 ? 0 : columnOf(text, map);
  const lines = nested(keys.slice(depth), value, indent);
  const at = depth === 0 && document.metadata ? lineStart(text, metadataAt) : endOf(text, map);
  return { from: at, to: at, text: `${at > 0 && text[at - 1] !== '\n' ? '\n' : ''}${lines}` };
}

function deepest(root: YAMLMap, keys: readonly string[]): { map: YAMLMap; depth: number } {
  let map = root;
  for (const [depth, key] of keys.slice(0, -1).entries()) {
    const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (!pair) return { map, depth };
    if (!isMap(pair.value)) throw new UserError(`${keys.join('.')}: ${key} is there and is no map`);
    map = pair.value as YAMLMap;
  }
  return { map, depth: keys.length - 1 };
}

function nested(keys: readonly string[], value: string, indent: number): string {
  return keys
    .map((key, level) => {
      const name =
        /^[A-Za-z_][\w.-]*$/.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key)
          ? key
          : JSON.stringify(key);
      return `${' '.repeat(indent + 4 * level)}${name}:${level === keys.length - 1 ? ` ${value}` : ''}\n`;
    })
    .join('');
}

function columnOf(text: string, map: YAMLMap): number {
  const first = map.items[0]?.key;
  const at = (isScalar(first) && first.range?.[0]) || map.range?.[0] || 0;
  return at - lineStart(text, at);
}

function endOf(text: string, map: YAMLMap): number {
  const end = map.range?.[1] ?? text.length;
  if (end > 0 && text[end - 1] === '\n') return end;
  const newline = text.indexOf('\n', end);
  return newline < 0 ? text.length : newline + 1;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
