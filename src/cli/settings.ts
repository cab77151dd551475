import {
  rules as builtIn,
  type Config,
  checkNames,
  type KnownNames,
  type LoadOptions,
  loadConfig,
} from '../index.js';
import { type Args, text } from './command.js';
import { STORE_RULES } from './store-rules.js';

/**
 * The settings that hold for a directory, or those of --config. `bring` and `packages` are given where the directory
 * stands for a commit, see LoadOptions.
 */
export function loadSettings(
  args: Args,
  directory: string,
  standing: Pick<LoadOptions, 'bring' | 'packages'> = {},
): Promise<Config> {
  const file = text(args, 'config');
  return loadConfig(directory, {
    ...standing,
    known: knownNames(),
    ...(file === undefined ? {} : { file }),
  });
}

/** What a configuration may name: keyhound's own rules and checks, and more rules where some are known. */
export function knownNames(more: readonly string[] = []): KnownNames {
  return { rules: [...builtIn.map(({ id }) => id), ...STORE_RULES, ...more], checks: checkNames };
}
