import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { workTreeOf } from '../index.js';
import { type Args, text } from './command.js';

/** Where the index of this repository is: in the user's cache, never in a work tree. */
export function indexPlace(args: Args, env: NodeJS.ProcessEnv = process.env): string {
  const named = text(args, 'out');
  const file = named ? resolve(named) : cachedIndex(workTreeOf('.', {}), env);
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git')))
      throw new UserError(
        `${file}: an index can be guessed against and does not belong into a work tree; choose another place`,
      );
    if (folder === dirname(folder)) return file;
  }
}

/** The index file of a work tree, whether or not it is there. */
export function cachedIndex(workTree: string, env: NodeJS.ProcessEnv = process.env): string {
  const id = createHash('sha256').update(realpathSync(workTree)).digest('hex').slice(0, 16);
  return join(env.XDG_CACHE_HOME ?? join(env.HOME ?? homedir(), '.cache'), 'keyhound', `${id}.idx`);
}
