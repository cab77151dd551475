import { UserError } from '../errors.js';
import type { Args, Command } from './command.js';
import { sopsFlags } from './sops-flags.js';

const ACTIONS: Readonly<Record<string, () => Promise<{ run(args: Args): Promise<number> }>>> = {
  check: () => import('./sops-check.js'),
  verify: () => import('./sops-verify.js'),
  encrypt: () => import('./sops-encrypt.js'),
  set: () => import('./sops-set.js'),
};

export const command: Command = {
  usage: 'sops check [PATH...] | verify FILE... | encrypt FILE | set FILE KEY',
  describe:
    'check: what SOPS should have encrypted and did not; no key, no network. verify: decrypts with your keys and ' +
    'holds the MAC against the values. encrypt, set: write SOPS files for age recipients; a value to set is read from standard input.',
  flags: sopsFlags,
  async run(args) {
    const [action = '', ...positionals] = args.positionals;
    const load = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!load)
      throw new UserError(`keyhound sops ${action}: must be one of ${Object.keys(ACTIONS).join(', ')}`);
    return (await load()).run({ ...args, positionals });
  },
};
