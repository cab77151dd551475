import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The index file of a work tree in the user's cache, whether or not it is there. */
export function cachedIndex(workTree: string, env: Environment = process.env): string {
  const id = createHash('sha256').update(realpathSync(workTree)).digest('hex').slice(0, 16);
  return join(folderOf(env), `${id}.idx`);
}

/** Whether there is an index for a work tree. */
export function hasIndex(workTree: string, env: Environment = process.env): boolean {
  return existsSync(folderOf(env)) && existsSync(cachedIndex(workTree, env));
}

function folderOf(env: Environment): string {
  return join(env.XDG_CACHE_HOME ?? join(env.HOME ?? homedir(), '.cache'), 'keyhound');
}
