/** `length` pseudo-random bytes in base64; what the forms below are made of. */
type Bytes = (length: number) => Buffer;

type Form = (argument: string, next: () => number) => string;

/** Kinds of example values that have a structure, beside those of fill.ts. */
export const FORMS: Readonly<Record<string, Form>> = {
  /** A macaroon as PyPI issues them; the argument is its location, `{pypi:pypi.org}`. */
  pypi: (location, next) => {
    const field = (type: number, data: Buffer) => Buffer.concat([Buffer.from([type, data.length]), data]);
    const token = [
      Buffer.from([2]),
      field(1, Buffer.from(location)),
      field(2, bytesOf(next)(36)),
      Buffer.from([0]),
      field(2, bytesOf(next)(40)),
      Buffer.from([0, 0]),
      field(6, bytesOf(next)(32)),
    ];
    return `pypi-${Buffer.concat(token).toString('base64url')}`;
  },
  /** An organization token of Sentry. */
  sentryorg: (_, next) => {
    const payload = {
      iat: 1_700_000_000.5,
      url: 'https://sentry.io',
      region_url: 'https://us.sentry.io',
      org: 'acme',
    };
    const random = bytesOf(next)(32).toString('base64').replace(/=+$/, '');
    return `sntrys_${Buffer.from(JSON.stringify(payload)).toString('base64')}_${random}`;
  },
  /** A key of Supabase's older kind for a role, `{supabase:anon}`. */
  supabase: (role, next) => {
    const payload = {
      iss: 'supabase',
      ref: 'abcdefghijklmnoprstu',
      role,
      iat: 1_700_000_000,
      exp: 2_000_000_000,
    };
    const parts = [{ alg: 'HS256', typ: 'JWT' }, payload].map((part) => Buffer.from(JSON.stringify(part)));
    return [...parts, bytesOf(next)(32)].map((part) => part.toString('base64url')).join('.');
  },
  /** A JWT signed with an RSA key of 2048 bits. */
  rsjwt: (_, next) => {
    const payload = { aud: '1', jti: bytesOf(next)(20).toString('hex'), iat: 1_700_000_000, scopes: ['all'] };
    const parts = [{ typ: 'JWT', alg: 'RS256' }, payload].map((part) => Buffer.from(JSON.stringify(part)));
    return [...parts, bytesOf(next)(256)].map((part) => part.toString('base64url')).join('.');
  },
  /** A seed of NATS, `{nkey:SU}`; its checksum is worked out here on its own, bit by bit. */
  nkey: (role, next) => {
    const first = BASE32.indexOf(role[0]!);
    const second = BASE32.indexOf(role[1]!);
    const head = Buffer.from([(first << 3) | (second >> 2), (second & 3) << 6]);
    const body = Buffer.concat([head, bytesOf(next)(32)]);
    const sum = xmodem(body);
    return base32(Buffer.concat([body, Buffer.from([sum & 255, sum >> 8])]));
  },
  /** A token of Mapbox: `{mapbox:sk}`. */
  mapbox: (prefix, next) => {
    const payload = Buffer.from(JSON.stringify({ u: 'keyhound', a: bytesOf(next)(12).toString('hex') }));
    return `${prefix}.${payload.toString('base64url')}.${bytesOf(next)(16).toString('base64url')}`;
  },
  /** A signed service token of Vault. */
  vault: (_, next) => {
    const random = bytesOf(next)(40).toString('base64').replace(/[+/=]/g, 'x').slice(0, 24);
    const inner = Buffer.concat([
      Buffer.from([0x0a, 28]),
      Buffer.from(`hvs.${random}`),
      Buffer.from([0x18, 1]),
    ]);
    const head = [Buffer.from([8, 1, 0x12, 32]), bytesOf(next)(32), Buffer.from([0x1a, inner.length])];
    return `hvs.${Buffer.concat([...head, inner]).toString('base64url')}`;
  },
  /** The body of an Ed25519 key in PKCS #8, in base64. */
  pkcs8: (_, next) =>
    Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), bytesOf(next)(32)]).toString(
      'base64',
    ),
  /** The body of an OpenSSH key; the argument names its cipher, `{openssh:none}`. */
  openssh: (cipher, next) => {
    const length = Buffer.from([0, 0, 0, cipher.length]);
    const parts = [Buffer.from('openssh-key-v1\0'), length, Buffer.from(cipher), bytesOf(next)(160)];
    return Buffer.concat(parts).toString('base64');
  },
  /** The body of a PGP key; the argument is the octet that says how it is protected, `{pgp:0}`. */
  pgp: (usage, next) => {
    const curve = Buffer.from('092b06010401da470f01', 'hex');
    const point = Buffer.concat([Buffer.from([1, 7, 0x40]), bytesOf(next)(32)]);
    const head = Buffer.from([4, 0x60, 1, 2, 3, 22]);
    const body = Buffer.concat([head, curve, point, Buffer.from([Number(usage)]), bytesOf(next)(60)]);
    return Buffer.concat([Buffer.from([0x94, body.length]), body]).toString('base64');
  },
};

function bytesOf(next: () => number): Bytes {
  return (length) => Buffer.from(Array.from({ length }, () => Math.floor(next() * 256)));
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** CRC-16 as long division of polynomials over the message's bits. */
function xmodem(bytes: Buffer): number {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  let rest = 0;
  for (const bit of `${bits}${'0'.repeat(16)}`) {
    rest = (rest << 1) | Number(bit);
    if (rest & 0x10000) rest ^= 0x11021;
  }
  return rest;
}
