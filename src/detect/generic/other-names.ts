import type { Candidate } from './candidate.js';
import { splitName } from './name.js';

/** What a name's last word says that its value is, instead of the credential itself: `tokenType`, `password_field`. */
const OTHER_ENDS = new Set(
  `address addresses algorithm alias at backend body button callback class color colour column comment
  controller count decimals delete desc description details digest dir directory disabled domain duration
  edit empty enabled encode encoder endpoint err error errors exception expiration expires expiry
  extractor factory field file filename fingerprint folder format found generator handler hash helper
  hint host icon image index info input interface jar kind label length lifetime location manager menu
  message messenger method middleware mint mode modes msg name namespace option options oracle param
  parameter parameters params parser path pattern policy port position prefix program prompt provider ptr
  realm regex region required resource resources role roles schema scope scopes server service size
  source sources staking strategy style subtitle suffix symbol table text theme timeout
  timestamp title tooltip ttl type types usage user username utils validator version`.split(/\s+/),
);

/** What kind of key is no credential, whoever has it: of tables, caches, look-ups and translations. */
const OTHER_KEYS = new Set(
  `arrow cache composite foreign grouping hot i18n index lookup natural object partition primary project public query
  range routing shortcut sort spreadsheet translation unique`.split(/\s+/),
);

/** Ids of keys and public keys, written as one word. */
const ONE_WORD = /^(?:key|auth|token)ids?$|^pub(?:lic)?keys?$/;

/** What was made of a secret, so that it can be shown. */
const VEILED = new Set(['encrypted', 'hashed', 'masked', 'obfuscated', 'redacted']);

/** Guards against requests from other sites: each page shows its own, bound to a session. */
const REQUEST_GUARD = /(?:csrf|xsrf|authenticity|anti[-_]?forgery|request[-_]?verification)[-_]?token$/i;

/** The public half of what an assembly of .NET is signed with. */
const ASSEMBLY_KEY = /publickeytoken$/i;

/** Whether a name speaks of something about a credential, or of a public one. */
export function isOtherName(text: string, { nameFrom, nameTo, from, operator }: Candidate): boolean {
  if (operator === 'url' || operator === 'header' || operator === 'sql') return false;
  const name = text.slice(nameFrom, nameTo);
  if (ASSEMBLY_KEY.test(name) || isVerb(text, nameFrom, operator) || isNoun(text, nameFrom, name))
    return true;
  if (isAddress(name, text, from) || isSignature(text, nameFrom, name)) return true;
  const words = splitName(text, nameFrom, nameTo);
  const word = (back: number) => {
    const index = words.count - back;
    return index < 0 ? '' : text.slice(words.from[index], words.to[index]).toLowerCase();
  };
  const last = word(1);
  if (ONE_WORD.test(last)) return true;
  if (
    last === 'key' &&
    (OTHER_KEYS.has(word(2)) ||
      (/^key$/i.test(name) && /\bpublic $/i.test(text.slice(Math.max(0, nameFrom - 8), nameFrom))))
  )
    return true;
  if (words.count < 2) return false;
  if (OTHER_ENDS.has(last) || VEILED.has(word(words.count)) || REQUEST_GUARD.test(name)) return true;
  // whoever knows an id has nothing yet; Vault's secret id is one, and half of a pair tells of the other half
  if ((last === 'id' || last === 'ids') && word(2) !== 'secret' && !/private|access/.test(word(3)))
    return true;
  // pubKeyHex; the cookie by which programs of one family know each other
  return (
    (last === 'hex' && word(2) === 'key' && /pub|quorum/i.test(word(3))) ||
    (last === 'value' && word(2) === 'cookie')
  );
}

/** `token_url: https://…`: the address itself; a password in it is found by its own form. */
function isAddress(name: string, text: string, from: number): boolean {
  return /ur[il]s?$/i.test(name) && /^https?:\/\/[^\s@]{4}/.test(text.slice(from, from + 12));
}

/** A signature opens nothing, but for an address that is signed for all who have it, and in headers of requests. */
function isSignature(text: string, nameFrom: number, name: string): boolean {
  if (!/(?:^|[^a-z])signature(?:_?\w{1,3})?$/i.test(name) || /^(?:x-|oauth_)/i.test(name)) return false;
  return !/(?:[?&;]|%26|\\u0026)[\w-]*$/.test(text.slice(Math.max(0, nameFrom - 40), nameFrom));
}

/** `at the end of this pass: …`: prose. */
function isNoun(text: string, nameFrom: number, name: string): boolean {
  return (
    name === 'pass' &&
    /\b(?:this|that|each|every|first|second|third|last|final|next|one|single|the|a)[ -]$/i.test(
      text.slice(Math.max(0, nameFrom - 8), nameFrom),
    )
  );
}

/** `does not pass fsck`: prose. */
function isVerb(text: string, nameFrom: number, operator: string): boolean {
  return (
    operator === 'space' &&
    /^pass(?:es)? /.test(text.slice(nameFrom, nameFrom + 7)) &&
    /[a-z,] $/.test(text.slice(Math.max(0, nameFrom - 2), nameFrom))
  );
}
