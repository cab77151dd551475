import { stagedSource } from '../index.js';
import { type Command, isOn } from './command.js';
import { runStaged } from './run-staged.js';
import { scanFlags } from './scan-flags.js';

export const command: Command = {
  usage: 'staged',
  describe: 'Scans what is about to be committed, from the index; the pre-commit hook.',
  flags: {
    ...scanFlags,
    trust: { type: 'boolean', describe: 'read a repository that belongs to another user' },
  },
  run(args) {
    const trust = isOn(args, 'trust');
    return runStaged(args, stagedSource({ trust }), { trust });
  },
};
