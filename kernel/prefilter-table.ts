// Prepares keywords for the scan: for each, one gram of four bytes that stands at an even offset and one that stands
// at an odd one, so that a scan that looks at every other position meets one of the two wherever the keyword is.
//
// Among its grams those are chosen that are rarest in source text, or 1,000 keywords would stop the scan at every
// other word. A keyword too short for a gram of its own shares one with its surroundings: in the rows, bytes that can
// be anything get all their values; in the chains it is found by its own bytes, behind any byte.
import { gramCost } from './gram-cost';
import { reserve } from './memory';

/** An entry of the chains: a gram and which bits of it count, where in which keyword it is, and the keyword's text. */
export const GRAM: usize = 0;
export const GRAM_MASK: usize = 4;
export const NEXT: usize = 8;
export const OFFSET: usize = 12;
export const KEYWORD: usize = 16;
export const TEXT: usize = 20;
/** The keyword's first eight bytes, the bits that fold their case, and the bits that count. */
export const VALUE: usize = 24;
export const FOLD: usize = 32;
export const MASK: usize = 40;
export const LENGTH: usize = 48;
const ENTRY_SIZE: usize = 56;

const ROW_BITS: u32 = 18;
const CHAIN_BITS: u32 = 13;
const FOLD_BIT: u32 = 0x20;
const FOLD_GRAM: u32 = 0x20202020;
const FIRST_THREE: u32 = 0xffffff;
const ALL_BITS: u32 = 0xffffffff;

/**
 * A row of 32 bits at each value of `rowOf`, a hash of a gram's first three bytes; a bit of it stands for the fourth
 * byte's lowest five bits, which tell letters apart. A bit that is not set: no keyword has such a gram.
 */
export let rows: usize = 0;
/**
 * The first entry of the chain of each value of `chainOf`, 0: none. Grams whose first byte may be anything are in the
 * chains of `shifted`, without that byte.
 */
export let chains: usize = 0;
export let shifted: usize = 0;
export let entryCount: u32 = 0;

let entries: usize = 0;

/** Hashes the first three bytes of a gram: the multiplier's low byte is 0, so the fourth falls out at the top. */
@inline
function hashOf(gram: u32): u32 {
  return gram * 0x3779b100;
}

/** Where a gram's row starts. Rows may begin at any byte and overlap: that costs nothing but chance hits. */
@inline
export function rowOf(gram: u32): usize {
  return hashOf(gram) >>> (32 - ROW_BITS);
}

/** The address of a gram's chain, less that of the first; the fourth byte does not count. */
@inline
export function chainOf(gram: u32): usize {
  return (hashOf(gram) >>> (32 - CHAIN_BITS)) << 2;
}

/**
 * Takes `count` keywords at `list`, each as two bytes of length and its lower-case text of 2 bytes or more; the
 * list must stay where it is. False where memory is used up.
 */
export function addKeywords(list: usize, count: u32): bool {
  rows = reserve(1 << ROW_BITS);
  chains = reserve(4 << CHAIN_BITS);
  shifted = reserve(4 << CHAIN_BITS);
  entries = reserve(<usize>(countEntries(list, count) + 1) * ENTRY_SIZE);
  if (rows == 0 || chains == 0 || shifted == 0 || entries == 0) return false;
  entryCount = 0;
  let text = list;
  for (let keyword: u32 = 0; keyword < count; keyword++) {
    const length = <u32>load<u16>(text);
    addKeyword(keyword, text + 2, length);
    text += 2 + length;
  }
  return true;
}

/** At least as many as there will be. */
function countEntries(list: usize, count: u32): u32 {
  let sum: u32 = 0;
  let text = list;
  for (let keyword: u32 = 0; keyword < count; keyword++) {
    const length = <u32>load<u16>(text);
    sum += length == 2 ? 256 : 2;
    text += 2 + length;
  }
  return sum;
}

function addKeyword(keyword: u32, text: usize, length: u32): void {
  if (length >= 5) {
    addGram(keyword, text, length, rarest(text, length, 0), 4);
    addGram(keyword, text, length, rarest(text, length, 1), 4);
    return;
  }
  addGram(keyword, text, length, 0, length);
  if (length == 4 && gramCost(text + 1, 3) >= gramCost(text, 3)) addGram(keyword, text, length, 1, 3);
  else addWithAnyBefore(keyword, text, length);
}

