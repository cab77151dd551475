import type { Range, Unpacker } from '../../types.js';
import { type Arena, SLACK } from './arena.js';
import { NO_BASE, type Pack, type PackEntries } from './pack-entries.js';
import { createPackWindows, LONGEST_RUN, type PackWindows, WINDOWS_SIZE } from './pack-windows.js';

/** An unpacked object, valid until the next one is asked for. */
export interface UnpackedObject {
  readonly entry: number;
  readonly kind: number;
  readonly bytes: Uint8Array;
  /** The entry it derives from, and where it differs, until the next one is made; absent for a whole object, and where the base is tainted. */
  readonly derived?: { readonly base: number; readonly edges: () => readonly Range[] };
}

/** What a walk over the families of a pack is given. */
export interface FamilyWalk {
  readonly pack: Pack;
  readonly entries: PackEntries;
  readonly arena: Arena;
  readonly unpacker: Unpacker;
  /** Whether objects of this kind are wanted; those of kind 0 never are. */
  readonly wants: (kind: number) => boolean;
  /** Told of each object that could not be unpacked, and of none that derives from it: those are reached by `below`. */
  readonly onUnreadable: (entry: number) => void;
  /** Only families whose first object is in this half-open range of entries. */
  readonly range?: Range;
}

/** Deltas up to this size have a place of their own; longer ones use the room above the objects. */
const DELTA_ROOM = 256 * 1024;
const DELTA = WINDOWS_SIZE;
const OBJECTS = DELTA + DELTA_ROOM + SLACK;

/** A part of the arena that is used only while an object is made. */
export const SPARE_ROOM: Range = [DELTA, DELTA + DELTA_ROOM];

/** Larger objects are not held in memory. */
export const LARGEST_OBJECT = 64 * 1024 * 1024;
/** A zlib stream is at most this much longer than what it holds, if it was made to be small. */
const mostCompressed = (size: number) => size + (size >>> 8) + 1024;

const NO_ROOM = -5;

/**
 * Unpacks every wanted object of a pack once: each whole object, and depth first what derives from it, so that a
 * base is in memory when its deltas are applied. Answer each with whether it is tainted: what derives from a tainted
 * object comes as if it were whole.
 */
export function* walkFamilies(walk: FamilyWalk): Generator<UnpackedObject, void, boolean> {
  const { entries } = walk;
  const windows = createPackWindows(walk.pack.file, walk.arena);
  const family = createFamily(walk, windows);
  const [from, to] = walk.range ?? [0, entries.count];
  for (let root = from; root < to; root++) {
    const kind = entries.kinds[root]!;
    if (entries.bases[root] !== NO_BASE || kind === 0 || !walk.wants(kind)) continue;
    if (!family.begin(root)) {
      unreadable(walk, root);
      continue;
    }
    family.setTainted(yield family.object(root));
    for (let child = family.next(); child !== -1; child = family.next()) {
      if (family.derive(child)) family.setTainted(yield family.object(child));
      else unreadable(walk, child);
    }
  }
}

/** Reports an object and all that derives from it. */
function unreadable({ entries, onUnreadable }: FamilyWalk, top: number): void {
  const open = [top];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    onUnreadable(entry);
    for (let child = entries.firstChildren[entry]!; child !== -1; child = entries.nextSiblings[child]!)
      open.push(child);
  }
}

/** An object in memory from which others are still to be derived. */
interface Frame {
  readonly entry: number;
  at: number;
  readonly size: number;
  /** The next delta on it, -1 for none. */
  next: number;
  tainted: boolean;
}

