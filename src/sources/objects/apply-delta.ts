const CORRUPT = -2;
const NO_ROOM = -5;

/** Where the bytes of a base and of a result lie in one memory. */
export interface DeltaPlaces {
  readonly base: number;
  readonly baseSize: number;
  readonly target: number;
  readonly targetEnd: number;
}

/**
 * Applies one delta (gitformat-pack, "Deltified representation") and tells of each place where the result does not
 * go on as the base does. Gives the result's size, -2 if the delta is broken or of another base, -5 for no room.
 */
export function applyDelta(
  memory: Uint8Array,
  delta: Uint8Array,
  places: DeltaPlaces,
  addEdge: (from: number, to: number) => void,
): number {
  const [baseSize, second] = readSize(delta, 0);
  const [size, first] = readSize(delta, second);
  if (first < 0 || baseSize !== places.baseSize) return CORRUPT;
  if (size > places.targetEnd - places.target) return NO_ROOM;
  let follows = 0;
  let written = 0;
  for (let at = first; at < delta.length; ) {
    const command = delta[at++]!;
    if (command & 0x80) {
      const [offset, length, next] = readCopy(delta, at, command);
      if (next > delta.length || length > baseSize - offset || length > size - written) return CORRUPT;
      if (offset !== follows && follows >= 0) addEdge(written, written);
      memory.copyWithin(places.target + written, places.base + offset, places.base + offset + length);
      at = next;
      written += length;
      follows = offset + length;
    } else {
      if (command === 0 || command > size - written || command > delta.length - at) return CORRUPT;
      addEdge(written, written + command);
      memory.set(delta.subarray(at, at + command), places.target + written);
      at += command;
      written += command;
      follows = -1;
    }
  }
  if (written !== size) return CORRUPT;
  if (follows !== baseSize && follows >= 0) addEdge(size, size);
  return size;
}

/** A number of 31 bits and where it ends; -1 where it is none. */
function readSize(delta: Uint8Array, from: number): readonly [size: number, end: number] {
  let size = 0;
  if (from < 0) return [0, -1];
  for (let shift = 0; shift <= 28; shift += 7) {
    const byte = delta[from++];
    if (byte === undefined) return [0, -1];
    size += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return size < 2 ** 31 ? [size, from] : [0, -1];
  }
  return [0, -1];
}

function readCopy(delta: Uint8Array, from: number, command: number): readonly [number, number, number] {
  let at = from;
  let offset = 0;
  let length = 0;
  for (let i = 0; i < 4; i++) if (command & (1 << i)) offset += (delta[at++] ?? 0) * 2 ** (8 * i);
  for (let i = 0; i < 3; i++) if (command & (16 << i)) length += (delta[at++] ?? 0) * 2 ** (8 * i);
  return [offset, length || 0x10000, at];
}
