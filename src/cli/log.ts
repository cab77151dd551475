import { logSource } from '../index.js';
import type { Command } from './command.js';
import { runScan } from './run-scan.js';
import { scanFlags } from './scan-flags.js';

export const command: Command = {
  usage: 'log [FILE...|-]',
  describe: 'Scans build logs as a stream, from files or standard input.',
  flags: scanFlags,
  run(args) {
    const files = args.positionals.length === 0 ? ['-'] : args.positionals;
    return runScan(args, { root: process.cwd(), source: () => logSource(files) });
  },
};
