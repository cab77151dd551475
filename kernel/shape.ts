// What must stand near a keyword for it to be worth a look: so many bytes in a row of one class. Most places of a
// keyword in source text have nothing like a value near them.
import { reserve } from './memory';

// A shape: how far before and after the keyword to look, how many bytes, and of which classes (bits).
const BEFORE: usize = 0;
const AFTER: usize = 4;
const RUN: usize = 8;
const CLASS: usize = 12;

let shapes: usize = 0;
/** For each keyword the address of its first shape; those of the next keyword follow its last. */
let starts: usize = 0;
/** The classes of each byte, as bits. */
const classes = memory.data(256);

/** Makes room for the shapes of so many keywords, all in all so many; none are there yet. False where memory is used up. */
export function prepareShapes(keywords: u32, count: u32): bool {
  shapes = reserve(<usize>count << 4);
  starts = reserve(<usize>(keywords + 1) << 2);
  return shapes != 0 && starts != 0;
}

/** Where the shapes are: four u32 each. A run of 0 asks for nothing. */
export function shapeTable(): usize {
  return shapes;
}

/** Where the addresses of each keyword's first shape go, and behind them that of the end. */
export function shapeStarts(): usize {
  return starts;
}

/** Where the classes of the 256 bytes are. */
export function classTable(): usize {
  return classes;
}

/** Whether one of the shapes of a keyword at `[start, end)` is there, or it has none; looks between `lowest` and `highest`. */
export function shapeFits(keyword: u32, start: usize, end: usize, lowest: usize, highest: usize): bool {
  const place = starts + (<usize>keyword << 2);
  let shape = <usize>load<u32>(place);
  const last = <usize>load<u32>(place, 4);
  if (shape == last) return true;
  for (; shape < last; shape += 16) {
    const run = <usize>load<u32>(shape, RUN);
    if (run == 0) return true;
    const before = min<usize>(load<u32>(shape, BEFORE), start - lowest);
    const after = min<usize>(load<u32>(shape, AFTER), highest - end);
    if (hasRun(start - before, end + after, run, load<u8>(shape, CLASS))) return true;
  }
  return false;
}

/** Whether `[from, to)` holds `run` bytes in a row of a class; looks at one byte in `run` where there is none. */
function hasRun(from: usize, to: usize, run: usize, ofClass: u8): bool {
  let at = from + run - 1;
  while (at < to) {
    if (!isOf(ofClass, at)) {
      at += run;
      continue;
    }
    let start = at;
    while (start > from && at + 1 - start < run && isOf(ofClass, start - 1)) start--;
    let end = at + 1;
    while (end < to && end - start < run && isOf(ofClass, end)) end++;
    if (end - start >= run) return true;
    at = end + run;
  }
  return false;
}

@inline
function isOf(ofClass: u8, at: usize): bool {
  return (load<u8>(classes + load<u8>(at)) & ofClass) != 0;
}
