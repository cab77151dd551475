// Finds where encodings may stand: escapes, and runs of base64 or hexadecimal that decode to text. What it finds is
// looked at again by src/decode/, so it only has to miss nothing that is decoded there.
import { addResult, beginResults, count, pauses, prepareResults } from './results';

const HEX: u8 = 1;
const BASE64: u8 = 2;
const UPPER_HEX: u8 = 4;
/** Decoded bytes that speak against text. */
const ODD: u8 = 8;
/** Where the bits begin that tell lower case, upper case or `_`, and digits apart. */
const MIX_SHIFT: u8 = 4;

const classes = memory.data(256);
const sextets = memory.data(256);

const BASE64_LEAST: usize = 24;
const HEX_LEAST: usize = 32;
/** Characters that are decoded to see whether they are text, and how many bytes of those may be odd. */
const PROBE: usize = 48;
const MOST_ODD: i32 = 1;
const MIX_SAMPLE: usize = 200;

// Bits of the tables: 1 `+-/`, 2 digits, 4 letters of the first column of each case, 8 those of the second and `_`.
const base64Low = i8x16(26, 30, 30, 30, 30, 30, 30, 30, 30, 30, 28, 5, 4, 5, 4, 13);
const base64High = i8x16(0, 0, 1, 2, 4, 8, 4, 16, 0, 0, 0, 0, 0, 0, 0, 0);
const hexLow = i8x16(1, 3, 3, 3, 3, 3, 3, 1, 1, 1, 0, 0, 0, 0, 0, 0);
const hexHigh = i8x16(0, 0, 0, 1, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0);

prepareClasses();

function prepareClasses(): void {
  for (let byte: u32 = 0; byte < 256; byte++) {
    let bits: u8 = 0;
    const digit = byte - 0x30 < 10;
    const upper = byte - 0x41 < 26;
    const lower = byte - 0x61 < 26;
    if (digit || byte - 0x41 < 6 || byte - 0x61 < 6) bits |= HEX;
    if (digit || byte - 0x41 < 6) bits |= UPPER_HEX;
    if (digit || upper || lower || byte == 0x2b || byte == 0x2f || byte == 0x2d || byte == 0x5f) bits |= BASE64;
    if (byte < 32 ? byte != 9 && byte != 10 && byte != 13 : byte > 126) bits |= ODD;
    if (byte >= 0x61) bits |= 1 << MIX_SHIFT;
    else if (byte >= 0x41) bits |= 2 << MIX_SHIFT;
    else if (digit) bits |= 4 << MIX_SHIFT;
    store<u8>(classes + byte, bits);
    store<u8>(sextets + byte, sextetOf(byte));
  }
}

function sextetOf(byte: u32): u8 {
  if (byte - 0x41 < 26) return <u8>(byte - 0x41);
  if (byte - 0x61 < 26) return <u8>(byte - 0x61 + 26);
  if (byte - 0x30 < 10) return <u8>(byte - 0x30 + 52);
  return byte == 0x2b || byte == 0x2d ? 62 : 63;
}

/**
 * Lists the offsets in `[start, to)` of the bytes at `data` at which an escape or `-----BEGIN` may begin, each with the
 * byte there.
 * The range's `to` must have 16 readable bytes after it.
 */
export function findEscapes(data: usize, start: u32, to: u32): u32 {
  beginResults(to);
  const end = data + to;
  for (let at = data + start; at < end; at += 16) {
    let mask = triggers(at);
    if (mask == 0) continue;
    while (mask) {
      const place = at + ctz(mask);
      mask &= mask - 1;
      if (place < end && isEscape(place)) addResult(<u32>(place - data), load<u8>(place));
    }
    if (at + 16 < end && pauses(<u32>(at + 16 - data))) return count;
  }
  return count;
}

