// The memory of the module, from its start:
//
//   static data | what was reserved, in order | the buffer
//
// Reservations are made once, before the buffer is asked for, and never given back: they hold tables and results.
// The buffer is last so that it grows in place: sources read into it, and packs are unpacked in it.

/** Bytes after what was asked for that may be read, and overwritten, by loops that work in words. */
export const SLACK: usize = 64;

const ALIGNMENT: usize = 63;
const PAGE_BITS: u32 = 16;

let top: usize = align(__heap_base);

/** Room for `size` bytes and SLACK more, zeroed, for as long as the module lives; 0 where memory is used up. */
export function reserve(size: usize): usize {
  const address = top;
  if (!ensure(address, size)) return 0;
  top = align(address + size + SLACK);
  return address;
}

/** The buffer, with room for `size` bytes and SLACK more; 0 where memory is used up. Its content stays as it is. */
export function buffer(size: usize): usize {
  return ensure(top, size) ? top : 0;
}

function ensure(address: usize, size: usize): bool {
  const end = <u64>address + <u64>size + <u64>SLACK;
  const missing = <i64>((end + 0xffff) >> PAGE_BITS) - <i64>memory.size();
  return missing <= 0 || (missing < 0x10000 && memory.grow(<i32>missing) >= 0);
}

function align(address: usize): usize {
  return (address + ALIGNMENT) & ~ALIGNMENT;
}
