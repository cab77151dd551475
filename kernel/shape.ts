// What must stand near a keyword for it to be worth a look: so many bytes in a row of one class. Most places of a
// keyword in source text have nothing like a value near them.
import { reserve } from './memory';

// One shape for each keyword: how far before and after it to look, how many bytes, and of which classes (bits).
const BEFORE: usize = 0;
const AFTER: usize = 4;
const RUN: usize = 8;
const CLASS: usize = 12;

let shapes: usize = 0;
/** The classes of each byte, as bits. */
const classes = memory.data(256);

/** Makes room for the shapes of so many keywords; all ask for nothing. False where memory is used up. */
export function prepareShapes(count: u32): bool {
  shapes = reserve(<usize>count << 4);
  return shapes != 0;
}

/** Where the shapes are: four u32 for each keyword. A run of 0 asks for nothing. */
export function shapeTable(): usize {
  return shapes;
}

/** Where the classes of the 256 bytes are. */
export function classTable(): usize {
  return classes;
}

/** Whether the shape of a keyword at `[start, end)` is there; it is looked for between `lowest` and `highest`. */
@inline
export function shapeFits(keyword: u32, start: usize, end: usize, lowest: usize, highest: usize): bool {
  const shape = shapes + (<usize>keyword << 4);
  const run = <usize>load<u32>(shape, RUN);
  if (run == 0) return true;
  const before = min<usize>(load<u32>(shape, BEFORE), start - lowest);
  const after = min<usize>(load<u32>(shape, AFTER), highest - end);
  return hasRun(start - before, end + after, run, load<u8>(shape, CLASS));
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
