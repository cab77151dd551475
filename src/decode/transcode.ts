import type { Chunk } from '../types.js';

type Encoding = 'utf16le' | 'utf16be' | 'utf32le' | 'utf32be';

/** A chunk in UTF-16 or UTF-32, with or without a byte order mark, as UTF-8; any other chunk as it is. */
export function transcode(chunk: Chunk): Chunk {
  const encoding = sniff(chunk.bytes);
  if (!encoding) return chunk;
  const width = encoding.startsWith('utf32') ? 4 : 2;
  const convert = (from: number, to: number) => Buffer.from(toText(chunk.bytes.subarray(from, to), encoding));
  const [from, to] = chunk.core.map((edge) => edge - (edge % width)) as [number, number];
  const before = convert(0, from);
  const core = convert(from, to);
  const bytes = Buffer.concat([before, core, convert(to, chunk.bytes.length)]);
  const { ranges: _, wanted: __, ...rest } = chunk;
  return { ...rest, bytes, core: [before.length, before.length + core.length] };
}

/** By the byte order mark, else by where the NUL bytes of ASCII characters stand in the first bytes. */
function sniff(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length < 4) return undefined;
  const [a, b, c, d] = bytes as unknown as [number, number, number, number];
  const isMarked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  // a mark before plain text is a false one, and must not hide the text
  if (isMarked && hasPlainRun(bytes)) return undefined;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf32le' : 'utf16le';
  if (a === 0xfe && b === 0xff) return 'utf16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf32be';
  if (a !== 0 && b !== 0 && c !== 0 && d !== 0) return undefined;
  return sniffByZeros(bytes.subarray(0, 256));
}

/** In UTF-16 this many bytes of plain ASCII in a row mean nothing that anybody would write. */
const PLAIN_RUN = 24;

function hasPlainRun(bytes: Uint8Array): boolean {
  let run = 0;
  for (const byte of bytes) {
    run = (byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13) ? run + 1 : 0;
    if (run === PLAIN_RUN) return true;
  }
  return false;
}

function sniffByZeros(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0, 0, 0];
  const units = Math.floor(head.length / 4);
  for (let at = 0; at < units * 4; at++) if (head[at] === 0) zeros[at % 4]!++;
  const [a, b, c, d] = zeros.map((count) => (count >= units * 0.8 ? 1 : count <= units * 0.1 ? 0 : 2)) as [
    number,
    number,
    number,
    number,
  ];
  if (units < 2) return undefined;
  const pattern = `${a}${b}${c}${d}`;
  return ({ '0101': 'utf16le', '1010': 'utf16be', '0111': 'utf32le', '1110': 'utf32be' } as const)[pattern];
}

function toText(bytes: Uint8Array, encoding: Encoding): string {
  const copy = Buffer.from(bytes);
  switch (encoding) {
    case 'utf16le':
      return stripMark(copy.toString('utf16le'));
    case 'utf16be':
      return stripMark(
        copy
          .subarray(0, copy.length & ~1)
          .swap16()
          .toString('utf16le'),
      );
    default:
      return stripMark(fromUtf32(copy, encoding === 'utf32le'));
  }
}

function fromUtf32(bytes: Buffer, isLittle: boolean): string {
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
    text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  return text;
}

/** The mark is no character of the text: editors do not count it as a column. */
function stripMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
