import { type SopsDocument, UnreadableDocument } from './document.js';
import { flatten } from './flat.js';

/** The release of SOPS whose format is written. */
export const SOPS_VERSION = '3.13.2';

/** An edit of a text: replaces `[from, to)`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Applies edits that do not overlap. */
export function splice(text: string, edits: readonly Splice[]): string {
  const ordered = [...edits].sort((a, b) => b.from - a.from);
  return ordered.reduce(
    (result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to),
    text,
  );
}

/** Where a metadata field that holds a time or a ciphertext is written, without its quotes. */
export function metadataField(
  document: SopsDocument,
  name: 'mac' | 'lastmodified',
): { from: number; to: number } {
  const value = name === 'mac' ? 'ENC\\[[^\\]\\s]*\\]' : '\\d{4}-[0-9T:.Z+-]+';
  const field = new RegExp(`((?<![A-Za-z])${name}"?[ \\t]*[:=][ \\t]*["']?)(${value})`, 'g');
  field.lastIndex = document.metadataAt;
  const found = field.exec(document.text);
  if (!found) throw new UnreadableDocument(`the metadata has no ${name} to replace`);
  const from = found.index + (found[1] ?? '').length;
  return { from, to: from + (found[2] ?? '').length };
}

/** A file with metadata added at its end, in the format's own way. */
export function appendMetadata(document: SopsDocument, metadata: Readonly<Record<string, unknown>>): string {
  const body = document.text === '' || document.text.endsWith('\n') ? document.text : `${document.text}\n`;
  switch (document.format) {
    case 'yaml':
      return `${body}sops:\n${yamlBlock(metadata, 4).join('')}`;
    case 'dotenv':
      return (
        body +
        flatten(metadata, '')
          .map(([key, value]) => `sops_${key}=${oneLine(value)}\n`)
          .join('')
      );
    case 'ini':
      return `${body}\n[sops]\n${flatten(metadata, '')
        .map(([key, value]) => `${key} = ${oneLine(value)}\n`)
        .join('')}`;
    default:
      return appendJson(document.text, metadata);
  }
}

function appendJson(text: string, metadata: Readonly<Record<string, unknown>>): string {
  const end = text.lastIndexOf('}');
  const body = text.slice(0, end).trimEnd();
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '\t';
  const block = JSON.stringify(metadata, null, indent).replaceAll('\n', `\n${indent}`);
  return `${body}${body.endsWith('{') ? '' : ','}\n${indent}"sops": ${block}\n${text.slice(end)}`;
}

function yamlBlock(value: unknown, indent: number): string[] {
  const margin = ' '.repeat(indent);
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first = '', ...rest] = yamlBlock(item, indent + 2);
      return [`${margin}- ${first.trimStart()}`, ...rest];
    });
  }
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => {
    if (typeof inner === 'object') return [`${margin}${key}:\n`, ...yamlBlock(inner, indent + 4)];
    return [`${margin}${key}: ${yamlScalar(String(inner), indent)}\n`];
  });
}

function yamlScalar(text: string, indent: number): string {
  if (!text.includes('\n')) return /^(?:ENC\[|[a-z_][\w.]*$)/i.test(text) ? text : JSON.stringify(text);
  return `|${text
    .trimEnd()
    .split('\n')
    .map((line) => `\n${' '.repeat(indent + 4)}${line}`)
    .join('')}`;
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '\\n');
}
