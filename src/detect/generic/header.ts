import { printableText } from './base64-text.js';
import type { Candidate } from './candidate.js';
import { BASE64, isAlphanumeric, kindOf, skipBlanks } from './characters.js';

const LEAST_TOKEN = 6;
const MAX_TOKEN = 1024;

/** The credentials behind a scheme of the Authorization header: `Bearer x`, `Basic x`; `at` is the scheme's start. */
export function readHeader(text: string, at: number, limit: number): Candidate | undefined {
  if (isAlphanumeric(text.charCodeAt(at - 1))) return undefined;
  const basic = (text.charCodeAt(at + 1) | 32) === 97;
  const nameTo = at + (basic ? 5 : 6);
  const from = skipBlanks(text, nameTo, limit);
  if (from === nameTo) return undefined;
  const end = Math.min(limit, from + MAX_TOKEN);
  let to = from;
  while (to < end && isToken(text.charCodeAt(to))) to++;
  if (to - from < LEAST_TOKEN) return undefined;
  const found: Candidate = {
    nameFrom: at,
    nameTo,
    operator: 'header',
    quote: 'bare',
    gapFrom: from,
    gapTo: from,
    from,
    to,
  };
  if (!basic) return found;
  const decoded = decodePair(text.slice(from, to));
  if (decoded !== undefined) return { ...found, decoded };
  return isBehindName(text, at) && /[0-9A-Z=]/.test(text.slice(from, to)) ? found : undefined;
}

/** A quote or operator before the scheme: `Basic` begins many a phrase. */
function isBehindName(text: string, at: number): boolean {
  return /["'`:=>(,]\s?$/.test(text.slice(Math.max(0, at - 2), at));
}

/** token68 of RFC 9110, and `:` of tokens that have parts. */
function isToken(code: number): boolean {
  return (kindOf(code) & BASE64) !== 0 || code === 46 || code === 126 || code === 61 || code === 58;
}

/** The password of base64 `user:password`, if that is what it is. */
export function decodePair(value: string): string | undefined {
  const text = printableText(value);
  const colon = text?.indexOf(':') ?? -1;
  return colon < 0 || colon + 1 === text!.length ? undefined : text!.slice(colon + 1);
}
