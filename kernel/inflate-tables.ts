// Decode tables for the Huffman codes of RFC 1951: two levels, entries of 32 bits.
//
// Entry: bits 0-7 how many bits it takes from the stream, bits 8-12 how many extra bits follow,
// bits 13-15 flags, bits 16-31 value (literal, base of a length or distance, or where a subtable starts).

/** The entry is a literal byte. */
export const LITERAL: u32 = 0x8000;
/** The entry ends the block (value 1) or can't occur in a valid stream (value 0). */
export const EXCEPTION: u32 = 0x4000;
/** The entry points to a subtable; its extra bits index it. */
export const SUBTABLE: u32 = 0x2000;

export const LITERAL_BITS: u32 = 11;
export const DISTANCE_BITS: u32 = 8;
export const CODE_LENGTH_BITS: u32 = 7;
/** The alphabets; the first two count symbols that only the fixed code can name, and that are invalid. */
export const LITERAL_SYMBOLS: u32 = 288;
export const DISTANCE_SYMBOLS: u32 = 32;
export const CODE_LENGTH_SYMBOLS: u32 = 19;

const LONGEST_CODE: u32 = 15;
const INVALID: u32 = EXCEPTION | 1;

/** Entries a table has room for. A complete code of 288 symbols needs 2342 at most, one of 32 symbols 402. */
export const LITERAL_CAPACITY: u32 = 2560;
export const DISTANCE_CAPACITY: u32 = 512;

/** What each symbol of an alphabet becomes, without its code length. */
export const literalEntries = memory.data(<i32>LITERAL_SYMBOLS << 2, 16);
export const distanceEntries = memory.data(<i32>DISTANCE_SYMBOLS << 2, 16);
export const codeLengthEntries = memory.data(<i32>CODE_LENGTH_SYMBOLS << 2, 16);

const counts = memory.data(32, 16);
const starts = memory.data(32, 16);
const sorted = memory.data(<i32>LITERAL_SYMBOLS << 1, 16);

/** Fills the three alphabets; once, when the module starts. */
export function prepareEntries(): void {
  for (let s: u32 = 0; s < 256; s++) setEntry(literalEntries, s, (s << 16) | LITERAL);
  setEntry(literalEntries, 256, (1 << 16) | EXCEPTION);
  prepareLengths();
  setEntry(literalEntries, 286, EXCEPTION);
  setEntry(literalEntries, 287, EXCEPTION);
  for (let s: u32 = 0, base: u32 = 1; s < 30; s++) {
    const extra: u32 = s < 4 ? 0 : (s >> 1) - 1;
    setEntry(distanceEntries, s, (base << 16) | (extra << 8));
    base += 1 << extra;
  }
  setEntry(distanceEntries, 30, EXCEPTION);
  setEntry(distanceEntries, 31, EXCEPTION);
  for (let s: u32 = 0; s < CODE_LENGTH_SYMBOLS; s++) setEntry(codeLengthEntries, s, s << 16);
}

function prepareLengths(): void {
  for (let s: u32 = 257, base: u32 = 3; s < 285; s++) {
    const extra: u32 = s < 265 ? 0 : (s - 261) >> 2;
    setEntry(literalEntries, s, (base << 16) | (extra << 8));
    base += 1 << extra;
  }
  setEntry(literalEntries, 285, 258 << 16);
}

/**
 * Builds the table for a code given by its lengths (one byte per symbol). Gives the number of index bits of its
 * first level, or 0 where zlib refuses the code: over-subscribed, or incomplete other than one single-bit code.
 */
export function buildTable(lengths: usize, symbols: u32, entries: usize, table: usize, firstBits: u32, capacity: u32): u32 {
  const longest = countLengths(lengths, symbols);
  if (longest == 0) return emptyTable(table);
  const left = unusedCodes();
  if (left < 0 || (left > 0 && (longest != 1 || entries == codeLengthEntries))) return 0;
  sortSymbols(lengths, symbols);
  if (left > 0) return singleCodeTable(entries, table);
  const bits = min(longest, firstBits);
  return fillTable(entries, table, bits, capacity) ? bits : 0;
}

