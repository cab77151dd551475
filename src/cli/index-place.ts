import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { workTreeOf } from '../index.js';
import { cachedIndex } from './cached-index.js';
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
