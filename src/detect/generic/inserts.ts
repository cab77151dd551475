import type { Candidate, Quote } from './candidate.js';

const REACH = 2048;
const MOST_ROWS = 64;
const INSERT = /insert into\s+[\w.$"`[\]]{1,128}\s*\(([^()]{1,1024})\)\s*values\s*/iy;
const COPY = /copy\s+[\w.$"]{1,128}\s*\(([^()]{1,512})\)\s*$/i;
const CREDENTIAL =
  /pass(?!ed|ive|port|age)|pwd|secret|token|api_?key|(?:private|access|auth|encryption)_?key|credential/i;

/** Whether the keyword at `at` is that of rows in an SQL dump. */
export function isInsert(text: string, at: number): boolean {
  return /^(?:insert into|from stdin)/i.test(text.slice(at, at + 11));
}

/** The values of columns named as credentials: of `INSERT INTO t (…) VALUES (…), (…)` or `COPY t (…) FROM stdin`. */
export function readInserts(text: string, at: number): Candidate[] {
  const limit = Math.min(text.length, at + REACH);
  INSERT.lastIndex = at;
  const insert = INSERT.exec(text);
  if (insert) {
    const columns = credentialColumns(insert[1]!, at + insert[0].indexOf('(') + 1);
    return columns.length === 0 ? [] : tuples(text, at + insert[0].length, limit).flatMap(pick(columns));
  }
  const lineStart = text.lastIndexOf('\n', at) + 1;
  const copy = COPY.exec(text.slice(lineStart, at));
  if (!copy) return [];
  const columns = credentialColumns(copy[1]!, lineStart + copy.index + copy[0].indexOf('(') + 1);
  return columns.length === 0 ? [] : tabbedLines(text, at, limit).flatMap(pick(columns));
}

interface Column {
  readonly index: number;
  readonly nameFrom: number;
  readonly nameTo: number;
}

function credentialColumns(list: string, at: number): readonly Column[] {
  let start = at;
  return list.split(',').flatMap((part, index) => {
    const nameFrom = start + part.search(/\w|$/);
    const name = /\w+/.exec(part)?.[0] ?? '';
    start += part.length + 1;
    return CREDENTIAL.test(name) ? [{ index, nameFrom, nameTo: nameFrom + name.length }] : [];
  });
}

interface Value {
  readonly quote: Quote;
  readonly from: number;
  readonly to: number;
}

function pick(columns: readonly Column[]): (row: readonly Value[]) => Candidate[] {
  return (row) =>
    columns.flatMap(({ index, nameFrom, nameTo }) => {
      const value = row[index];
      if (!value) return [];
      return [{ nameFrom, nameTo, operator: 'sql', ...value, gapFrom: value.from, gapTo: value.from }];
    });
}

const VALUE = /\s*(?:[NnEe]?'((?:[^'\\]|\\.|'')*)'|([^\s,()']+))\s*/dy;
const NEXT_TUPLE = /\)\s*,\s*(?=\()/y;

/** `('a', 1), ('b', 2)`: only values in quotes can be secrets, the others are counted. */
function tuples(text: string, at: number, limit: number): readonly (readonly Value[])[] {
  const rows: Value[][] = [];
  const area = text.slice(0, limit);
  let i = at;
  while (rows.length < MOST_ROWS && area[i] === '(') {
    const row: Value[] = [];
    do {
      VALUE.lastIndex = i + 1;
      const read = VALUE.exec(area);
      if (!read) return rows;
      i = VALUE.lastIndex;
      const [from, to] = read.indices?.[1] ?? [i, i];
      row.push({ quote: "'", from, to });
    } while (area[i] === ',');
    if (area[i] !== ')') return rows;
    rows.push(row);
    NEXT_TUPLE.lastIndex = i;
    if (!NEXT_TUPLE.test(area)) return rows;
    i = NEXT_TUPLE.lastIndex;
  }
  return rows;
}

function tabbedLines(text: string, at: number, limit: number): readonly (readonly Value[])[] {
  const rows: Value[][] = [];
  let start = text.indexOf('\n', at) + 1;
  while (start > 0 && start < limit && rows.length < MOST_ROWS && !text.startsWith('\\.', start)) {
    const end = text.indexOf('\n', start);
    if (end < 0 || end > limit) break;
    let from = start;
    rows.push(
      text
        .slice(start, end)
        .replace(/\r$/, '')
        .split('\t')
        .map((field) => {
          const value = { quote: 'bare', from, to: from + field.length } as const;
          from += field.length + 1;
          return value;
        }),
    );
    start = end + 1;
  }
  return rows;
}