/** Which of sixteen bytes are one of ESC, `%`, `&`, `=` and the backslash, or where a block may begin. */
@inline
function triggers(at: usize): u32 {
  const bytes = v128.load(at);
  const dash = i8x16.splat(0x2d);
  const found = v128.or(
    v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(0x1b)), i8x16.eq(bytes, i8x16.splat(0x25))),
      v128.or(i8x16.eq(bytes, i8x16.splat(0x26)), i8x16.eq(bytes, i8x16.splat(0x3d))),
    ),
    v128.or(
      i8x16.eq(bytes, i8x16.splat(0x5c)),
      // a rule of dashes would be found at every byte: its end is where `B` is the sixth next
      v128.and(i8x16.eq(bytes, dash), i8x16.eq(v128.load(at, 5), i8x16.splat(0x42))),
    ),
  );
  return i8x16.bitmask(found);
}

function isEscape(at: usize): bool {
  const next = load<u8>(at, 1);
  switch (load<u8>(at)) {
    case 0x25:
      return is(HEX, next) && is(HEX, load<u8>(at, 2));
    case 0x5c:
      return isCodeEscape(next == 0x5c ? at + 1 : at);
    case 0x26:
      return next == 0x23 || isEntity(next, load<u8>(at, 2));
    case 0x2d:
      // `-----BEGIN`
      return load<u32>(at, 1) == 0x2d2d2d2d && load<u32>(at, 6) == 0x4e494745;
    case 0x3d:
      return next == 0x0a || next == 0x0d || (next == 0x33 && load<u8>(at, 2) == 0x44);
    default:
      return true;
  }
}

/** `\u` or `\x` with a digit after it. */
function isCodeEscape(backslash: usize): bool {
  const letter = load<u8>(backslash, 1);
  const next = load<u8>(backslash, 2);
  return (letter == 0x75 || letter == 0x78) && (next == 0x7b || is(HEX, next));
}

/** `&quot;`, `&amp;`, `&lt;`, `&gt;`, `&apos;` and `&nbsp;` by their first letters. */
function isEntity(first: u8, second: u8): bool {
  switch (first) {
    case 0x71:
      return second == 0x75;
    case 0x61:
      return second == 0x6d || second == 0x70;
    case 0x6c:
    case 0x67:
      return second == 0x74;
    case 0x6e:
      return second == 0x62;
    default:
      return false;
  }
}

/**
 * Lists the runs of base64 that may decode to text or to compressed data, as pairs of their ends. A run that touches
 * `[start, to)` may reach beyond it, within the `size` bytes at `data`.
 */
export function findBase64(data: usize, size: u32, start: u32, to: u32): u32 {
  beginResults(to);
  const last = data + to;
  const highest = data + size;
  const first = data + start;
  const stop = min(last + BASE64_LEAST + 8, highest);
  let wasFull = false;
  for (let at = blocksFrom(first, BASE64_LEAST, data); at < stop; ) {
    const mask = members(at, base64Low, base64High);
    const isLowFull = (mask & 0xff) == 0xff;
    const isHighFull = mask >> 8 == 0xff;
    // so many in a row fill two halves of blocks one after the other
    if (!isLowFull || !(wasFull || isHighFull)) {
      wasFull = isHighFull;
      at += 16;
      continue;
    }
    const from = runStart(BASE64, at, data);
    const end = runEnd(BASE64, at, highest);
    if (from < last && end > first && end - from >= BASE64_LEAST && isMixed(from, end) && mayBeText(from, end)) addResult(<u32>(from - data), <u32>(end - data));
    wasFull = false;
    at = end + 1;
    if (at < last && pauses(<u32>(at - data))) return count;
  }
  return count;
}

/** The same for hexadecimal that decodes to text. */
export function findHex(data: usize, size: u32, start: u32, to: u32): u32 {
  beginResults(to);
  const last = data + to;
  const highest = data + size;
  const first = data + start;
  const stop = min(last + HEX_LEAST, highest);
  for (let at = blocksFrom(first, HEX_LEAST, data); at < stop; ) {
    // so many in a row fill a block
    if (members(at, hexLow, hexHigh) != 0xffff) {
      at += 16;
      continue;
    }
    const from = runStart(HEX, at, data);
    const end = runEnd(HEX, at, highest);
    if (from < last && end > first && end - from >= HEX_LEAST && (isHexText(from, end) || isHexText(from + 1, end))) addResult(<u32>(from - data), <u32>(end - data));
    at = end + 1;
    if (at < last && pauses(<u32>(at - data))) return count;
  }
  return count;
}

