import type { Candidate, Operator } from './candidate.js';
import { isBlank, skipBlanks } from './characters.js';
import { findWithin } from './window.js';

const MAX_TEXT = 1024;

/** Values as XML and HTML write them: elements, `name="…" value="…"` attributes, plist keys. */
export function readMarkup(
  text: string,
  nameFrom: number,
  nameTo: number,
  limit: number,
): Candidate | undefined {
  const next = text.charCodeAt(nameTo);
  // <password>v</password>
  if (next === 62 && isTagStart(text, nameFrom))
    return element(text, { nameFrom, nameTo, limit }, nameTo + 1);
  // <key>password</key> <string>v</string>
  if (next === 60 && text.charCodeAt(nameTo + 1) === 47) return plist(text, { nameFrom, nameTo, limit });
  if (next !== 34 && next !== 39) return undefined;
  // <entry name="password">v</entry>
  if (text.charCodeAt(nameTo + 1) === 62) return element(text, { nameFrom, nameTo, limit }, nameTo + 2);
  return isBlank(text.charCodeAt(nameTo + 1)) ? valueAttribute(text, { nameFrom, nameTo, limit }) : undefined;
}

interface Place {
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly limit: number;
}

function isTagStart(text: string, nameFrom: number): boolean {
  const before = text.charCodeAt(nameFrom - 1);
  return before === 60 || before === 58;
}

function element(text: string, place: Place, at: number): Candidate | undefined {
  const end = findWithin(text, '<', [at, Math.min(place.limit, at + MAX_TEXT)]);
  if (end < 0 || text.charCodeAt(end + 1) !== 47) return undefined;
  return trimmed(text, place, 'element', [at, end]);
}

function plist(text: string, place: Place): Candidate | undefined {
  const close = findWithin(text, '>', [place.nameTo, place.nameTo + 16]);
  if (close < 0) return undefined;
  let i = close + 1;
  const end = Math.min(place.limit, i + 80);
  while (i < end && text.charCodeAt(i) <= 32) i++;
  if (!text.startsWith('<string>', i) && !text.startsWith('<value>', i)) return undefined;
  return element(text, place, text.startsWith('<string>', i) ? i + 8 : i + 7);
}

/** `<add key="password" value="v"/>`: only blanks and one attribute's name may stand between. */
function valueAttribute(text: string, place: Place): Candidate | undefined {
  const at = skipBlanks(text, place.nameTo + 1, place.limit);
  if (!text.startsWith('value=', at)) return undefined;
  const quote = text[at + 6];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = findWithin(text, quote, [at + 7, Math.min(place.limit, at + MAX_TEXT)]);
  if (end < 0) return undefined;
  return trimmed(text, place, 'attribute', [at + 7, end]);
}

function trimmed(
  text: string,
  { nameFrom, nameTo }: Place,
  operator: Operator,
  [start, end]: readonly [number, number],
): Candidate | undefined {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  if (to === from) return undefined;
  return { nameFrom, nameTo, operator, quote: 'markup', gapFrom: from, gapTo: from, from, to };
}
