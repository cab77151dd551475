import { findLoneValue, MOST_LONE } from './detect/generic/lone-value.js';
import type { Engine } from './engine.js';
import { latin1 } from './text.js';
import type { Chunk, LocatedMatch } from './types.js';

/**
 * The match in a file that holds one random value and nothing else. A value in which a keyword stands is left to the
 * rules: what looks like a known format and is refused is no secret.
 */
export function loneValueIn(
  { bytes, offset, core, origin }: Chunk,
  { detector, loneRule: rule }: Engine,
): LocatedMatch | undefined {
  if (!rule || bytes.length > MOST_LONE || offset > 0 || core[0] > 0 || core[1] < bytes.length)
    return undefined;
  if (origin.kind !== 'file' && origin.kind !== 'blob') return undefined;
  const text = latin1(bytes, 0, bytes.length);
  const found = findLoneValue(text, origin.path);
  if (!found) return undefined;
  const lower = text.toLowerCase();
  if (detector.prefilter.keywords.some((keyword) => lower.includes(keyword))) return undefined;
  const { ruleId: _, ...match } = found;
  const place = [found.from, found.to] as const;
  const secret = text.slice(...place);
  return { match: { ...match, rule, secret, text: secret }, place, parts: [], encodings: [] };
}
