import { createPages, type Pages, type SqliteValue } from './sqlite-pages.js';
import { type ArchiveEntry, ArchiveFault } from './zip.js';

const MAGIC = 'SQLite format 3\0';

/** Whether bytes begin as a SQLite 3 database. */
export function isSqlite(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('latin1') === MAGIC;
}

/**
 * The tables of a SQLite database, https://sqlite.org/fileformat2.html: each is a file of one JSON object a row.
 * Throws ArchiveFault where it is damaged.
 */
export function* sqliteTables(bytes: Uint8Array): Generator<ArchiveEntry> {
  const pages = createPages(bytes);
  for (const [type, name, , root, sql] of pages.rows(1)) {
    if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number' || root === 0) continue;
    const columns = columnsOf(String(sql));
    yield { name, size: 0, read: (most) => asLines(pages, root, { columns, most }) };
  }
}

function asLines(
  pages: Pages,
  root: number,
  { columns, most }: { readonly columns: readonly string[]; readonly most: number },
): Uint8Array {
  const lines: Buffer[] = [];
  let size = 0;
  for (const row of pages.rows(root)) {
    const named = row.flatMap((value, index) =>
      value === null ? [] : [[columns[index] ?? `column ${index + 1}`, value]],
    );
    const line = toLine(Object.fromEntries(named));
    size += line.length;
    if (size > most) throw new ArchiveFault('is too large');
    lines.push(line);
  }
  return Buffer.concat(lines);
}

function toLine(row: Readonly<Record<string, SqliteValue>>): Buffer {
  try {
    return Buffer.from(`${JSON.stringify(row)}\n`);
  } catch (error) {
    // longer than a string can be
    if (error instanceof RangeError) throw new ArchiveFault('is too large');
    throw error;
  }
}

/** Names of columns in the order of a CREATE TABLE statement, so far as it is written as usual. */
function columnsOf(sql: string): readonly string[] {
  const body = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
  return splitOutsideParentheses(body)
    .map((part) => /^\s*(?:"([^"]+)"|`([^`]+)`|\[([^\]]+)\]|(\w+))/.exec(part)?.slice(1).find(Boolean))
    .filter((name) => name !== undefined);
}

function splitOutsideParentheses(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}
