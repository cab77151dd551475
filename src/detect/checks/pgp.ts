/**
 * Whether the first secret key packet is behind a passphrase: the octet behind the public part says so
 * (RFC 9580, section 5.5.3). Unknown versions and algorithms count as protected, what is cut before it does not.
 */
export function isProtectedPgpKey(bytes: Buffer): boolean {
  const body = packetBody(bytes);
  if (body[0] !== 4) return true;
  const usage = body[publicPartEnd(body)];
  return usage !== undefined && usage !== 0;
}

/** Behind the header: one octet of tag and one to five of length. */
function packetBody(bytes: Buffer): Buffer {
  const first = bytes[0]!;
  if (!(first & 0x40)) return bytes.subarray(1 + (1 << Math.min(first & 3, 2)));
  const length = bytes[1]!;
  return bytes.subarray(length < 192 ? 2 : length < 255 ? 3 : 6);
}

/** Version, four octets of time and the algorithm stand before the numbers of the key. */
function publicPartEnd(body: Buffer): number {
  const shape = SHAPES[body[5]!];
  if (!shape) return -1;
  let at = 6;
  for (const field of shape) at += field === 'number' ? numberLength(body, at) : 1 + (body[at] ?? 0);
  return at;
}

type Field = 'number' | 'octets';
/** By algorithm: RSA, ElGamal, DSA, ECDH, ECDSA, EdDSA; `octets` is a text of one octet of length. */
const SHAPES: Readonly<Record<number, readonly Field[]>> = {
  1: ['number', 'number'],
  16: ['number', 'number', 'number'],
  17: ['number', 'number', 'number', 'number'],
  18: ['octets', 'number', 'octets'],
  19: ['octets', 'number'],
  22: ['octets', 'number'],
};

/** A number is two octets of its length in bits, and its octets. */
function numberLength(body: Buffer, at: number): number {
  return at + 2 > body.length ? body.length : 2 + Math.ceil(body.readUInt16BE(at) / 8);
}
