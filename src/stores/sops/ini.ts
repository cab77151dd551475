import { createLeafList, type SopsDocument, UnreadableDocument } from './document.js';
import { unflatten } from './flat.js';

interface Line {
  readonly raw: string;
  readonly at: number;
}

/**
 * Reads an INI file as SOPS' reader does: two levels, `=` or `:`, inline comments, quotes, `"""` and back-ticks
 * over several lines, continuation by a trailing backslash. Throws `UnreadableDocument`.
 */
export function readIni(text: string): SopsDocument {
  const leaves = createLeafList();
  const entries: [string, string][] = [];
  const cursor = createCursor(text);
  const comments = createComments();
  let section = 'DEFAULT';
  let metadataAt = 0;
  for (let line = cursor.next(); line; line = cursor.next()) {
    const trimmed = line.raw.trim();
    if (trimmed === '') continue;
    if (isComment(trimmed)) {
      comments.see(trimmed);
      continue;
    }
    if (trimmed.startsWith('[')) {
      section = sectionName(trimmed);
      comments.see(trimmed.slice(trimmed.lastIndexOf(']') + 1).trim());
      comments.begin();
      if (section === 'sops' && metadataAt === 0) metadataAt = line.at;
      continue;
    }
    const { key, value, from, to, comment } = readPair(line, cursor);
    comments.see(comment ?? '');
    if (section === 'sops') entries.push([key, value.replaceAll('\\n', '\n')]);
    else
      leaves.add({
        keys: [section, key],
        path: `${section}.${key}`,
        kind: 'str',
        text: value,
        from,
        to,
        comments: [comments.active()],
      });
    comments.begin();
  }
  const metadata = entries.length > 0 && { metadata: unflatten(entries) };
  return { format: 'ini', text, leaves: leaves.leaves, ...metadata, metadataAt };
}

function isComment(text: string): boolean {
  return text.startsWith('#') || text.startsWith(';');
}

/**
 * Which comment speaks of a value. SOPS puts a key's own comment behind the key, so that it speaks of the next one; a
 * section's speaks of the section's first key.
 */
function createComments() {
  let pending: string[] = [];
  let active: string[] = [];
  return {
    see(text: string): void {
      if (isComment(text)) pending.push(text);
    },
    active: (): readonly string[] => active,
    /** What was seen until here speaks of the next value. */
    begin(): void {
      const [first, ...more] = pending;
      active = first === undefined ? [] : [[first.replace(/^(?:;[; ]*|#[# ]*)/, ''), ...more].join('\n')];
      pending = [];
    },
  };
}

function sectionName(line: string): string {
  const end = line.lastIndexOf(']');
  if (end < 0) throw new UnreadableDocument('a section without ]');
  return line.slice(1, end);
}

interface Value {
  readonly value: string;
  readonly to: number;
  /** What follows on the line. */
  readonly comment?: string;
}

interface Pair extends Value {
  readonly key: string;
  readonly from: number;
}

function readPair(line: Line, cursor: Cursor): Pair {
  const quoted = /^\s*("""|["`])(.*?)\1\s*[=:]/.exec(line.raw);
  const plain = quoted ?? /^\s*()([^=:]+?)\s*[=:]/.exec(line.raw);
  if (!plain) throw new UnreadableDocument('a line without =');
  const after = plain[0].length;
  const rest = line.raw.slice(after);
  const lead = rest.length - rest.trimStart().length;
  const from = line.at + after + lead;
  return { key: plain[2] ?? '', from, ...readValue(rest.trimStart(), from, cursor) };
}

function readValue(rest: string, from: number, cursor: Cursor): Value {
  const quote = rest.startsWith('"""') && rest.length > 3 ? '"""' : rest.startsWith('`') ? '`' : '';
  if (quote) return readQuoted(rest.slice(quote.length), quote, { from: from + quote.length, cursor });
  const line = rest.trim();
  if (line.endsWith('\\')) return readContinued(line.slice(0, -1), from + line.length, cursor);
  const comment = line.search(/[#;]/);
  const bare = comment < 0 ? line : line.slice(0, comment).trim();
  return {
    value: unquote(bare),
    to: from + bare.length,
    ...(comment >= 0 && { comment: line.slice(comment) }),
  };
}

function readQuoted(
  first: string,
  quote: string,
  at: { from: number; cursor: Cursor },
): { value: string; to: number } {
  const end = first.lastIndexOf(quote);
  if (end >= 0) return { value: first.slice(0, end), to: at.from + end + quote.length };
  let value = `${first}\n`;
  for (let next = at.cursor.next(); next; next = at.cursor.next()) {
    const close = next.raw.lastIndexOf(quote);
    if (close >= 0) return { value: value + next.raw.slice(0, close), to: next.at + close + quote.length };
    value += `${next.raw}\n`;
  }
  throw new UnreadableDocument('a quote that is not closed');
}

function readContinued(first: string, end: number, cursor: Cursor): { value: string; to: number } {
  let value = first;
  let to = end;
  for (let next = cursor.next(); next; next = cursor.next()) {
    const line = next.raw.trim();
    if (line === '') break;
    to = next.at + next.raw.length;
    value += line.endsWith('\\') ? line.slice(0, -1) : line;
    if (!line.endsWith('\\')) break;
  }
  return { value, to };
}

function unquote(text: string): string {
  const quote = text[0];
  const surrounded =
    (quote === '"' || quote === "'") && text.length >= 2 && text.indexOf(quote, 1) === text.length - 1;
  return surrounded ? text.slice(1, -1) : text;
}

interface Cursor {
  next(): Line | undefined;
}

function createCursor(text: string): Cursor {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  return {
    next() {
      if (at >= text.length) return undefined;
      const newline = text.indexOf('\n', at);
      const end = newline < 0 ? text.length : newline;
      const line = { raw: text.slice(at, end), at };
      at = end + 1;
      return line;
    },
  };
}
