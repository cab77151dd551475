import { lastAtMost } from './sorted.js';
import { utf8 } from './text.js';
import type { Chunk, Range, Region } from './types.js';

/** Finds lines and columns in a chunk's bytes; built once per chunk with findings. */
export interface LineMap {
  /** The region of a byte range. */
  region(range: Range): Region;
  /** The byte range of the line that holds this offset, without its line end. */
  lineAt(offset: number): Range;
}

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** Lines end at LF or CRLF; a column counts UTF-16 code units, as editors and SARIF do. */
export function createLineMap(chunk: Chunk): LineMap {
  const { bytes } = chunk;
  // a byte order mark is no character of the first line
  const starts = [chunk.offset === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0];
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) starts.push(at + 1);
  const indexOf = (offset: number) => lastAtMost(starts, offset);

  // the place asked for last, and its column: the next one is mostly further on the same line, which may be long
  let known = { line: -1, offset: 0, units: 0 };

  function position(offset: number): { line: number; column: number } {
    const index = indexOf(offset);
    const goesOn = known.line === index && known.offset <= offset;
    const from = goesOn ? known : { offset: starts[index]!, units: 0 };
    const units = from.units + utf16Length(bytes, from.offset, offset);
    if (isCharacterStart(bytes[offset])) known = { line: index, offset, units };
    return { line: chunk.line + index, column: units + (index === 0 ? chunk.column : 1) };
  }

  return {
    region([from, to]) {
      const start = position(from);
      const end = position(to);
      return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
    },
    lineAt(offset) {
      const index = indexOf(offset);
      let end = (starts[index + 1] ?? bytes.length + 1) - 1;
      if (end > starts[index]! && bytes[end - 1] === CARRIAGE_RETURN) end--;
      return [starts[index]!, end];
    },
  };
}

/** Whether UTF-8 text can be cut before this byte. */
function isCharacterStart(byte: number | undefined): boolean {
  return byte === undefined || (byte & 0xc0) !== 0x80;
}

/** Length of a byte range as UTF-8 in UTF-16 code units; an invalid byte counts as one. */
export function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  return utf8(bytes, from, to).length;
}
