import type { Part } from './records.js';

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * What a JSON string in latin1 text stands for, as latin1 of its UTF-8 bytes: the parts of it that stand as they are,
 * and its escapes. `start` is behind the opening quote; `end` behind the closing one, or where the text ends.
 */
export function jsonString(text: string, start: number): { parts: readonly Part[]; end: number } {
  const parts: Part[] = [];
  let at = start;
  for (let next = special(text, at); next < text.length; next = special(text, at)) {
    if (next > at) parts.push([at, next]);
    at = next;
    if (text[next] !== '\\') break;
    const [length, instead] = escapeAt(text, next);
    parts.push([next, next + length, instead]);
    at = next + length;
  }
  const isClosed = text[at] === '"';
  if (!isClosed && at < text.length && text[at] !== '\n') parts.push([at, text.length]);
  return { parts, end: isClosed ? at + 1 : Math.max(at, start) };
}

/** The next quote, backslash or line end, which no string holds; the text's end if there is none. */
function special(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22 || code === 0x5c || code === 10) return at;
  }
  return text.length;
}

/** The length of an escape, and what it stands for. */
function escapeAt(text: string, at: number): readonly [length: number, instead: string] {
  const letter = text[at + 1] ?? '';
  if (letter !== 'u') return [1 + letter.length, SIMPLE[letter] ?? letter];
  const unit = unitAt(text, at);
  if (unit === undefined) return [2, letter];
  const low = isHigh(unit) ? unitAt(text, at + 6) : undefined;
  const units = low !== undefined && low >= 0xdc00 && low < 0xe000 ? [unit, low] : [unit];
  return [6 * units.length, Buffer.from(String.fromCharCode(...units)).toString('latin1')];
}

function unitAt(text: string, at: number): number | undefined {
  const digits = text.slice(at + 2, at + 6);
  return text[at] === '\\' && text[at + 1] === 'u' && /^[0-9a-fA-F]{4}$/.test(digits)
    ? Number.parseInt(digits, 16)
    : undefined;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