/** The offset, of the given parity, of the gram that source text has least of. */
function rarest(text: usize, length: u32, parity: u32): u32 {
  let best = parity;
  let bestCost: i32 = 0;
  for (let offset = parity; offset + 4 <= length; offset += 2) {
    const cost = gramCost(text + offset, 4);
    if (cost <= bestCost) continue;
    best = offset;
    bestCost = cost;
  }
  return best;
}

/** Adds the gram at this offset of a keyword, of which only `width` bytes are the keyword's. */
function addGram(keyword: u32, text: usize, length: u32, offset: u32, width: u32): void {
  let gram: u32 = 0;
  for (let i: u32 = 0; i < width; i++) gram |= <u32>load<u8>(text + offset + i) << (i << 3);
  if (width > 2) {
    addEntry(keyword, text, length, offset, gram, width == 4 ? ALL_BITS : FIRST_THREE);
    return;
  }
  for (let byte: u32 = 0; byte < 256; byte++)
    if (byte & FOLD_BIT) addEntry(keyword, text, length, offset, gram | (byte << 16), FIRST_THREE);
}

/** Adds the grams that begin with the byte before a keyword of 2 to 4 bytes, whatever that is. */
function addWithAnyBefore(keyword: u32, text: usize, length: u32): void {
  if (length > 2) {
    addShifted(keyword, text, length, load<u32>(text - 1) >>> 8);
    return;
  }
  const first = <u32>load<u16>(text);
  for (let byte: u32 = 0; byte < 256; byte++)
    if (byte & FOLD_BIT) addShifted(keyword, text, length, first | (byte << 16));
}

/** Adds three bytes that stand behind any byte. */
function addShifted(keyword: u32, text: usize, length: u32, bytes: u32): void {
  const gram = (bytes | FOLD_GRAM) & FIRST_THREE;
  linkEntry(shifted + chainOf(gram), newEntry(keyword, text, length, -1, gram, FIRST_THREE));
  for (let byte: u32 = 0; byte < 256; byte++) if (byte & FOLD_BIT) setRow((gram << 8) | byte, ALL_BITS);
}

function addEntry(keyword: u32, text: usize, length: u32, offset: i32, bytes: u32, mask: u32): void {
  const gram = (bytes | FOLD_GRAM) & mask;
  linkEntry(chains + chainOf(gram), newEntry(keyword, text, length, offset, gram, mask));
  setRow(gram, mask);
}

function linkEntry(chain: usize, entry: usize): void {
  store<u32>(entry, load<u32>(chain), NEXT);
  store<u32>(chain, <u32>entry);
}

function newEntry(keyword: u32, text: usize, length: u32, offset: i32, gram: u32, mask: u32): usize {
  const entry = entries + <usize>++entryCount * ENTRY_SIZE;
  store<u32>(entry, gram, GRAM);
  store<u32>(entry, mask, GRAM_MASK);
  store<i32>(entry, offset, OFFSET);
  store<u32>(entry, keyword, KEYWORD);
  store<u32>(entry, <u32>text, TEXT);
  store<u32>(entry, length, LENGTH);
  for (let i: u32 = 0; i < min<u32>(length, 8); i++) {
    const byte = load<u8>(text + i);
    store<u8>(entry + i, byte, VALUE);
    store<u8>(entry + i, foldOf(byte), FOLD);
    store<u8>(entry + i, 0xff, MASK);
  }
  return entry;
}

/** Marks a gram as one of a keyword's; without `ALL_BITS` its fourth byte may be anything. */
function setRow(gram: u32, mask: u32): void {
  const row = rows + rowOf(gram);
  store<u32>(row, load<u32>(row) | (mask == ALL_BITS ? <u32>1 << (gram >>> 24) : ALL_BITS));
}

/** The bit that makes a letter lower case; 0 for what is no letter. */
@inline
export function foldOf(lowerCase: u8): u8 {
  return lowerCase >= 0x61 && lowerCase <= 0x7a ? 0x20 : 0;
}
