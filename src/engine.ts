import { segmentsOf } from './decode/segments.js';
import { createDetector, type Detector } from './detect/detector.js';
import { genericContext } from './detect/generic/find-in-context.js';
import { withoutOverlaps } from './detect/overlap.js';
import { createEncodedFinder } from './kernel/encoded.js';
import { loadKernel } from './kernel/kernel.js';
import { createPrefilter } from './kernel/prefilter.js';
import { createKernelUnpacker } from './kernel/unpacker.js';
import { createJavaScriptUnpacker } from './sources/objects/unpacker-javascript.js';
import type { Chunk, FindEncoded, LocatedMatch, Rule, Unpacker } from './types.js';

/** What finds: the detector, and where WebAssembly is allowed what tells it where to decode. */
export interface Engine {
  readonly detector: Detector;
  readonly findEncoded?: FindEncoded;
  /** Works best in memory that the prefilter allocated. */
  readonly unpacker: Unpacker;
}

/** Everything between a chunk and its matches, prepared for these rules. */
export function createEngine(rules: readonly Rule[]): Engine {
  const kernel = loadKernel();
  const detector = createDetector({
    rules,
    createPrefilter: (keywords) => createPrefilter(keywords, { kernel: kernel ?? null }),
    context: genericContext,
  });
  if (!kernel) return { detector, unpacker: createJavaScriptUnpacker() };
  return { detector, unpacker: createKernelUnpacker(kernel), findEncoded: createEncodedFinder(kernel) };
}

/** All matches in a chunk and in what it encodes, at most one for any byte, in order of place. */
export function matchesIn(chunk: Chunk, { detector, findEncoded }: Engine): readonly LocatedMatch[] {
  const located: LocatedMatch[] = [];
  for (const segment of segmentsOf(chunk, findEncoded)) {
    for (const match of detector.detect(segment, chunk.origin.path)) {
      const parts = match.parts.map(({ name, from, to }) => ({ name, place: segment.locate(from, to) }));
      const place = segment.locate(match.from, match.to);
      located.push({ match, place, parts, encodings: segment.encodings });
    }
  }
  return withoutOverlaps(located);
}
