import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Names of files in which SOPS encrypts single values. */
export const DATA_FILE = /\.(?:ya?ml|json|env|ini)$|(?:^|\/)\.env[^/]*$/i;
/** How a SOPS ciphertext begins. */
export const CIPHERTEXT = 'ENC[AES256_GCM,';
/** Files larger than this are not taken for SOPS files. */
export const LARGEST = 4 << 20;

/** How an age identity begins. */
const IDENTITY = 'AGE-SECRET-KEY-';
/** Lower case: objects of a history with one of these are SOPS' business. */
export const MARKS: readonly string[] = [CIPHERTEXT.toLowerCase(), IDENTITY.toLowerCase()];
const CONFIG = /(?:^|\/)\.sops\.ya?ml$/;
/** What people call the two of an encrypted file and its decrypted copy. */
const COPY_WORD = /enc|dec|sops|plain|clear/i;

/** Whether a file speaks of SOPS by itself. */
export function isMarked(path: string, bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return (
    CONFIG.test(path) ||
    view.includes(CIPHERTEXT) ||
    view.includes(IDENTITY) ||
    (DATA_FILE.test(path) && view.includes('sops'))
  );
}

/**
 * Whether anything about a file of a work tree makes it SOPS' business: itself, a config above it, or an encrypted
 * file beside it that it may be a copy of. Needs none of the stores' code.
 */
export function createSopsConcern(root: string): (path: string, bytes: Uint8Array) => boolean {
  const governed = new Map<string, boolean>();
  function isGoverned(folder: string): boolean {
    const known = governed.get(folder);
    if (known !== undefined) return known;
    const is =
      existsSync(join(root, folder, '.sops.yaml')) ||
      (folder !== '.' && folder !== '/' && isGoverned(posix.dirname(folder)));
    governed.set(folder, is);
    return is;
  }
  return (path, bytes) =>
    isMarked(path, bytes) ||
    isGoverned(posix.dirname(path)) ||
    (DATA_FILE.test(path) && hasEncryptedSibling(root, path));
}

/** Data files of a folder, at most a thousand. */
export function dataFilesIn(root: string, folder: string): string[] {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => DATA_FILE.test(name))
    .slice(0, 1000)
    .map((name) => posix.join(folder, name));
}

/** The text of a file of a work tree; undefined if it is too large, no file or not readable. */
export function readText(root: string, path: string): string | undefined {
  const file = join(root, ...path.split('/'));
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > LARGEST) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Names that begin alike, or say that they are one of two; which of them are a pair is for the check to say. */
function hasEncryptedSibling(root: string, path: string): boolean {
  const own = posix.basename(path);
  return dataFilesIn(root, posix.dirname(path)).some((other) => {
    const name = posix.basename(other);
    if (name === own || (name[0] !== own[0] && !COPY_WORD.test(name) && !COPY_WORD.test(own))) return false;
    return readText(root, other)?.includes(CIPHERTEXT) ?? false;
  });
}
