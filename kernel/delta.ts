// Applies git's deltas (gitformat-pack, "Deltified representation").
//
// Every read and write is checked against the three buffers, but for copies in words, which may read and write up
// to 15 bytes past what was checked: the caller leaves SLACK bytes after base, delta and target.
import { addEdge, clearEdges } from './delta-edges';

const CORRUPT: i32 = -2;
const NO_ROOM: i32 = -5;

/** Longer copies are left to the engine's own bulk copy. */
const SHORT_COPY: u32 = 64;
const IMPLIED_COPY_SIZE: u32 = 0x10000;

// What readSize leaves behind: the number, and where it ends; 0 if it is no number of 31 bits.
let sizeRead: u32 = 0;
let sizeEnd: usize = 0;

/**
 * Writes the result of the delta at `delta` on the `baseSize` bytes at `base` to `target`, which has room up to
 * `targetEnd`, and lists the edges where it differs from the base. Gives the result's size, or a negative number:
 * -2 the delta is none or is one of another base, -5 there is no room for the result.
 */
export function applyDelta(base: usize, baseSize: u32, delta: usize, deltaEnd: usize, target: usize, targetEnd: usize): i32 {
  clearEdges();
  readSize(delta, deltaEnd);
  if (sizeEnd == 0 || sizeRead != baseSize) return CORRUPT;
  readSize(sizeEnd, deltaEnd);
  if (sizeEnd == 0) return CORRUPT;
  const size = sizeRead;
  if (target > targetEnd || <usize>size > targetEnd - target) return NO_ROOM;
  return runCommands(base, baseSize, sizeEnd, deltaEnd, target, size) ? <i32>size : CORRUPT;
}

function readSize(from: usize, end: usize): void {
  sizeEnd = 0;
  let size: u64 = 0;
  let shift: u64 = 0;
  let byte: u64 = 0x80;
  while (byte & 0x80) {
    if (from >= end || shift > 28) return;
    byte = load<u8>(from++);
    size |= (byte & 0x7f) << shift;
    shift += 7;
  }
  if (size > <u64>i32.MAX_VALUE) return;
  sizeRead = <u32>size;
  sizeEnd = from;
}

/**
 * `follows` is where in the base the result so far leaves off, or none after an insertion: a copy from there goes
 * on as the base does. Start and end of the base count as neighbours too, so that a cut at either is an edge.
 */
function runCommands(base: usize, baseSize: u32, from: usize, end: usize, target: usize, size: u32): bool {
  const none: u32 = u32.MAX_VALUE;
  let follows: u32 = 0;
  let written: u32 = 0;
  while (from < end) {
    const command = <u32>load<u8>(from++);
    if (command & 0x80) {
      let offset: u32 = 0, length: u32 = 0;
      if (command & 0x01) offset = load<u8>(from++);
      if (command & 0x02) offset |= <u32>load<u8>(from++) << 8;
      if (command & 0x04) offset |= <u32>load<u8>(from++) << 16;
      if (command & 0x08) offset |= <u32>load<u8>(from++) << 24;
      if (command & 0x10) length = load<u8>(from++);
      if (command & 0x20) length |= <u32>load<u8>(from++) << 8;
      if (command & 0x40) length |= <u32>load<u8>(from++) << 16;
      if (length == 0) length = IMPLIED_COPY_SIZE;
      if (from > end || offset > baseSize || length > baseSize - offset || length > size - written) return false;
      if (offset != follows && follows != none) addEdge(written, written);
      copy(target + written, base + offset, length);
      written += length;
      follows = offset + length;
    } else {
      if (command == 0 || command > size - written || <usize>command > end - from) return false;
      addEdge(written, written + command);
      copy(target + written, from, command);
      from += command;
      written += command;
      follows = none;
    }
  }
  if (written != size) return false;
  if (follows != baseSize && follows != none) addEdge(size, size);
  return true;
}

@inline function copy(to: usize, from: usize, length: u32): void {
  if (length > SHORT_COPY) {
    memory.copy(to, from, length);
    return;
  }
  const stop = to + length;
  do {
    store<u64>(to, load<u64>(from));
    store<u64>(to, load<u64>(from, 8), 8);
    to += 16;
    from += 16;
  } while (to < stop);
}