/** Where to begin so that a run of this length is seen that ends at `first` or behind; not before `lowest`. */
@inline
function blocksFrom(first: usize, least: usize, lowest: usize): usize {
  return first - min(first - lowest, least);
}

/** Which of sixteen bytes are of a class: those whose two halves have a bit in common in the class's two tables. */
@inline
function members(at: usize, low: v128, high: v128): u32 {
  const bytes = v128.load(at);
  const bits = v128.and(
    v128.swizzle(low, v128.and(bytes, i8x16.splat(15))),
    v128.swizzle(high, i8x16.shr_u(bytes, 4)),
  );
  return i8x16.bitmask(i8x16.ne(bits, i8x16.splat(0)));
}

function runStart(ofClass: u8, at: usize, lowest: usize): usize {
  while (at > lowest && is(ofClass, load<u8>(at - 1))) at--;
  return at;
}

function runEnd(ofClass: u8, at: usize, highest: usize): usize {
  while (at < highest && is(ofClass, load<u8>(at))) at++;
  return at;
}

/** Lower case with upper case or `_`: words in one case and numbers are no base64. */
function isMixed(from: usize, end: usize): bool {
  const stop = min(end, from + MIX_SAMPLE);
  let mix: u8 = 0;
  for (let at = from; at < stop; at++) mix |= load<u8>(classes + load<u8>(at));
  return ((mix >> MIX_SHIFT) & 3) == 3;
}

/** Whether the first characters decode to text, or to the head of compressed data, at one of the four alignments. */
function mayBeText(from: usize, end: usize): bool {
  for (let start = from; start < from + 4; start++) {
    const stop = min(end, start + PROBE);
    if (isCompressed(start) || isText(start, stop)) return true;
  }
  return false;
}

function isText(start: usize, stop: usize): bool {
  let odd: i32 = 0;
  for (let at = start; at + 4 <= stop; at += 4) {
    const bits = <u32>sextet(at) << 18 | <u32>sextet(at + 1) << 12 | <u32>sextet(at + 2) << 6 | <u32>sextet(at + 3);
    odd += isOdd(bits >> 16) + isOdd(bits >> 8) + isOdd(bits);
    if (odd > MOST_ODD) return false;
  }
  return true;
}

/** Whether the bytes of these characters begin as gzip or zlib data do (RFC 1952, RFC 1950). */
function isCompressed(at: usize): bool {
  const third = <u32>sextet(at + 2);
  const head = <u32>sextet(at) << 10 | <u32>sextet(at + 1) << 4 | third >> 2;
  if (head == 0x1f8b) return true;
  return (head & 0x8f00) == 0x0800 && head % 31 == 0;
}

function isHexText(from: usize, end: usize): bool {
  const bytes = (end - from) >> 1;
  let odd: usize = 0;
  for (let i: usize = 0; i < bytes; i++) {
    odd += isOdd(<u32>nibble(load<u8>(from + (i << 1))) << 4 | nibble(load<u8>(from + (i << 1), 1)));
    if (odd * 20 > bytes) return false;
  }
  return true;
}

@inline
function nibble(digit: u8): u8 {
  return (digit & 15) + (digit > 0x39 ? 9 : 0);
}

@inline
function sextet(at: usize): u8 {
  return load<u8>(sextets + load<u8>(at));
}

@inline
function isOdd(byte: u32): i32 {
  return <i32>is(ODD, <u8>byte);
}

@inline
function is(ofClass: u8, byte: u8): bool {
  return (load<u8>(classes + byte) & ofClass) != 0;
}
