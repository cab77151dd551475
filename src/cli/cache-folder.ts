import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of this program in the user's cache, whether or not it is there. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'keyhound');
}
