// Inflates a whole zlib stream (RFC 1950, 1951) whose output size is known, as git's packs state it.
//
// Accepts and refuses what zlib does. Memory safety does not rest on the input: at the head of every step the read
// position is at most 8 bytes past the input and the write position at most at the output's end, and a step reads
// at most 16 and writes at most 18 bytes past them. The caller leaves SLACK bytes after both; see index.ts.

import { adler32 } from './inflate-adler32';
import {
  buildTable,
  CODE_LENGTH_BITS,
  CODE_LENGTH_SYMBOLS,
  codeLengthEntries,
  DISTANCE_BITS,
  DISTANCE_CAPACITY,
  DISTANCE_SYMBOLS,
  distanceEntries,
  EXCEPTION,
  LITERAL,
  LITERAL_BITS,
  LITERAL_CAPACITY,
  LITERAL_SYMBOLS,
  literalEntries,
  prepareEntries,
  SUBTABLE,
} from './inflate-tables';

/** Bytes after the input that may be read, and after the output that may be overwritten. */
export const SLACK: usize = 64;

const TRUNCATED: i32 = -1;
const CORRUPT: i32 = -2;
const WRONG_SIZE: i32 = -3;
const WRONG_CHECKSUM: i32 = -4;

const literalTable = memory.data(<i32>LITERAL_CAPACITY << 2, 64);
const distanceTable = memory.data(<i32>DISTANCE_CAPACITY << 2, 64);
const fixedLiteralTable = memory.data(<i32>LITERAL_CAPACITY << 2, 64);
const fixedDistanceTable = memory.data(<i32>DISTANCE_CAPACITY << 2, 64);
const lengths = memory.data(320 + 256, 16);
const codeLengthOrder = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

// The state of the stream being read. `bits` holds at least `bitCount` bits; those above are the next ones already.
let next: usize = 0;
let bits: u64 = 0;
let bitCount: u32 = 0;
let inputEnd: usize = 0;
let outputStart: usize = 0;
let output: usize = 0;
let outputEnd: usize = 0;
// The code in force.
let literals: usize = 0;
let distances: usize = 0;
let literalMask: u64 = 0;
let distanceMask: u64 = 0;
let fixedLiteralMask: u64 = 0;
let fixedDistanceMask: u64 = 0;

prepareEntries();
prepareFixedCode();

/**
 * Inflates the zlib stream that starts at `source` and ends at or before `sourceEnd` to exactly `size` bytes at
 * `target`. Gives the length of the stream, or a negative number: -1 the input ends early, -2 it is no valid
 * stream, -3 it holds more or fewer bytes than `size`, -4 its Adler-32 differs (looked at where `verify` is set).
 */
export function inflate(source: usize, sourceEnd: usize, target: usize, size: u32, verify: bool): i32 {
  if (sourceEnd < source + 6) return TRUNCATED;
  if (!isHeader(load<u8>(source), load<u8>(source, 1))) return CORRUPT;
  next = source + 2;
  bits = 0;
  bitCount = 0;
  inputEnd = sourceEnd;
  outputStart = target;
  output = target;
  outputEnd = target + size;
  const status = blocks();
  if (status < 0) return status;
  const end = position();
  if (end + 4 > sourceEnd) return TRUNCATED;
  if (output != outputEnd) return WRONG_SIZE;
  if (verify && adler32(target, size) != bswap(load<u32>(end))) return WRONG_CHECKSUM;
  return <i32>(end + 4 - source);
}

/** Deflate, a window of 32 KiB at most, no preset dictionary, and the header's own check. */
function isHeader(method: u32, flags: u32): bool {
  return (method & 15) == 8 && method >> 4 <= 7 && (flags & 32) == 0 && ((method << 8) | flags) % 31 == 0;
}

function blocks(): i32 {
  while (true) {
    refill();
    const last = take(1);
    const kind = take(2);
    let status: i32 = 0;
    if (kind == 0) {
      status = storedBlock();
    } else {
      if (kind == 3) return CORRUPT;
      status = kind == 1 ? useFixedCode() : readCode();
      if (status == 0) status = compressedBlock();
    }
    if (status < 0) return status;
    if (last) return 0;
  }
}

/** Where the next unread byte of the input is; bits of a byte begun are dropped. */
@inline function position(): usize {
  return next - (bitCount >> 3);
}

