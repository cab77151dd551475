// Sifts an object for the places of keywords at which something could be found that is not known yet. Of what a delta
// made, only places are wanted whose match could touch one of its edges: further away it is as its base is.
import { edgeCount, edgeList } from './delta-edges';
import { findBase64, findEscapes, findHex } from './encoded';
import { mayAnnounce } from './gate';
import { reserve } from './memory';
import { scan } from './prefilter';
import { list, resultsPausedAt } from './results';
import { hashView, LONGEST_VIEW } from './view-hash';

/** Of each keyword two u32: how many bytes before its start and after it count, with a bit on top of each. */
const REACH_BITS: u32 = 0x7fffffff;
/** Before: the keyword is one of the context, and what follows it decides. After: a match may lie beyond all windows. */
const FLAG: u32 = 0x80000000;
let reaches: usize = 0;

/** Of each place six u32: offset, keyword, and the hash of its view. */
const PLACE_SIZE: usize = 24;
const MOST_PLACES: u32 = 8192;
let places: usize = 0;
let count: u32 = 0;

/** How far a window reaches before and after an edge, and how far a text around an escape does. */
let before: u32 = 0;
let after: u32 = 0;
const ESCAPE_REACH: u32 = 264;

let isFar: bool = false;
let isEncoded: bool = false;
let isFull: bool = false;

// The object at hand: its place, its size, what its path is for the context, and the edges that count.
let base: usize = 0;
let length: u32 = 0;
let aspect: u32 = 0;
let edges: usize = 0;
let edgesEnd: usize = 0;
const whole = memory.data(8, 8);

/** Makes room for the reaches of so many keywords; windows reach so far around an edge. False where memory is used up. */
export function prepareSift(keywords: u32, windowBefore: u32, windowAfter: u32): bool {
  before = windowBefore;
  after = windowAfter;
  reaches = reserve(<usize>keywords << 3);
  places = reserve(<usize>MOST_PLACES * PLACE_SIZE);
  return reaches != 0 && places != 0;
}

export function reachTable(): usize {
  return reaches;
}

export function siftedPlaces(): usize {
  return places;
}

/** Bit 0: there are more places than are listed. 1: a match may lie beyond all windows. 2: something may be encoded. */
export function siftedBits(): u32 {
  return <u32>isFull | (<u32>isFar << 1) | (<u32>isEncoded << 2);
}

/**
 * Lists the places in the `size` bytes at `data`, which the last delta made if `isDelta`, and gives how many there are.
 * `pathAspect` is a number for all that the context makes of the object's path.
 */
export function sift(data: usize, size: u32, isDelta: bool, pathAspect: u32): u32 {
  base = data;
  length = size;
  aspect = pathAspect;
  count = 0;
  isFar = isEncoded = isFull = false;
  if (isDelta) {
    edges = edgeList();
    edgesEnd = edges + (<usize>edgeCount() << 3);
  } else {
    store<u32>(whole, 0);
    store<u32>(whole, size, 4);
    edges = whole;
    edgesEnd = whole + 8;
  }
  overWindows(before, after, false);
  if (!isEncoded) overWindows(ESCAPE_REACH, ESCAPE_REACH, true);
  return count;
}

/** Looks at the windows around the edges, joined where they meet. */
function overWindows(reachBefore: u32, reachAfter: u32, forEscapes: bool): void {
  for (let edge = edges; edge < edgesEnd; ) {
    const first = edge;
    const start = less(load<u32>(edge), reachBefore);
    let end = endOf(edge, reachAfter);
    edge += 8;
    while (edge < edgesEnd && less(load<u32>(edge), reachBefore) <= end) {
      end = endOf(edge, reachAfter);
      edge += 8;
    }
    if (forEscapes) isEncoded = isEncoded || findEscapes(base, start, end) > 0;
    else window(start, end, first, edge);
  }
}

@inline
function less(position: u32, by: u32): u32 {
  return position > by ? position - by : 0;
}

@inline
function endOf(edge: usize, reach: u32): u32 {
  return min(length, load<u32>(edge, 4) + reach);
}

function window(start: u32, end: u32, firstEdge: usize, lastEdge: usize): void {
  for (let at = start; at < end; at = resultsPausedAt()) {
    const found = scan(base, length, start, at, end);
    for (let pair = list, stop = list + (<usize>found << 3); pair < stop; pair += 8)
      consider(load<u32>(pair), load<u32>(pair, 4), firstEdge, lastEdge);
  }
  isEncoded = isEncoded || findBase64(base, length, start, end) > 0 || findHex(base, length, start, end) > 0;
}

function consider(at: u32, keyword: u32, firstEdge: usize, lastEdge: usize): void {
  const reach = reaches + (<usize>keyword << 3);
  const reachBefore = load<u32>(reach);
  const reachAfter = load<u32>(reach, 4);
  if (reachAfter & FLAG) isFar = true;
  const from = less(at, reachBefore & REACH_BITS);
  const to = min(length, at + (reachAfter & REACH_BITS));
  if (!touchesEdge(less(from, 1), to + 1, firstEdge, lastEdge)) return;
  const isOfContext = (reachBefore & FLAG) != 0;
  if (isOfContext && !mayAnnounce(base + at, base, base + length)) return;
  if (count == MOST_PLACES || to - from > LONGEST_VIEW) {
    isFull = true;
    return;
  }
  const place = places + <usize>count * PLACE_SIZE;
  count++;
  store<u32>(place, at);
  store<u32>(place, keyword, 4);
  hashView(place + 8, base + from, to - from, keyword, at - from, isOfContext ? aspect : 0);
}

/** Whether one of the edges, ascending and apart, meets `[from, to]`. */
function touchesEdge(from: u32, to: u32, first: usize, end: usize): bool {
  let low: usize = 0;
  let high = (end - first) >> 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u32>(first + (middle << 3), 4) < from) low = middle + 1;
    else high = middle;
  }
  const edge = first + (low << 3);
  return edge < end && load<u32>(edge) <= to;
}
