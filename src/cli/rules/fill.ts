import { crc32 } from 'node:zlib';
import { FORMS as STRUCTURED } from './fill-forms.js';

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
  loweralnum32: `${LOWER}234567`,
  base58: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  base64: `${UPPER + LOWER + DIGITS}+/`,
  base64url: `${UPPER + LOWER + DIGITS}-_`,
  word: `${UPPER + LOWER + DIGITS}_`,
  password: `${DIGITS + UPPER + LOWER}!%^*-_+=.`,
};

type Next = () => number;

const FORMS: Readonly<Record<string, (argument: string, next: Next) => string>> = {
  ...STRUCTURED,
  uuid: (_, next) => uuid(next),
  upperuuid: (_, next) => uuid(next).toUpperCase(),
  /** A token of GitHub's or npm's classic layout: `{github:ghp_}`. */
  github: (prefix, next) => {
    const body = pick(ALPHABETS.alnum!, 30, next);
    return prefix + body + base62(crc32(body));
  },
  /** A signed JSON Web Token; the argument adds a claim, `{jwt:iss=you}`. */
  jwt: (claim, next) => jwt(claim, next),
  /** A JSON Web Token whose signature was cut off. */
  jwtcut: (claim, next) => jwt(claim, next).replace(/\.[^.]*$/, ''),
  /** A JSON Web Token in base64. */
  b64jwt: (claim, next) => Buffer.from(jwt(claim, next)).toString('base64'),
  /** A dollar sign that must not stand before a brace. */
  dollar: () => '$',
  /** A user name and a password in base64, as in a Basic header. */
  basic: (_, next) => Buffer.from(`deploy:${pick(ALPHABETS.alnum!, 16, next)}`).toString('base64'),
  /** A token of Atlassian's Data Center products. */
  datacenter: (_, next) => {
    const random = Array.from({ length: 20 }, () => Math.floor(next() * 256));
    return Buffer.concat([Buffer.from(`${pick(DIGITS, 12, next)}:`), Buffer.from(random)]).toString('base64');
  },
  /** A bot token of Discord: the base64 of its user's number, a time and a signature. */
  discord: (_, next) => {
    const user = Buffer.from(`1${pick(DIGITS, 18, next)}`)
      .toString('base64')
      .replace(/=+$/, '');
    return `${user}.G${pick(ALPHABETS.base64url!, 5, next)}.${pick(ALPHABETS.base64url!, 38, next)}`;
  },
  /** A team access token of Convex. */
  convex: (_, next) => Buffer.from(`{"v2":"${pick(ALPHABETS.hex!, 32, next)}"}`).toString('base64'),
  /** An API key of Elasticsearch: the base64 of an id, a colon and a secret. */
  elastic: (_, next) =>
    Buffer.from(`${pick(ALPHABETS.alnum!, 20, next)}:${pick(ALPHABETS.alnum!, 22, next)}`).toString('base64'),
  /** A value that Jenkins encrypted. */
  jenkins: (_, next) => `{AQAAABAAAAAQ${pick(ALPHABETS.base64!, 59, next)}=}`,
  /** A Docker configuration in base64. */
  dockerconfig: (_, next) => {
    const auth = Buffer.from(`deploy:${pick(ALPHABETS.alnum!, 16, next)}`).toString('base64');
    return Buffer.from(JSON.stringify({ auths: { 'registry.host': { auth } } })).toString('base64');
  },
  /** A reference token of JFrog. */
  jfrog: (_, next) =>
    Buffer.from(`reftkn:01:${pick(DIGITS, 10, next)}:${pick(ALPHABETS.alnum!, 27, next)}`).toString('base64'),
  /** A password in base64, as in a Kubernetes Secret. */
  b64password: (_, next) => Buffer.from(pick(ALPHABETS.alnum!, 16, next)).toString('base64'),
  /** JSON Web Tokens with a signature as long as RSA makes it. */
  rsajwt: (_, next) => rsaJwt({ iss: 'issuer', sub: pick(ALPHABETS.alnum!, 60, next) }, next),
  k8sjwt: (_, next) =>
    rsaJwt(
      { iss: 'kubernetes/serviceaccount', sub: `system:serviceaccount:web:${pick(LOWER, 8, next)}` },
      next,
    ),
  /** GitLab's routable layout: `{gitlab:glpat-}`. */
  gitlab: (prefix, next) => {
    const body = `${prefix}${pick(ALPHABETS.base64url!, 40, next)}.01.${(40).toString(36).padStart(2, '0')}`;
    return body + crc32(body).toString(36).padStart(7, '0');
  },
  /** A service account token of Grafana. */
  grafana: (_, next) => {
    const body = `glsa_${pick(ALPHABETS.alnum!, 32, next)}`;
    return `${body}_${littleEndian(crc32(body)).toString('hex')}`;
  },
  /** A secret of Confluent Cloud. */
  confluent: (_, next) => {
    const body = pick(ALPHABETS.base64!, 54, next);
    return `cflt${body}${littleEndian(crc32(body)).toString('base64').slice(0, 6)}`;
  },
  /** A token of Cloudflare: `{cloudflare:cfut_}`. */
  cloudflare: (prefix, next) => {
    const body = pick(ALPHABETS.alnum!, 40, next);
    return prefix + body + crc32(body).toString(16).padStart(8, '0');
  },
  /** Data in bech32 with its checksum: `{bech32:AGE-SECRET-KEY-}`. */
  bech32: (name, next) => bech32(name, next),
  /** An AWS access key id: `{awskey:AKIA}`. */
  awskey: (prefix, next) => `${prefix}R${pick(ALPHABETS.base32!, 15, next)}`,
  /** Base64 of the argument, without padding: `{b64:user}`. */
  b64: (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
};

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

function bech32(name: string, next: Next): string {
  const codes = [...name.toLowerCase()].map((char) => char.charCodeAt(0));
  const data = Array.from({ length: 52 }, () => Math.floor(next() * 32));
  const head = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  let sum = 1;
  for (const value of [...head, ...data, 0, 0, 0, 0, 0, 0]) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    if (top & 1) sum ^= 0x3b6a57b2;
    if (top & 2) sum ^= 0x26508e6d;
    if (top & 4) sum ^= 0x1ea119fa;
    if (top & 8) sum ^= 0x3d4233dd;
    if (top & 16) sum ^= 0x2a1462b3;
  }
  const check = Array.from({ length: 6 }, (_, index) => ((sum ^ 1) >> (5 * (5 - index))) & 31);
  return `${name}1${[...data, ...check].map((value) => BECH32[value]).join('')}`.toUpperCase();
}

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

function rsaJwt(claims: Readonly<Record<string, string>>, next: Next): string {
  const parts = [{ alg: 'RS256', kid: pick(ALPHABETS.alnum!, 32, next) }, claims];
  const encoded = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return [...encoded, pick(ALPHABETS.base64url!, 342, next)].join('.');
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
