import { gunzipSync } from 'node:zlib';

/** Bytes that were decoded out of others, and where they were. */
export interface DecodedRun {
  readonly bytes: Buffer;
  readonly encoding: string;
  readonly from: number;
  readonly to: number;
}

const MOST_OUTPUT = 1 << 20;
/** A run longer than this is an image or an archive. */
const LONGEST_RUN = 4 << 20;

const BASE64 = /[A-Za-z0-9+/_-]{16,}(?:(?:\\[nr]|\r?\n[ \t]*)[A-Za-z0-9+/_-]{4,})*={0,2}/g;
const HEX_WRAPPED = /(?:[0-9a-fA-F]{2}[ :\n]?){8,}/g;
const HEX_DUMP = /(?:^[0-9a-f]{6,8}:?[ ]{1,2}(?:[0-9a-f]{2,4} ?){1,16}.{0,20}\n?)+/gm;
const ESCAPED = /(?:%[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|&#x?[0-9a-fA-F]{1,6};)\S*/g;

/** How far before its first escape, and around a line break, a value may reach. */
const REACH = 256;
/** Lines are broken where a terminal, a mail or a runner ends, not before. */
const SHORTEST_LINE = 40;

/**
 * What may hide a value from a search for it in one piece: base64, hex, escapes, gzip, and lines that were broken.
 * `everyOffset`: base64 is read from its first four characters on, for searches that cannot look for shifted forms.
 */
export function decodedRuns(
  bytes: Uint8Array,
  options: { readonly everyOffset?: boolean } = {},
): DecodedRun[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return [
    ...[0, 1, 2, 3]
      .slice(0, options.everyOffset ? 4 : 1)
      .flatMap((skip) => [...runs(text, BASE64, 'base64', (run) => fromBase64(run, skip))]),
    ...runs(text, HEX_WRAPPED, 'hex', (run) => Buffer.from(run.replace(/[^0-9a-fA-F]/g, ''), 'hex')),
    ...runs(text, HEX_DUMP, 'hexdump', fromHexDump),
    ...escapedRuns(text),
    ...brokenLines(text),
  ];
}

function* runs(
  text: string,
  pattern: RegExp,
  encoding: string,
  decode: (run: string) => Buffer | undefined,
): Generator<DecodedRun> {
  for (const { 0: run, index } of text.matchAll(pattern)) {
    if (run.length > LONGEST_RUN) continue;
    const bytes = decode(run);
    if (!bytes || bytes.length < 8) continue;
    const place = { from: index, to: index + run.length };
    yield { bytes, encoding, ...place };
    const inflated = bytes[0] === 0x1f && bytes[1] === 0x8b ? inflate(bytes) : undefined;
    if (inflated) yield { bytes: inflated, encoding: `${encoding} gzip`, ...place };
  }
}

/** From the word's start on, which the pattern leaves out so that it stays linear. */
function* escapedRuns(text: string): Generator<DecodedRun> {
  for (const { 0: run, index } of text.matchAll(ESCAPED)) {
    const lead = /\S*$/.exec(text.slice(Math.max(0, index - REACH), index))?.[0] ?? '';
    if (run.length > LONGEST_RUN) continue;
    yield {
      bytes: unescapeText(lead + run),
      encoding: 'escaped',
      from: index - lead.length,
      to: index + run.length,
    };
  }
}

/** The end of one line and the start of the next, put together. */
function* brokenLines(text: string): Generator<DecodedRun> {
  let start = 0;
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', start)) {
    const length = newline - start;
    start = newline + 1;
    if (length < SHORTEST_LINE) continue;
    const before = /(\S{4,})\r?$/.exec(text.slice(Math.max(newline - REACH, newline - length), newline))?.[1];
    const [after, indent = '', word = ''] = /^([ \t]*)(\S+)/.exec(text.slice(start, start + REACH)) ?? [];
    if (!before || !after) continue;
    const joined = before.replace(/[\\=]$/, '') + word;
    yield {
      bytes: Buffer.from(joined, 'latin1'),
      encoding: 'wrapped',
      from: newline - before.length,
      to: start + indent.length + word.length,
    };
  }
}

/** Text that sticks to the front of a run shifts it: `skip` leaves characters out. */
function fromBase64(run: string, skip: number): Buffer {
  const bare = run.replace(/\\[nr]|\s/g, '').slice(skip);
  return Buffer.from(bare, bare.includes('-') || bare.includes('_') ? 'base64url' : 'base64');
}

function fromHexDump(run: string): Buffer {
  const lines = run
    .split('\n')
    .map((line) => /^[0-9a-f]{6,8}:?[ ]{1,2}((?:[0-9a-f]{2,4} ?)+)/.exec(line)?.[1] ?? '');
  return Buffer.from(lines.join('').replace(/ /g, ''), 'hex');
}

function unescapeText(run: string): Buffer {
  const parts = run.split(
    /(%[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|&#x[0-9a-fA-F]{1,6};|&#\d{1,7};)/,
  );
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 0 ? Buffer.from(part, 'latin1') : unescapeOne(part))),
  );
}

function unescapeOne(code: string): Buffer {
  if (code.startsWith('%') || code.startsWith('\\x'))
    return Buffer.from([Number.parseInt(code.slice(-2), 16)]);
  const number = code.startsWith('&#x')
    ? Number.parseInt(code.slice(3), 16)
    : code.startsWith('&')
      ? Number.parseInt(code.slice(2), 10)
      : Number.parseInt(code.slice(2), 16);
  return Buffer.from(number <= 0x10ffff ? String.fromCodePoint(number) : '');
}

function inflate(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_OUTPUT, finishFlush: 2 });
  } catch {
    return undefined;
  }
}