/** Brings `bitCount` to 56 or more. */
@inline function refill(): void {
  bits |= load<u64>(next) << bitCount;
  next += (63 - bitCount) >> 3;
  bitCount |= 56;
}

@inline function take(count: u32): u32 {
  const value = <u32>bits & ((1 << count) - 1);
  bits >>= count;
  bitCount -= count;
  return value;
}

function storedBlock(): i32 {
  const start = position();
  if (start + 4 > inputEnd) return TRUNCATED;
  const size = <u32>load<u16>(start);
  if ((size ^ 0xffff) != <u32>load<u16>(start, 2)) return CORRUPT;
  if (start + 4 + size > inputEnd) return TRUNCATED;
  if (output + size > outputEnd) return WRONG_SIZE;
  memory.copy(output, start + 4, size);
  output += size;
  next = start + 4 + size;
  bits = 0;
  bitCount = 0;
  return 0;
}

function prepareFixedCode(): void {
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  fixedLiteralMask = mask(
    buildTable(lengths, LITERAL_SYMBOLS, literalEntries, fixedLiteralTable, LITERAL_BITS, LITERAL_CAPACITY),
  );
  memory.fill(lengths, 5, DISTANCE_SYMBOLS);
  fixedDistanceMask = mask(
    buildTable(lengths, DISTANCE_SYMBOLS, distanceEntries, fixedDistanceTable, DISTANCE_BITS, DISTANCE_CAPACITY),
  );
}

@inline function mask(width: u32): u64 {
  return (<u64>1 << width) - 1;
}

function useFixedCode(): i32 {
  literals = fixedLiteralTable;
  distances = fixedDistanceTable;
  literalMask = fixedLiteralMask;
  distanceMask = fixedDistanceMask;
  return 0;
}

/** Reads the two codes of a dynamic block (RFC 1951, 3.2.7). */
function readCode(): i32 {
  const literalCount = take(5) + 257;
  const distanceCount = take(5) + 1;
  const codeCount = take(4) + 4;
  if (literalCount > 286 || distanceCount > 30) return CORRUPT;
  memory.fill(lengths, 0, CODE_LENGTH_SYMBOLS);
  for (let i: u32 = 0; i < codeCount; i++) {
    if (bitCount < 3) refill();
    store<u8>(lengths + load<u8>(codeLengthOrder + i), <u8>take(3));
  }
  const width = buildTable(
    lengths, CODE_LENGTH_SYMBOLS, codeLengthEntries, distanceTable, CODE_LENGTH_BITS, DISTANCE_CAPACITY,
  );
  if (width == 0) return CORRUPT;
  const status = readLengths(literalCount + distanceCount, mask(width));
  if (status < 0) return status;
  if (load<u8>(lengths + 256) == 0) return CORRUPT;
  return useCode(literalCount, distanceCount);
}

/** Reads `total` code lengths with the code that stands in the distance table for now. */
function readLengths(total: u32, codeMask: u64): i32 {
  for (let i: u32 = 0; i < total; ) {
    if (next > inputEnd + 8) return TRUNCATED;
    refill();
    const entry = load<u32>(distanceTable + (<usize>(bits & codeMask) << 2));
    if (entry & EXCEPTION) return CORRUPT;
    take(entry & 0xff);
    const symbol = entry >> 16;
    if (symbol < 16) {
      store<u8>(lengths + i++, <u8>symbol);
      continue;
    }
    if (symbol == 16 && i == 0) return CORRUPT;
    const value: u8 = symbol == 16 ? load<u8>(lengths + i - 1) : 0;
    const repeat = symbol == 16 ? 3 + take(2) : symbol == 17 ? 3 + take(3) : 11 + take(7);
    if (i + repeat > total) return CORRUPT;
    memory.fill(lengths + i, value, repeat);
    i += repeat;
  }
  return 0;
}

function useCode(literalCount: u32, distanceCount: u32): i32 {
  const literalWidth = buildTable(
    lengths, literalCount, literalEntries, literalTable, LITERAL_BITS, LITERAL_CAPACITY,
  );
  const distanceWidth = buildTable(
    lengths + literalCount, distanceCount, distanceEntries, distanceTable, DISTANCE_BITS, DISTANCE_CAPACITY,
  );
  if (literalWidth == 0 || distanceWidth == 0) return CORRUPT;
  literals = literalTable;
  distances = distanceTable;
  literalMask = mask(literalWidth);
  distanceMask = mask(distanceWidth);
  return 0;
}

