import { createHash } from 'node:crypto';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.js';

/** The index file of a work tree in the user's cache, whether or not it is there. */
export function cachedIndex(workTree: string, env: NodeJS.ProcessEnv = process.env): string {
  const id = createHash('sha256').update(realpathSync(workTree)).digest('hex').slice(0, 16);
  return join(cacheFolder(env), `${id}.idx`);
}

/** Whether there is an index for a work tree. Digests its path only where there is an index of some work tree. */
export function hasIndex(workTree: string, env: NodeJS.ProcessEnv = process.env): boolean {
  const folder = cacheFolder(env);
  if (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith('.idx'))) return false;
  return existsSync(cachedIndex(workTree, env));
}
