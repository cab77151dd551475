import type { Verdict } from '../checks.js';

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * The checksum of bech32 (BIP 173), as age writes its identities with it.
 * https://github.com/C2SP/C2SP/blob/main/age.md
 */
export function bech32(secret: string): Verdict {
  const text = secret.toLowerCase();
  const separator = text.lastIndexOf('1');
  const name = [...text.slice(0, separator)].map((char) => char.charCodeAt(0));
  const values = [...text.slice(separator + 1)].map((char) => ALPHABET.indexOf(char));
  if (values.includes(-1)) return 'refuted';
  const spread = [...name.map((code) => code >> 5), 0, ...name.map((code) => code & 31)];
  return polymod([...spread, ...values]) === 1 ? 'proven' : 'refuted';
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATORS.forEach((generator, bit) => {
      if ((top >> bit) & 1) sum ^= generator;
    });
  }
  return sum >>> 0;
}
