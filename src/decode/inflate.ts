/** Longest output of one compressed piece, in bytes. */
const MOST = 1 << 20;

/** Whether bytes begin as gzip or zlib data do (RFC 1952, RFC 1950). */
export function isCompressed(bytes: Uint8Array): boolean {
  if (bytes.length < 3) return false;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return bytes[2] === 8;
  return (bytes[0]! & 0x0f) === 8 && bytes[0]! >> 4 <= 7 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0;
}

/** The first bytes of what was compressed, as far as it is whole and not more than a mebibyte; undefined if it is not. */
export function inflateBounded(bytes: Uint8Array): Buffer | undefined {
  const { constants, unzipSync } = process.getBuiltinModule('node:zlib');
  try {
    return unzipSync(bytes, { maxOutputLength: MOST, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}
