import { createPrivateKey, createPublicKey } from 'node:crypto';

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** DER of a PKCS#8 X25519 private key up to its 32 bytes, RFC 8410. */
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** Text that has the form of an age identity, native or post-quantum. */
export const AGE_IDENTITY = /AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]{20,120}/g;

/** The public recipient an X25519 identity decrypts for; undefined if its checksum is wrong or it is of another kind. */
export function ageRecipient(identity: string): string | undefined {
  const decoded = decodeBech32(identity.toLowerCase());
  if (decoded?.prefix !== 'age-secret-key-' || decoded.data.length !== 32) return undefined;
  const der = Buffer.concat([PKCS8_X25519, decoded.data]);
  const spki = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({
    format: 'der',
    type: 'spki',
  });
  der.fill(0);
  return encodeBech32('age', spki.subarray(-32));
}

/** Whether the checksum of an identity holds, of whatever kind it is. */
export function isAgeIdentity(identity: string): boolean {
  const decoded = decodeBech32(identity.toLowerCase());
  return decoded?.data.length === 32 && /^age-secret-key-(?:pq-)?$/.test(decoded.prefix);
}

/** https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki, without its limit of 90 characters, as age uses it. */
function decodeBech32(text: string): { prefix: string; data: Buffer } | undefined {
  const one = text.lastIndexOf('1');
  const prefix = text.slice(0, one);
  const words = [...text.slice(one + 1)].map((char) => ALPHABET.indexOf(char));
  if (one < 1 || words.includes(-1) || polymod([...expand(prefix), ...words]) !== 1) return undefined;
  const data = regroup(words.slice(0, -6), 5, 8);
  return data && { prefix, data: Buffer.from(data) };
}

function encodeBech32(prefix: string, data: Uint8Array): string {
  const words = regroup([...data], 8, 5) ?? [];
  const check = polymod([...expand(prefix), ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  const sum = [5, 4, 3, 2, 1, 0].map((i) => (check >>> (5 * i)) & 31);
  return `${prefix}1${[...words, ...sum].map((word) => ALPHABET[word]).join('')}`;
}

function expand(prefix: string): number[] {
  const codes = [...prefix].map((char) => char.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [i, part] of GENERATOR.entries()) if ((top >>> i) & 1) check ^= part;
  }
  return check >>> 0;
}

/** Undefined if the bits left over are not zero padding. */
function regroup(values: readonly number[], from: number, to: number): number[] | undefined {
  const out: number[] = [];
  let bits = 0;
  let held = 0;
  for (const value of values) {
    held = ((held << from) | value) & 0xfff;
    bits += from;
    for (; bits >= to; bits -= to) out.push((held >>> (bits - to)) & ((1 << to) - 1));
  }
  const rest = (held << (to - bits)) & ((1 << to) - 1);
  if (to === 5 && bits > 0) out.push(rest);
  return to === 5 || (bits < 5 && rest === 0) ? out : undefined;
}
