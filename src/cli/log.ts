import { logSource, UserError } from '../index.js';
import type { Command } from './command.js';
import { isOn } from './command.js';
import { runScan } from './run-scan.js';
import { scanFlags } from './scan-flags.js';

export const command: Command = {
  usage: 'log [FILE...|-]   or: log --mask [--exec -- COMMAND...]',
  describe:
    'Scans build logs as a stream, from files or standard input; --mask lets them through without secrets.',
  flags: {
    ...scanFlags,
    mask: { type: 'boolean', describe: 'pass the log through, secrets replaced by ***' },
    exec: { type: 'boolean', describe: 'run the command after -- and mask what it prints' },
    'mask-env': {
      type: 'string',
      multiple: true,
      describe: 'mask the value of this environment variable too',
    },
    'mask-file': { type: 'string', multiple: true, describe: 'mask each line of this file too' },
  },
  async run(args) {
    if (isOn(args, 'mask') || isOn(args, 'exec')) return (await import('./mask-log.js')).runMask(args);
    const idle = ['mask-env', 'mask-file'].find((name) => args.values[name] !== undefined);
    if (idle) throw new UserError(`--${idle} is of use with --mask or --exec only`);
    const files = args.positionals.length === 0 ? ['-'] : args.positionals;
    return runScan(args, { root: process.cwd(), source: () => logSource(files) });
  },
};
