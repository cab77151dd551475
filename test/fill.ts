import { crc32 } from 'node:zlib';

/**
 * Fills a rule's example: `{alnum:24}` and the like become fixed pseudo-random characters, so that nothing that looks
 * like a token is ever committed. Kinds are the keys of ALPHABETS and FORMS; anything else in braces stays as it is.
 */
export function fill(template: string): string {
  const next = random(template);
  return template.replace(/\{([a-z0-9]+)(?::([^{}\s]*))?\}/gi, (whole, kind: string, argument = '') => {
    const form = FORMS[kind];
    if (form) return form(argument, next);
    const alphabet = ALPHABETS[kind];
    return alphabet && /^\d+$/.test(argument) ? pick(alphabet, Number(argument), next) : whole;
  });
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';

const ALPHABETS: Readonly<Record<string, string>> = {
  digits: DIGITS,
  lower: LOWER,
  upper: UPPER,
  alpha: UPPER + LOWER,
  alnum: DIGITS + UPPER + LOWER,
  loweralnum: DIGITS + LOWER,
  upperalnum: DIGITS + UPPER,
  hex: '0123456789abcdef',
  upperhex: '0123456789ABCDEF',
  base32: `${UPPER}234567`,
  base58: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  base64: `${UPPER + LOWER + DIGITS}+/`,
  base64url: `${UPPER + LOWER + DIGITS}-_`,
  word: `${UPPER + LOWER + DIGITS}_`,
  password: `${DIGITS + UPPER + LOWER}!%^*-_+=.`,
};

type Next = () => number;

const FORMS: Readonly<Record<string, (argument: string, next: Next) => string>> = {
  uuid: (_, next) => uuid(next),
  upperuuid: (_, next) => uuid(next).toUpperCase(),
  /** A token of GitHub's or npm's classic layout: `{github:ghp_}`. */
  github: (prefix, next) => {
    const body = pick(ALPHABETS.alnum!, 30, next);
    return prefix + body + base62(crc32(body));
  },
  /** A signed JSON Web Token; the argument adds a claim, `{jwt:iss=you}`. */
  jwt: (claim, next) => jwt(claim, next),
  /** An AWS access key id: `{awskey:AKIA}`. */
  awskey: (prefix, next) => `${prefix}R${pick(ALPHABETS.base32!, 15, next)}`,
  /** Base64 of the argument, without padding: `{b64:user}`. */
  b64: (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
};

function uuid(next: Next): string {
  const hex = pick(ALPHABETS.hex!, 32, next);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function jwt(claim: string, next: Next): string {
  const [name = '', value = ''] = claim.split('=');
  const payload = {
    sub: pick(ALPHABETS.alnum!, 20, next),
    iat: 1_700_000_000,
    ...(name && { [name]: value }),
  };
  const parts = [{ alg: 'HS256', typ: 'JWT' }, payload].map((part) => JSON.stringify(part));
  return [
    ...parts.map((part) => Buffer.from(part).toString('base64url')),
    pick(ALPHABETS.base64url!, 43, next),
  ].join('.');
}

function base62(value: number): string {
  const digits = ALPHABETS.alnum!;
  let text = '';
  for (let rest = value; text.length < 6; rest = Math.floor(rest / 62)) text = digits[rest % 62] + text;
  return text;
}

/** `length` characters; from eight on, one of each kind the alphabet has (as almost every real token). */
function pick(alphabet: string, length: number, next: Next): string {
  const chars = Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]!);
  if (length >= 8) {
    [/[0-9]/g, /[a-z]/g, /[A-Z]/g].forEach((kind, index) => {
      const own = alphabet.match(kind);
      if (own) chars[1 + index * 2] = own[Math.floor(next() * own.length)]!;
    });
  }
  return chars.join('');
}

/** Marsaglia's xorshift, seeded by the template: the same characters on every run. */
function random(seed: string): Next {
  let state = crc32(seed) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
