/**
 * What stands between texts that are put together to be looked at in one go: no expression reaches across it, and the
 * context of a keyword ends there.
 */
export const SEPARATOR = '\n\0\n';

/** A byte range as latin1: one character a byte, so that an index in the text is an offset in the bytes. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}

/** A byte range as UTF-8; an invalid byte becomes U+FFFD. */
export function utf8(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}