/** The objects from the root of a family to the one at hand, one above the other in the arena. */
function createFamily({ pack, entries, arena, unpacker }: FamilyWalk, packWindows: PackWindows) {
  let frames: Frame[] = [];
  let current: Frame | undefined;
  let derived: UnpackedObject['derived'];

  const top = () => frames.at(-1);
  const roomStart = () => {
    const frame = top();
    return frame ? align(frame.at + frame.size + SLACK) : OBJECTS;
  };
  const dataOf = (entry: number) => entries.offsets[entry]! + entries.headerLengths[entry]!;
  const streamSize = (entry: number) =>
    Math.min(entries.offsets[entry + 1]! - dataOf(entry), mostCompressed(entries.sizes[entry]!));

  /** Brings the zlib stream of an entry into memory: into a window, or to `room` if it is long; -1 if it can't. */
  function stream(entry: number, room: number): number {
    const size = streamSize(entry);
    if (size <= LONGEST_RUN) return packWindows.locate(dataOf(entry), size);
    if (!arena.ensure(room + size)) return -1;
    const read = pack.file.read(arena.bytes().subarray(room, room + size), dataOf(entry));
    return read === size ? room : -1;
  }

  /** Objects whose deltas are all done leave gaps; moves the others down. Gives how much that freed. */
  function compact(): number {
    const before = roomStart();
    let at = OBJECTS;
    for (const frame of frames) {
      arena.bytes().copyWithin(at, frame.at, frame.at + frame.size);
      frame.at = at;
      at = align(at + frame.size + SLACK);
    }
    return before - roomStart();
  }

  /** Makes room for `size` bytes above the objects: by moving them if that frees much, else by growing. */
  function makeRoom(size: number): boolean {
    if (roomStart() + size <= arena.end()) return true;
    compact();
    return arena.ensure(roomStart() + size);
  }

  function enter(entry: number, at: number, size: number): void {
    current = { entry, at, size, next: entries.firstChildren[entry]!, tainted: true };
  }

  function begin(root: number): boolean {
    frames = [];
    derived = undefined;
    const size = entries.sizes[root]!;
    const at = roomStart();
    if (size > LARGEST_OBJECT || !arena.ensure(at + size)) return false;
    const source = stream(root, align(at + size + SLACK));
    if (source === -1) return false;
    const end = source + streamSize(root);
    if (unpacker.inflate(arena.bytes(), [source, end], [at, at + size]) < 0) return false;
    enter(root, at, size);
    return true;
  }

  /** Applies the delta of an entry to the object on top. */
  function derive(child: number): boolean {
    if (entries.sizes[child]! > LARGEST_OBJECT) return false;
    let size = applyTo(child);
    if (size === NO_ROOM && (compact() > arena.end() / 4 || grow())) size = applyTo(child);
    while (size === NO_ROOM && grow()) size = applyTo(child);
    if (size < 0 || size > LARGEST_OBJECT) return false;
    const base = top()!;
    const at = roomStart();
    derived = base.tainted ? undefined : { base: base.entry, edges: unpacker.edges };
    if (base.next === -1) frames.pop();
    enter(child, at, size);
    return true;
  }

  function grow(): boolean {
    return arena.ensure(arena.end() * 2) || arena.ensure(arena.end() + LARGEST_OBJECT);
  }

  function applyTo(child: number): number {
    const deltaSize = entries.sizes[child]!;
    const isLong = deltaSize > DELTA_ROOM || streamSize(child) > LONGEST_RUN;
    return isLong ? applyLong(child, deltaSize) : applyShort(child);
  }

  function applyShort(child: number): number {
    const source = stream(child, 0);
    if (source === -1) return -1;
    return apply(child, source, [DELTA, roomStart()]);
  }

  /** A long delta and its stream lie where the result will, which is made above them and then moved down. */
  function applyLong(child: number, deltaSize: number): number {
    const inputs = align(deltaSize + SLACK) + align(streamSize(child) + SLACK);
    if (!makeRoom(inputs)) return NO_ROOM;
    const delta = roomStart();
    const source = stream(child, align(delta + deltaSize + SLACK));
    if (source === -1) return -1;
    const target = align(delta + inputs);
    const size = apply(child, source, [delta, target]);
    if (size > 0) arena.bytes().copyWithin(delta, target, target + size);
    return size;
  }

  function apply(
    child: number,
    source: number,
    [delta, target]: readonly [delta: number, target: number],
  ): number {
    const { at: base, size: baseSize } = top()!;
    return unpacker.applyDelta(arena.bytes(), {
      source,
      sourceEnd: source + streamSize(child),
      deltaSize: entries.sizes[child]!,
      delta,
      base,
      baseSize,
      target,
      targetEnd: arena.end(),
    });
  }

  return {
    begin,
    derive,
    /** The object just made. */
    object(entry: number): UnpackedObject {
      const { at, size } = current!;
      const bytes = arena.bytes().subarray(at, at + size);
      const kind = entries.kinds[entry]!;
      return derived ? { entry, kind, bytes, derived } : { entry, kind, bytes };
    },
    /** Settles the object just made; it stays only if something derives from it. */
    setTainted(tainted: boolean): void {
      current!.tainted = tainted;
      if (current!.next !== -1) frames.push(current!);
    },
    /** The next delta to apply to the object on top; -1 at the family's end. */
    next(): number {
      for (let frame = top(); frame; frame = top()) {
        const child = frame.next;
        if (child !== -1) {
          frame.next = entries.nextSiblings[child]!;
          return child;
        }
        frames.pop();
      }
      return -1;
    },
  };
}

const align = (position: number) => (position + 15) & ~15;