function countLengths(lengths: usize, symbols: u32): u32 {
  memory.fill(counts, 0, 32);
  for (let i: u32 = 0; i < symbols; i++) {
    const at = counts + ((<usize>load<u8>(lengths + i) & 15) << 1);
    store<u16>(at, load<u16>(at) + 1);
  }
  store<u16>(counts, 0);
  let longest = LONGEST_CODE;
  while (longest > 0 && countOf(longest) == 0) longest--;
  return longest;
}

/** Below 0: more codes than there can be; above: some bit patterns mean nothing. */
function unusedCodes(): i32 {
  let left: i32 = 1;
  for (let length: u32 = 1; length <= LONGEST_CODE; length++) {
    left = (left << 1) - <i32>countOf(length);
    if (left < 0) return left;
  }
  return left;
}

function sortSymbols(lengths: usize, symbols: u32): void {
  let start: u32 = 0;
  for (let length: u32 = 1; length <= LONGEST_CODE; length++) {
    store<u16>(starts + (<usize>length << 1), <u16>start);
    start += countOf(length);
  }
  for (let i: u32 = 0; i < symbols; i++) {
    const length = <usize>load<u8>(lengths + i) & 15;
    if (length == 0) continue;
    const at = starts + (length << 1);
    const rank = load<u16>(at);
    store<u16>(sorted + (<usize>rank << 1), <u16>i);
    store<u16>(at, rank + 1);
  }
}

function emptyTable(table: usize): u32 {
  setEntry(table, 0, INVALID);
  setEntry(table, 1, INVALID);
  return 1;
}

function singleCodeTable(entries: usize, table: usize): u32 {
  setEntry(table, 0, entryOf(entries, 0) | 1);
  setEntry(table, 1, INVALID);
  return 1;
}

/**
 * Codes go in by rising length. The filled part is one period of the final table and doubles whenever the length
 * grows; what does not fit the first level goes to subtables, each as small as the codes below its prefix allow.
 */
function fillTable(entries: usize, table: usize, bits: u32, capacity: u32): bool {
  let length: u32 = 1;
  while (countOf(length) == 0) length++;
  let remaining = countOf(length);
  let filled: u32 = 1 << min(length, bits);
  let end: u32 = 1 << bits;
  let prefix: u32 = 0xffffffff;
  let start: u32 = 0;
  let code: u32 = 0;
  let rank: u32 = 0;
  while (true) {
    if (length <= bits) {
      setEntry(table, code, entryOf(entries, rank) | length);
    } else {
      if ((code & ((1 << bits) - 1)) != prefix) {
        prefix = code & ((1 << bits) - 1);
        start = end;
        const subBits = subtableBits(length, bits, remaining);
        end = start + (1 << subBits);
        if (end > capacity) return false;
        setEntry(table, prefix, (start << 16) | SUBTABLE | (subBits << 8) | bits);
      }
      const entry = entryOf(entries, rank) | (length - bits);
      for (let i = start + (code >> bits); i < end; i += 1 << (length - bits)) setEntry(table, i, entry);
    }
    rank++;
    const last = code == (1 << length) - 1;
    if (!last) code = nextCode(code, length);
    remaining--;
    while (remaining == 0 || last) {
      length++;
      if (length <= bits) {
        memory.copy(table + (<usize>filled << 2), table, <usize>filled << 2);
        filled <<= 1;
      } else if (last) {
        return true;
      }
      if (!last) remaining = countOf(length);
    }
  }
}

/** The smallest index that tells apart all codes of `length` and longer which share the current prefix. */
function subtableBits(length: u32, bits: u32, remaining: u32): u32 {
  let wide = length - bits;
  let used = remaining;
  while (used < <u32>(1 << wide) && bits + wide < LONGEST_CODE) {
    wide++;
    used = (used << 1) + countOf(bits + wide);
  }
  return wide;
}

/** Adds one to a code whose bits are stored in reverse, as the stream brings them. */
@inline function nextCode(code: u32, length: u32): u32 {
  const bit: u32 = 1 << (31 - clz(code ^ ((1 << length) - 1)));
  return (code & (bit - 1)) | bit;
}

@inline function countOf(length: u32): u32 {
  return load<u16>(counts + (<usize>length << 1));
}

@inline function entryOf(entries: usize, rank: u32): u32 {
  return load<u32>(entries + (<usize>load<u16>(sorted + (<usize>rank << 1)) << 2));
}

@inline function setEntry(table: usize, index: u32, entry: u32): void {
  store<u32>(table + (<usize>index << 2), entry);
}
