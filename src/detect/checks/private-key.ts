import type { Verdict } from '../checks.js';
import { type PemBlock, readPem } from './pem.js';
import { isProtectedPgpKey } from './pgp.js';

/**
 * A private key in PEM (RFC 7468), in OpenSSH's or in PGP's format, that anybody can use who has the file: one behind
 * a passphrase is not. Its body must be one: a label around nothing, around prose, or with dots for the rest is no key.
 */
export function clearPrivateKey(secret: string): Verdict {
  const block = readPem(secret);
  if (!block || isProtected(block)) return 'refuted';
  return judgeBody(block);
}

function judgeBody({ bytes, base64, isElided, isClosed }: PemBlock): Verdict {
  if (bytes.length < 32 || isElided) return 'refuted';
  const missing = derMissing(bytes);
  if (missing !== undefined && (missing < 4 || (!isClosed && bytes.length > 150))) return 'proven';
  if (isOpenSsh(bytes) || isPgp(bytes)) return 'proven';
  // cut or altered on purpose: still a key's remains if it is long and looks random
  return new Set(base64).size >= 32 && bytes.length >= 60 ? 'plausible' : 'refuted';
}

function isProtected({ label, headers, bytes }: PemBlock): boolean {
  if (label.includes('ENCRYPTED') || headers.includes('ENCRYPTED')) return true;
  if (isOpenSsh(bytes)) return bytes.subarray(19, 23).toString('latin1') !== 'none';
  return isPgp(bytes) && isProtectedPgpKey(bytes);
}

/** openssh/PROTOCOL.key: a magic text, then the name of the cipher, its length first. */
function isOpenSsh(bytes: Buffer): boolean {
  return bytes.subarray(0, 15).toString('latin1') === 'openssh-key-v1\0';
}

/** RFC 9580 section 4.2: a packet of tag 5 (secret key) or 7 (its subkey), in either format of header. */
function isPgp(bytes: Buffer): boolean {
  const first = bytes[0] ?? 0;
  const tag = first & 0x40 ? first & 0x3f : (first >> 2) & 0x0f;
  return first >= 0x80 && (tag === 5 || tag === 7);
}

/**
 * How many bytes are missing of a DER sequence that begins as keys do: with a version (PKCS #1, PKCS #8, SEC 1, DSA)
 * or with an algorithm (encrypted PKCS #8). Nothing for any other bytes.
 */
function derMissing(bytes: Buffer): number | undefined {
  if (bytes[0] !== 0x30) return undefined;
  const first = bytes[1]!;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 3) return undefined;
  const at = 2 + lengthBytes;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(2, lengthBytes);
  const isVersion = bytes[at] === 0x02 && bytes[at + 1] === 1 && bytes[at + 2]! <= 3;
  const isAlgorithm = bytes[at] === 0x30 && bytes[at + 2] === 0x06;
  return isVersion || isAlgorithm ? Math.max(0, at + length - bytes.length) : undefined;
}
