import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { listTracked, treeSource } from '../index.js';
import { type Command, isOn } from './command.js';
import { excluder } from './exclude.js';
import { runScan } from './run-scan.js';
import { scanFlags, size } from './scan-flags.js';

export const command: Command = {
  usage: 'scan [PATH...]',
  describe:
    'Scans files below the paths. In a git work tree: tracked files and untracked ones that are not ignored.',
  flags: {
    ...scanFlags,
    'no-gitignore': { type: 'boolean', describe: 'in a git work tree too, scan every file that is there' },
  },
  run(args) {
    const targets = args.positionals.length === 0 ? ['.'] : args.positionals;
    const root = targets.length === 1 && isDirectory(targets[0]!) ? resolve(targets[0]!) : process.cwd();
    const maxFileSize = size(args, 'max-file-size');
    return runScan(args, {
      root,
      source: (config) => {
        const limit = maxFileSize ?? config.maxFileSize;
        return treeSource({
          root,
          targets: targets.map((target) => resolve(target)),
          isExcluded: excluder(config.exclude),
          ...(isOn(args, 'no-gitignore') ? {} : { listTracked }),
          ...(limit === undefined ? {} : { maxFileSize: limit }),
        });
      },
    });
  },
};

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
