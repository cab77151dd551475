/** Longest output of one compressed piece, in bytes. */
const MOST = 8 << 20;

/** Whether bytes begin as gzip or zlib data do (RFC 1952, RFC 1950). */
export function isCompressed(bytes: Uint8Array): boolean {
  if (bytes.length < 3) return false;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return bytes[2] === 8;
  return (bytes[0]! & 0x0f) === 8 && bytes[0]! >> 4 <= 7 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0;
}

/** What was compressed, as far as it is whole; undefined if it is no such data, null if it is more than `most` bytes. */
export function inflateBounded(bytes: Uint8Array, most: number): Buffer | null | undefined {
  const { constants, unzipSync } = process.getBuiltinModule('node:zlib');
  try {
    return unzipSync(bytes, {
      maxOutputLength: Math.max(1, Math.min(most, MOST)),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? null : undefined;
  }
}
