const POINTER =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-\S+ sha256:[0-9a-f]{64}\n)*oid sha256:[0-9a-f]{64}\nsize \d+\n$/;

/**
 * Whether a blob is a Git LFS pointer and nothing else; its content lies outside the repository, its id is no secret.
 * Format: git-lfs docs/spec.md.
 */
export function isLfsPointer(bytes: Uint8Array): boolean {
  return bytes.length < 1024 && bytes[0] === 0x76 && POINTER.test(Buffer.from(bytes).toString('latin1'));
}
