import { createKnownTexts } from './decode/known-texts.js';
import { segmentsOf } from './decode/segments.js';
import { transcode } from './decode/transcode.js';
import { PROBE_REACH } from './detect/detector.js';
import type { Engine } from './engine.js';
import { loneValueIn } from './lone-value.js';
import { windowsAround } from './sources/objects/windows.js';
import { version } from './summary.js';
import type { Chunk, Rule, Sieve, Sieved } from './types.js';

/**
 * A sieve that asks the detector about an object and what it encodes, and stops at the first match. To be made before
 * anything is read into memory.
 */
export function createSieve(engine: Engine): Sieve {
  const { detector, findEncoded, decodeDepth } = engine;
  const sifter = engine.createSifter?.();

  const knownTexts = createKnownTexts();

  function judge(object: Sieved): Verdict {
    const chunk = chunkOf(object);
    const text = transcode(chunk);
    if (loneValueIn(text, engine)) return 'found';
    // edges are places in the bytes as they are
    if (text !== chunk) return worse('tainted', judgeSegments(text, object.path));
    const sifted = object.ranges
      ? undefined
      : sifter?.sift(object.bytes, object.edges !== undefined, detector.aspectOf(object.path));
    if (!sifted) return judgeSegments(withRanges(chunk, object), object.path);
    if (sifted.places.length > 0) {
      if (detector.probeAt(sifted.places, object.bytes, object.path)) return 'found';
      sifter!.settle();
    }
    const verdict = sifted.isFar ? 'tainted' : 'clean';
    return sifted.isEncoded
      ? worse(verdict, judgeSegments(withRanges(chunk, object), object.path, true))
      : verdict;
  }

  /** Judges the bytes as they are, unless that is done already, and what they encode. */
  function judgeSegments(chunk: Chunk, path: string, onlyDecoded = false): Verdict {
    let verdict: Verdict = 'clean';
    let isCut = false;
    const aspect = detector.aspectOf(path);
    const onCut = () => {
      isCut = true;
    };
    const isKnown = knownTexts.begin();
    const options = {
      deepest: decodeDepth,
      onCut,
      // what the context makes of a text depends on the kind of path
      isKnown: (stretch: string) => isKnown(`${aspect} ${stretch}`),
    };
    for (const segment of segmentsOf(chunk, findEncoded, options)) {
      if (onlyDecoded && segment.encodings.length === 0) continue;
      verdict = worse(verdict, detector.probe(segment, path));
      if (verdict === 'found') return verdict;
      // in a compressed run a change reaches to its end
      if (segment.encodings.some((encoding) => encoding.includes('zip'))) verdict = 'tainted';
    }
    // what was left out is told when the object itself is scanned
    if (isCut) return 'found';
    if (verdict === 'clean') knownTexts.settle();
    return verdict;
  }

  return { reach: PROBE_REACH, judge };
}

type Verdict = ReturnType<Sieve['judge']>;

function worse(one: Verdict, other: Verdict): Verdict {
  return one === 'clean' || other === 'found' ? other : one;
}

declare const __BUILD__: string;

/** This program's sources, as far as they judge: a digest that the build gives, empty in tests. */
const build = typeof __BUILD__ === 'string' ? __BUILD__ : '';

/**
 * Names everything that verdicts depend on: the rules, the program, and `options` of the scan. Undefined for rules
 * that run within a time budget: where that ran out nothing is known.
 */
export function sieveKeyOf(
  rules: readonly Rule[],
  options: readonly (number | string | undefined)[],
): string | undefined {
  if (rules.some(({ isGuarded }) => isGuarded)) return undefined;
  const text = (_: string, value: unknown) => (value instanceof RegExp ? `${value}` : value);
  return JSON.stringify([version, build, options, rules], text);
}

function chunkOf({ path, bytes, wanted }: Sieved): Chunk {
  const origin = { path, kind: 'blob' } as const;
  const whole: Chunk = { origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] };
  return wanted ? { ...whole, wanted } : whole;
}

/** With the windows in which an object that is derived can differ. */
function withRanges(chunk: Chunk, { ranges, edges, bytes }: Sieved): Chunk {
  const windows = ranges ?? (edges && windowsAround(edges(), PROBE_REACH, bytes.length));
  return windows ? { ...chunk, ranges: windows } : chunk;
}
