import type { Candidate } from './candidate.js';
import { isRandom, lookAt } from './random.js';
import { lineStart } from './window.js';

/** Words that make of a key or token a credential, even where its value is a word. */
const CREDENTIAL =
  /api|secret|access|private|auth|crypt|sign|master|shared|jwt|pass|pwd|client|licen|bearer|consumer|refresh|session|personal|bot|cred|login|admin|root|cookie|webhook|deploy|hmac|aes|rsa/i;
/** The name under which something is kept, in lower case: `zwave_js`, `chart-ohlcv`, `budget:global`. */
const LOOKUP = /^[a-z]{1,7}$|^[a-z]+(?:[_:./-][a-z]+)+$/;
/** A coin's symbol, a kind of lexical unit: `USDC`, `sGHO`, `USDT (Ethereum)`. */
const SYMBOL = /^[A-Za-z]{2,9}\d?$|^[a-z]{2,4}\d\d$|^[A-Z]{3,8} \(?\w+\)?$/;
/** A constant or a member of an enumeration, without quotes. */
const CONSTANT = /^(?:[A-Z]\w*\.)*[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;
const PHRASE = /^[A-Za-z0-9'().,/&+-]+(?: [A-Za-z0-9'().,/&+-]+)+$/;

/** Whether a value is a word or phrase that the form around it shows to be no secret. */
export function isWordValue(text: string, candidate: Candidate, value: string): boolean {
  return (
    isNameOfThing(text, candidate, value) ||
    isDependency(text, candidate, value) ||
    isInList(text, candidate, value) ||
    isInProse(text, candidate, value) ||
    isNumbered(text, candidate, value)
  );
}

/** A `key` or `token` without a word that makes it a credential, and the name of a thing as its value. */
function isNameOfThing(text: string, { nameFrom, nameTo, quote }: Candidate, value: string): boolean {
  const name = text.slice(nameFrom, nameTo);
  const kind = /.*(key|token)/is.exec(name)?.[1]?.toLowerCase();
  if (kind === undefined || CREDENTIAL.test(name)) return false;
  if (quote === 'bare' && CONSTANT.test(value.replace(/^\[/, ''))) return true;
  if (PHRASE.test(value)) return !value.split(' ').some((word) => isRandom(lookAt(word)));
  return kind === 'key' ? LOOKUP.test(value) : SYMBOL.test(value);
}

/** One of the strings of a list that has each on its line: the word before it announces nothing. */
function isInList(text: string, { nameFrom, nameTo, from, operator }: Candidate, value: string): boolean {
  if (operator !== ',' || !/^["'],\s*\n\s*["']$/.test(text.slice(nameTo, from))) return false;
  return (
    /^\s*["'][\w .@/-]*$/.test(text.slice(lineStart(text, nameFrom), nameFrom)) && !isRandom(lookAt(value))
  );
}

/** A word behind a word in a sentence: `the bus does pass slowly`, `we need the token now.` */
function isInProse(text: string, { nameFrom, operator, quote }: Candidate, value: string): boolean {
  if (operator !== 'space' || quote !== 'bare' || !/^[A-Za-z-]+[.,:;!?]?$/.test(value)) return false;
  const before = text.slice(lineStart(text, nameFrom), nameFrom);
  return (
    /[a-z,;] $/.test(before) &&
    !/\b(?:set|export|env|arg|define|const|config|machine|login|user)\b/i.test(before)
  );
}

/** `string shared_key = 12345678;`: the number of a field, or of anything else with a type. */
function isNumbered(text: string, { nameFrom, to, quote, operator }: Candidate, value: string): boolean {
  if (operator !== '=' || quote !== 'bare' || !/^\d+$/.test(value) || text[to] !== ';') return false;
  return /^\s*(?:\w+\s+)?[\w.<>, ]+\s$/.test(text.slice(lineStart(text, nameFrom), nameFrom));
}

/** `"@scope/auth": "…"`, `"vendor/token": "dev-main#…"`, `"keys": "owner/keys#v1"`: what a package needs, and where it is. */
function isDependency(text: string, { nameFrom, nameTo, operator }: Candidate, value: string): boolean {
  if (operator !== ':' || text[nameTo] !== '"') return false;
  const before = text.slice(Math.max(0, nameFrom - 60), nameFrom);
  if (/"@[\w.-]+\/$/.test(before)) return true;
  return /^[\w.-]+\/[\w.-]+#\S+$|^dev-[\w.-]+#[0-9a-f]{40}$/.test(value);
}
