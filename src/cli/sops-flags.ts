import type { Flags } from './command.js';
import { reportFlags } from './store-report.js';

/** The flags of `keyhound sops`. */
export const sopsFlags: Flags = {
  ...reportFlags,
  staged: { type: 'boolean', describe: 'check: what is about to be committed' },
  history: { type: 'boolean', describe: 'check: every version of every file of the repository' },
  age: { type: 'string', multiple: true, describe: 'encrypt: recipient, instead of those of .sops.yaml' },
  'in-place': { type: 'boolean', short: 'i', describe: 'encrypt: replace the file' },
};
