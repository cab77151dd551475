import { StringDecoder } from 'node:string_decoder';
import type { Masker } from './masker.js';

type Wide = 'little' | 'big';

/** A masker for logs that may begin with the mark of UTF-16, as a redirection in PowerShell writes it: masked as text. */
export function createWideMasker(inner: Masker): Masker {
  let order: Wide | 'none' | undefined;
  /** Bytes that do not make a whole unit, or the mark, yet. */
  let rest: Buffer = Buffer.alloc(0);
  /** What is let through may end within a character. */
  const decoder = new StringDecoder('utf8');

  function narrow(bytes: Buffer): Buffer {
    const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    order ??= orderOf(all);
    if (order === 'none') {
      rest = Buffer.alloc(0);
      return all;
    }
    const whole = order === undefined ? 0 : wholeUnits(all, order);
    rest = Buffer.from(all.subarray(whole));
    return Buffer.from(decode(all.subarray(0, whole), order));
  }

  const widen = (bytes: Buffer): Buffer =>
    order === undefined || order === 'none' ? bytes : encode(decoder.write(bytes), order);

  return {
    masked: inner.masked,
    get skipped() {
      return inner.skipped;
    },
    push: (bytes) => widen(inner.push(narrow(Buffer.from(bytes)))),
    settle: (isQuiet) => widen(inner.settle(isQuiet)),
    end() {
      if (order !== undefined && order !== 'none') return Buffer.concat([widen(inner.end()), rest]);
      return Buffer.concat([inner.push(rest), inner.end()]);
    },
  };
}

/** By the mark; undefined while there are too few bytes to tell. */
function orderOf([first, second]: Buffer): Wide | 'none' | undefined {
  if (first === undefined) return undefined;
  if (first !== 0xff && first !== 0xfe) return 'none';
  if (second === undefined) return undefined;
  return first === 0xff && second === 0xfe ? 'little' : first === 0xfe && second === 0xff ? 'big' : 'none';
}

/** How many bytes are whole characters: two units are one where the first is a high surrogate. */
function wholeUnits(bytes: Buffer, order: Wide): number {
  const whole = bytes.length & ~1;
  if (whole === 0) return 0;
  const last = bytes[order === 'little' ? whole - 1 : whole - 2]!;
  return (last & 0xfc) === 0xd8 ? whole - 2 : whole;
}

function decode(bytes: Buffer, order: Wide | undefined): string {
  return (order === 'big' ? Buffer.from(bytes).swap16() : bytes).toString('utf16le');
}

function encode(text: string, order: Wide): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'big' ? bytes.swap16() : bytes;
}
