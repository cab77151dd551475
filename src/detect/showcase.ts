import type { Match } from '../types.js';
import { placeOf } from './generic/place.js';

/**
 * The match as sure as its path allows: in folders of tests, docs and examples a key that anybody can make, or a value
 * that only its name gives away, is not more than possible, and what is that anywhere else is nothing there. Formats
 * that a provider issues stay what they are.
 */
export function inItsPlace(match: Match, path: string): Match | undefined {
  const { confidence, rule } = match;
  const isPossible = confidence === 'possible';
  if (!rule.selfMade && (isPossible || !rule.value)) return match;
  const place = placeOf(path);
  if (place !== 'test' && place !== 'shown') return match;
  return isPossible ? undefined : { ...match, confidence: 'possible' };
}
