import type { Range } from '../../types.js';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** Blobs above this are reported whole: comparing them would need memory without bound. */
const COMPARED = 64 * 2 ** 20;

/**
 * Which lines of `now` (half-open ranges, from 1) stand in none of `olds`; a change of line ends, or of place
 * within the changed part, makes no line new. Undefined: all of it counts, because there is nothing to compare
 * with or because its lines cannot be told by bytes.
 */
export function addedLines(now: Buffer, olds: readonly Buffer[]): readonly Range[] | undefined {
  if (olds.length === 0 || now.length > COMPARED) return undefined;
  if (hasWideLines(now)) return olds.some((old) => old.equals(now)) ? [] : undefined;
  const sets = olds.filter((old) => old.length <= COMPARED).map((old) => addedTo(old, now));
  const [first, ...rest] = sets;
  if (!first) return undefined;
  const others = rest.map((lines) => new Set(lines));
  return toRanges(first.filter((line) => others.every((other) => other.has(line))));
}

/** UTF-16 and UTF-32: a line feed byte may be half of a character. */
function hasWideLines(bytes: Buffer): boolean {
  return bytes.subarray(0, 8192).includes(0);
}

/** Lines of `now`, ascending, that `old` has not, or not as often. */
function addedTo(old: Buffer, now: Buffer): readonly number[] {
  const before = commonPrefix(old, now);
  const after = commonSuffix(old, now, before.bytes);
  const known = new Map<string, number>();
  for (const line of linesIn(old, before.bytes, old.length - after))
    known.set(line, (known.get(line) ?? 0) + 1);
  const added: number[] = [];
  let number = before.lines + 1;
  for (const line of linesIn(now, before.bytes, now.length - after)) {
    const count = known.get(line) ?? 0;
    if (count > 0) known.set(line, count - 1);
    else added.push(number);
    number++;
  }
  return added;
}

/** Whole lines that both begin with. */
function commonPrefix(a: Buffer, b: Buffer): { bytes: number; lines: number } {
  const same = sameBytes(Math.min(a.length, b.length), (from, to) => a.compare(b, from, to, from, to) === 0);
  const bytes = same === 0 ? 0 : a.lastIndexOf(NEWLINE, same - 1) + 1;
  let lines = 0;
  for (let at = 0; at < bytes; lines++) at = a.indexOf(NEWLINE, at) + 1;
  return { bytes, lines };
}

/** Bytes in whole lines that both end with, behind the prefix. */
function commonSuffix(a: Buffer, b: Buffer, prefix: number): number {
  const same = sameBytes(
    Math.min(a.length, b.length) - prefix,
    (from, to) => a.compare(b, b.length - to, b.length - from, a.length - to, a.length - from) === 0,
  );
  // the newline that ends what differs belongs to that
  const newline = a.indexOf(NEWLINE, a.length - same);
  return newline === -1 ? 0 : a.length - newline - 1;
}

/** Bytes compared at once. */
const BLOCK = 4096;

/** Of `length` bytes, how many from the first on are the same; compared in blocks, then in halves of the last one. */
function sameBytes(length: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0;
  let block = BLOCK;
  while (same < length && block > 0) {
    const to = Math.min(length, same + block);
    if (isSame(same, to)) same = to;
    else block >>= 1;
  }
  return same;
}

/** The lines of a part of a text, as latin1, without their ends. */
function* linesIn(bytes: Buffer, from: number, to: number): Generator<string> {
  for (let at = from; at < to; ) {
    const newline = bytes.indexOf(NEWLINE, at);
    const next = newline === -1 || newline >= to ? to : newline + 1;
    let end = newline === -1 || newline >= to ? to : newline;
    if (end > at && bytes[end - 1] === CARRIAGE_RETURN) end--;
    yield bytes.toString('latin1', at, end);
    at = next;
  }
}

function toRanges(lines: readonly number[]): readonly Range[] {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && last[1] === line) last[1] = line + 1;
    else ranges.push([line, line + 1]);
  }
  return ranges;
}
