// The entry of the WebAssembly module: what JavaScript calls. Each part is a file of its own.

export { applyDelta } from './delta';
export { edgeCount, edgeList } from './delta-edges';
export { findBase64, findEscapes, findHex } from './encoded';
export { inflate } from './inflate';
export { buffer, reserve } from './memory';
export { crc32 } from './pack-crc32';
export { entryList, listEntries, nextEntry } from './pack-tree';
export { prepare, scan } from './prefilter';
export { results, resultsPausedAt } from './results';
export { classTable, shapeStarts, shapeTable } from './shape';
export { prepareSift, reachTable, sift, siftedBits, siftedPlaces } from './sift';
export { viewKey, viewKeySize } from './view-hash';
