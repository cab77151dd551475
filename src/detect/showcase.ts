import type { Match } from '../types.js';
import { placeOf } from './generic/place.js';

/**
 * The match as sure as its path allows: in folders of tests, docs and examples a key that anybody can make, or a value
 * that only its name gives away, is not more than possible. Formats that a provider issues stay what they are.
 */
export function inItsPlace(match: Match, path: string): Match {
  if (match.confidence === 'possible' || !(match.rule.selfMade || match.rule.value)) return match;
  const place = placeOf(path);
  return place === 'test' || place === 'shown' ? { ...match, confidence: 'possible' } : match;
}
