import type { Verdict } from '../checks.js';

/**
 * A seed of NATS' NKeys: base32 of two bytes that say seed and role, 32 random bytes, and their CRC-16 (XMODEM),
 * low byte first. https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth
 */
export function natsNkey(secret: string): Verdict {
  const bytes = base32(secret);
  if (bytes.length < 36) return 'refuted';
  const body = bytes.slice(0, 34);
  const sum = bytes[34]! | (bytes[35]! << 8);
  return crc16(body) === sum ? 'proven' : 'refuted';
}

function base32(text: string): readonly number[] {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const char of text) {
    value = ((value << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 0xff);
    }
  }
  return bytes;
}

function crc16(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}