/**
 * The hot loop; the stream's state is in locals. After a refill there are 56 bits: three literals of the first
 * level take 33 at most, a length and a distance with their extra bits 48.
 */
function compressedBlock(): i32 {
  const table = literals, distanceCodes = distances;
  const wide = literalMask, distanceWide = distanceMask;
  const limit = inputEnd + 8, end = outputEnd;
  let from = next, held = bits, count = bitCount, out = output;
  const first = outputStart;
  while (true) {
    if (from > limit) return TRUNCATED;
    if (out > end) return WRONG_SIZE;
    held |= load<u64>(from) << count;
    from += (63 - count) >> 3;
    count |= 56;
    let entry = load<u32>(table + (<usize>(held & wide) << 2));
    if (entry & LITERAL) {
      held >>= entry & 0xff;
      count -= entry & 0xff;
      store<u8>(out++, <u8>(entry >> 16));
      entry = load<u32>(table + (<usize>(held & wide) << 2));
      if (entry & LITERAL) {
        held >>= entry & 0xff;
        count -= entry & 0xff;
        store<u8>(out++, <u8>(entry >> 16));
        entry = load<u32>(table + (<usize>(held & wide) << 2));
        if (entry & LITERAL) {
          held >>= entry & 0xff;
          count -= entry & 0xff;
          store<u8>(out++, <u8>(entry >> 16));
          continue;
        }
      }
      held |= load<u64>(from) << count;
      from += (63 - count) >> 3;
      count |= 56;
    }
    if (entry & SUBTABLE) {
      held >>= entry & 0xff;
      count -= entry & 0xff;
      entry = load<u32>(table + (<usize>((entry >> 16) + (<u32>held & ((1 << ((entry >> 8) & 31)) - 1))) << 2));
      if (entry & LITERAL) {
        held >>= entry & 0xff;
        count -= entry & 0xff;
        store<u8>(out++, <u8>(entry >> 16));
        continue;
      }
    }
    held >>= entry & 0xff;
    count -= entry & 0xff;
    if (entry & EXCEPTION) {
      if (entry >> 16 == 0) return CORRUPT;
      break;
    }
    const lengthExtra = (entry >> 8) & 31;
    const length = <usize>((entry >> 16) + (<u32>held & ((1 << lengthExtra) - 1)));
    held >>= lengthExtra;
    count -= lengthExtra;
    entry = load<u32>(distanceCodes + (<usize>(held & distanceWide) << 2));
    if (entry & SUBTABLE) {
      held >>= entry & 0xff;
      count -= entry & 0xff;
      entry = load<u32>(distanceCodes + (<usize>((entry >> 16) + (<u32>held & ((1 << ((entry >> 8) & 31)) - 1))) << 2));
    }
    held >>= entry & 0xff;
    count -= entry & 0xff;
    if (entry & EXCEPTION) return CORRUPT;
    const distanceExtra = (entry >> 8) & 31;
    const distance = <usize>((entry >> 16) + (<u32>held & ((1 << distanceExtra) - 1)));
    held >>= distanceExtra;
    count -= distanceExtra;
    if (distance > out - first) return CORRUPT;
    if (out + length > end) return WRONG_SIZE;
    copyMatch(out, distance, length);
    out += length;
  }
  if (from - (count >> 3) > inputEnd) return TRUNCATED;
  if (out > end) return WRONG_SIZE;
  next = from;
  bits = held;
  bitCount = count;
  output = out;
  return 0;
}

/** Copies in words; writes up to 15 bytes more than asked. A distance below 8 repeats what is just being written. */
@inline function copyMatch(out: usize, distance: usize, length: usize): void {
  const stop = out + length;
  let from = out - distance;
  if (distance >= 16) {
    do {
      store<u64>(out, load<u64>(from));
      store<u64>(out, load<u64>(from, 8), 8);
      out += 16;
      from += 16;
    } while (out < stop);
  } else if (distance >= 8) {
    do {
      store<u64>(out, load<u64>(from));
      out += 8;
      from += 8;
    } while (out < stop);
  } else if (distance == 1) {
    const pattern = <u64>load<u8>(from) * 0x0101010101010101;
    do {
      store<u64>(out, pattern);
      out += 8;
    } while (out < stop);
  } else {
    do {
      store<u64>(out, load<u64>(from));
      out += distance;
      from += distance;
    } while (out < stop);
  }
}
