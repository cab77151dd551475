import { rules as builtIn } from '../rules/index.js';
import { segmentsOf } from './decode/segments.js';
import { type PackedAnchors, type RuleAnchors, unpackAnchors } from './detect/anchors.js';
import { createDetector, type Detector, PROBE_REACH } from './detect/detector.js';
import { genericContext } from './detect/generic/find-in-context.js';
import { LONE_RULE } from './detect/generic/lone-value.js';
import { withoutOverlaps } from './detect/overlap.js';
import { inItsPlace } from './detect/showcase.js';
import { anchorsJson } from './generated/anchors.js';
import { createEncodedFinder } from './kernel/encoded.js';
import { loadKernel } from './kernel/kernel.js';
import { createPrefilter } from './kernel/prefilter.js';
import { createSifter } from './kernel/sifter.js';
import { createKernelUnpacker } from './kernel/unpacker.js';
import { loneValueIn } from './lone-value.js';
import { createJavaScriptUnpacker } from './sources/objects/unpacker-javascript.js';
import type { Chunk, FindEncoded, LocatedMatch, Rule, Sifter, Unpacker } from './types.js';

/** What finds: the detector, and where WebAssembly is allowed what tells it where to decode. */
export interface Engine {
  readonly detector: Detector;
  readonly findEncoded?: FindEncoded;
  /** The rule of files that hold one random value, where it is wanted. */
  readonly loneRule?: Rule;
  /** Works best in memory that the prefilter allocated. */
  readonly unpacker: Unpacker;
  /** Leaves out what is known already; to be made before anything is allocated. Undefined where that is not possible. */
  readonly createSifter?: () => Sifter | undefined;
  /** How many encodings in one another are undone; undefined: as many as is sensible. */
  readonly decodeDepth: number | undefined;
  /** Told where something encoded was left out, since decoded it would be too much. */
  readonly onCut: (path: string) => void;
}

export interface EngineOptions {
  readonly onOverrun?: (rule: Rule, path: string) => void;
  readonly onCut?: (path: string) => void;
  readonly decodeDepth?: number;
  /** Lower-case texts that a sieve leaves in, whatever the rules say. */
  readonly marks?: readonly string[];
}

/** Everything between a chunk and its matches, prepared for these rules. */
export function createEngine(
  rules: readonly Rule[],
  { onOverrun = () => {}, onCut = () => {}, decodeDepth, marks = [] }: EngineOptions = {},
): Engine {
  const kernel = loadKernel();
  const detector = createDetector({
    rules,
    createPrefilter: (keywords, shapes) => createPrefilter(keywords, { shapes, kernel: kernel ?? null }),
    anchors: knownAnchors(),
    context: genericContext,
    marks,
    onOverrun,
  });
  const loneRule = rules.find(({ id }) => id === LONE_RULE);
  const parts = { detector, decodeDepth, onCut, ...(loneRule ? { loneRule } : {}) };
  if (!kernel) return { ...parts, unpacker: createJavaScriptUnpacker() };
  return {
    ...parts,
    unpacker: createKernelUnpacker(kernel),
    findEncoded: createEncodedFinder(kernel),
    createSifter() {
      const reaches = detector.reaches();
      return reaches && createSifter(kernel, reaches, PROBE_REACH);
    },
  };
}

/** Anchors of the built-in rules, as the build derived them; a user's rule may have the name of one. */
function knownAnchors(): (rule: Rule) => RuleAnchors | undefined {
  const known = new Set(builtIn);
  const anchors: Readonly<Record<string, PackedAnchors>> = JSON.parse(anchorsJson);
  return (rule) => {
    const packed = known.has(rule) ? anchors[rule.id] : undefined;
    return packed && unpackAnchors(packed);
  };
}

/** All matches in a chunk and in what it encodes, at most one for any byte, in order of place. */
export function matchesIn(chunk: Chunk, engine: Engine): readonly LocatedMatch[] {
  const located: LocatedMatch[] = [];
  const { detector, findEncoded, decodeDepth } = engine;
  const onCut = () => engine.onCut(chunk.origin.path);
  for (const segment of segmentsOf(chunk, findEncoded, { deepest: decodeDepth, onCut })) {
    for (const detected of detector.detect(segment, chunk.origin.path)) {
      const match = inItsPlace(detected, chunk.origin.path);
      if (!match) continue;
      const parts = match.parts.map(({ name, from, to }) => ({ name, place: segment.locate(from, to) }));
      const place = segment.locate(match.from, match.to);
      located.push({ match, place, parts, encodings: segment.encodings });
    }
  }
  const lone = located.length === 0 ? loneValueIn(chunk, engine) : undefined;
  return lone ? [lone] : withoutOverlaps(located);
}
