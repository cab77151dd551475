import { randomBytes } from 'node:crypto';
import { lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file as a whole or not at all: written beside it, synced, renamed. Keeps its mode; a new file gets `mode`.
 * A link is followed, so that the file it names is replaced and not the link.
 */
export async function writeAtomic(path: string, content: string | Buffer, mode = 0o644): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const existing = await lstat(target).catch(() => undefined);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx', existing ? existing.mode & 0o777 : mode);
  try {
    await file.writeFile(content);
    await file.sync();
    await file.close();
    await rename(temporary, target);
  } catch (error) {
    await file.close().catch(() => {});
    await rm(temporary, { force: true });
    throw error;
  }
}
