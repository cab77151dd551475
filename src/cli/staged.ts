import { stagedSource, workTreeOf } from '../index.js';
import { type Command, isOn } from './command.js';
import { runScan } from './run-scan.js';
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
    return runScan(args, {
      root: workTreeOf('.', { trust, ofHook: true }),
      source: () => stagedSource({ trust }),
      failOn: 'probable',
    });
  },
};
