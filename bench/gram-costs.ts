// Counts how often grams of two and three bytes occur in the files below the given directories, and prints
// kernel/gram-cost.ts anew: npm run bench -- gram-costs DIRECTORY... > kernel/gram-cost.ts
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SYMBOLS = 32;
/** Files larger than people write are data, not text. */
const LARGEST = 200_000;

const pairs = new Float64Array(SYMBOLS ** 2);
const triples = new Float64Array(SYMBOLS ** 3);
let total = 0;
for (const directory of process.argv.slice(2)) {
  for (const file of textFiles(directory)) count(file);
}
print();

function* textFiles(directory: string): Generator<Buffer> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.name === '.git') continue;
    if (entry.isDirectory()) yield* textFiles(path);
    else if (entry.isFile()) {
      const bytes = readFileSync(path);
      if (bytes.length <= LARGEST && !bytes.subarray(0, 8192).includes(0)) yield bytes;
    }
  }
}

/** As `symbolOf` in kernel/gram-cost.ts. */
function symbolOf(byte: number): number {
  const folded = byte | 0x20;
  if (folded >= 0x61 && folded <= 0x7a) return folded - 0x61;
  if (folded >= 0x30 && folded <= 0x39) return 26;
  const others = [0x7f, 0x2d, 0x20].indexOf(folded);
  if (others >= 0) return 27 + others;
  return folded === 0x2e || folded === 0x2f || folded === 0x3a ? 30 : 31;
}

function count(bytes: Uint8Array): void {
  let pair = 0;
  for (const byte of bytes) {
    const triple = pair * SYMBOLS + symbolOf(byte);
    triples[triple]!++;
    pair = triple % SYMBOLS ** 2;
    pairs[pair]!++;
  }
  total += bytes.length;
}

/** In eighths of a bit, so that it fits a byte. */
function cost(occurrences: number): number {
  return Math.min(255, Math.round(-8 * Math.log2((occurrences + 1) / total)));
}

function print(): void {
  const nibbles = Array.from(triples, (n) =>
    Math.min(15, Math.max(0, Math.floor((cost(n) - 50) / 10))).toString(16),
  );
  const words = Array.from(
    { length: SYMBOLS ** 3 / 16 },
    (_, i) =>
      `0x${nibbles
        .slice(i * 16, i * 16 + 16)
        .reverse()
        .join('')}`,
  );
  const pairCosts = Array.from(pairs, (n) => cost(n));
  console.log(`// How rare grams are in source text, counted by bench/gram-costs.ts over the work trees of ten large repositories in
// C, JavaScript, TypeScript, Python, PHP, Java, Go and prose. A byte counts as one of 32 symbols.
const SYMBOL_BITS: usize = 5;

/** Letters without case, any digit, \`_\`, \`-\`, white space, one of \`./:\`, anything else. */
function symbolOf(byte: u8): usize {
  const folded = byte | 0x20;
  if (folded >= 0x61 && folded <= 0x7a) return folded - 0x61;
  if (folded >= 0x30 && folded <= 0x39) return 26;
  if (folded == 0x7f) return 27;
  if (folded == 0x2d) return 28;
  if (folded == 0x20) return 29;
  return folded == 0x2e || folded == 0x2f || folded == 0x3a ? 30 : 31;
}

/** How rare the three or four bytes at \`text\` are: about -8 * log2 of their share. */
export function gramCost(text: usize, length: u32): i32 {
  const a = symbolOf(load<u8>(text));
  const b = symbolOf(load<u8>(text, 1));
  const c = symbolOf(load<u8>(text, 2));
  if (length == 3) return tripleCost(a, b, c);
  const d = symbolOf(load<u8>(text, 3));
  return tripleCost(a, b, c) + tripleCost(b, c, d) - load<u8>(pairCosts + ((b << SYMBOL_BITS) | c));
}

function tripleCost(a: usize, b: usize, c: usize): i32 {
  const index = (((a << SYMBOL_BITS) | b) << SYMBOL_BITS) | c;
  const nibble = (load<u8>(tripleCosts + (index >> 1)) >> <u8>((index & 1) << 2)) & 15;
  return 55 + <i32>nibble * 10;
}

const pairCosts = memory.data<u8>([
${rows(pairCosts, 32)}]);
const tripleCosts = memory.data<u64>([
${rows(words, 16)}]);`);
}

function rows(values: readonly (string | number)[], width: number): string {
  let text = '';
  for (let i = 0; i < values.length; i += width) text += `  ${values.slice(i, i + width).join(', ')},\n`;
  return text;
}
