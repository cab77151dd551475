import type { Verdict } from '../checks.js';

/**
 * PyPI's tokens are macaroons in libmacaroons' binary format 2: packets of type, length and data, a signature of 32
 * bytes at the end. https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt
 */
export function pypiMacaroon(secret: string): Verdict {
  const bytes = Buffer.from(secret.slice(secret.indexOf('-') + 1), 'base64url');
  let at = 1;
  while (at < bytes.length) {
    const type = bytes[at++]!;
    if (type === END_OF_SECTION) continue;
    const [length, from] = varint(bytes, at);
    if (type === SIGNATURE) return length === 32 && bytes.length === from + 32 ? 'proven' : 'plausible';
    if (!KNOWN.has(type)) return 'plausible';
    at = from + length;
  }
  return 'plausible';
}

const END_OF_SECTION = 0;
const SIGNATURE = 6;
/** Location, identifier, verification id. */
const KNOWN: ReadonlySet<number> = new Set([1, 2, 4]);

/** The number at `at` and the offset behind it; lengths above two bytes do not occur. */
function varint(bytes: Buffer, at: number): readonly [number, number] {
  const low = bytes[at] ?? 0;
  return low < 128 ? [low, at + 1] : [(low & 127) | ((bytes[at + 1] ?? 0) << 7), at + 2];
}
