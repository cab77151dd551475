/** A run of a pattern's characters shorter than this is too common to look for. */
const SHORTEST = 3;

/**
 * Texts of which one must stand in whatever the pattern matches, as far as they can be read off it; empty: none can,
 * and the pattern has to run everywhere.
 */
export function keywordsOf(pattern: RegExp): readonly string[] {
  const reader = { source: pattern.source, at: 0 };
  return readAlternatives(reader) ?? [];
}

interface Reader {
  readonly source: string;
  at: number;
}

type Literals = readonly string[] | undefined;

/** Alternatives up to the end of the group: each must give something, else none does. */
function readAlternatives(reader: Reader): Literals {
  const all: string[] = [];
  let isWhole = true;
  for (;;) {
    const literals = readSequence(reader);
    if (literals) all.push(...literals);
    else isWhole = false;
    if (reader.source[reader.at] !== '|') break;
    reader.at++;
  }
  return isWhole ? [...new Set(all)] : undefined;
}

/** The best of what one sequence must contain: its longest run of characters, or what one of its groups gives. */
function readSequence(reader: Reader): Literals {
  const found: (readonly string[])[] = [];
  let run = '';
  const endRun = () => {
    if (run.length >= SHORTEST) found.push([run.toLowerCase()]);
    run = '';
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
    const item = readItem(reader);
    const { least, most } = readRepeat(reader);
    if ('group' in item) {
      endRun();
      if (least > 0 && item.group) found.push(item.group);
    } else if (item.character === undefined || least === 0) endRun();
    else {
      run += item.character.repeat(Math.min(least, 16));
      if (least !== most) endRun();
    }
  }
  endRun();
  return found.sort((a, b) => shortest(b) - shortest(a))[0];
}

function shortest(texts: readonly string[]): number {
  return Math.min(...texts.map(({ length }) => length));
}

type Item = { readonly character: string | undefined } | { readonly group: Literals };

function readItem(reader: Reader): Item {
  const rest = reader.source.slice(reader.at);
  const [group] = /^\((?:\?(?:<?[=!]|:|<[^>]*>|[a-z-]*:))?/.exec(rest) ?? [];
  if (group !== undefined) {
    reader.at += group.length;
    const literals = readAlternatives(reader);
    reader.at++;
    // what stands ahead or behind is no part of the match, or must not stand there at all
    return { group: /[=!]$/.test(group) ? undefined : literals };
  }
  const [one] =
    /^(?:\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|c[A-Z]|k<[^>]*>|[\s\S])|[\s\S])/i.exec(
      rest,
    )!;
  reader.at += one.length;
  return { character: characterOf(one) };
}

/** The one character that an item stands for, without regard to case. */
function characterOf(item: string): string | undefined {
  if (item.startsWith('[')) {
    const [, a = '', b = a] = /^\[\\?([^\\^])\\?([^\\])?\]$/.exec(item) ?? [];
    return a !== '' && a.toLowerCase() === b.toLowerCase() ? printable(a) : undefined;
  }
  if (item.startsWith('\\x')) return printable(String.fromCharCode(Number.parseInt(item.slice(2), 16)));
  if (item.startsWith('\\')) return /^\\[^A-Za-z0-9]$/.test(item) ? printable(item[1]!) : undefined;
  return '.^$'.includes(item) ? undefined : printable(item);
}

function printable(character: string): string | undefined {
  return /^[\x20-\x7e]$/.test(character) ? character : undefined;
}

function readRepeat(reader: Reader): { readonly least: number; readonly most: number } {
  const [whole, sign, least, comma, most] =
    /^(?:([*+?])|\{(\d+)(,)?(\d*)\})\??/.exec(reader.source.slice(reader.at)) ?? [];
  if (whole === undefined) return { least: 1, most: 1 };
  reader.at += whole.length;
  if (sign) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
  return { least: Number(least), most: comma ? Number(most || Number.POSITIVE_INFINITY) : Number(least) };
}
