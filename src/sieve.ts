import { segmentsOf } from './decode/segments.js';
import { transcode } from './decode/transcode.js';
import { PROBE_REACH } from './detect/detector.js';
import type { Engine } from './engine.js';
import { loneValueIn } from './lone-value.js';
import { version } from './summary.js';
import type { Chunk, Rule, Sieve, Sieved } from './types.js';

/** A sieve that asks the detector about an object and what it encodes, and stops at the first match. */
export function createSieve(engine: Engine): Sieve {
  const { detector, findEncoded, decodeDepth } = engine;
  function judge(object: Sieved): ReturnType<Sieve['judge']> {
    const chunk = chunkOf(object);
    const text = transcode(chunk);
    if (loneValueIn(text, engine)) return 'found';
    // windows are places in the bytes as they are, and in a compressed run a change reaches to its end
    let isTainted = text !== chunk;
    let isCut = false;
    const onCut = () => {
      isCut = true;
    };
    for (const segment of segmentsOf(text, findEncoded, { deepest: decodeDepth, onCut })) {
      const verdict = detector.probe(segment, object.path);
      if (verdict === 'found') return 'found';
      isTainted ||= verdict === 'tainted' || segment.encodings.some((encoding) => encoding.includes('zip'));
    }
    // what was left out is told when the object itself is scanned
    if (isCut) return 'found';
    return isTainted ? 'tainted' : 'clean';
  }
  return { reach: PROBE_REACH, judge };
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
  options: readonly (number | undefined)[],
): string | undefined {
  if (rules.some(({ isGuarded }) => isGuarded)) return undefined;
  const text = (_: string, value: unknown) => (value instanceof RegExp ? `${value}` : value);
  return JSON.stringify([version, build, options, rules], text);
}

function chunkOf({ path, bytes, ranges, wanted }: Sieved): Chunk {
  const origin = { path, kind: 'blob' } as const;
  const whole: Chunk = { origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] };
  return { ...whole, ...(ranges ? { ranges } : {}), ...(wanted ? { wanted } : {}) };
}
