import { rules as builtIn, type Config, checkNames, loadConfig } from '../index.js';
import { type Args, text } from './command.js';

/**
 * The settings that hold for a directory, or those of --config. `bring` is given where the directory stands for a
 * commit, see LoadOptions.
 */
export function loadSettings(args: Args, directory: string, bring?: (path: string) => void): Promise<Config> {
  const file = text(args, 'config');
  return loadConfig(directory, {
    known: { rules: builtIn.map(({ id }) => id), checks: checkNames },
    ...(file === undefined ? {} : { file }),
    ...(bring ? { bring } : {}),
  });
}
