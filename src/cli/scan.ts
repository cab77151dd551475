import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { findHome, listTracked, treeSource } from '../index.js';
import { type Command, isOn } from './command.js';
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
    const home = findHome(root);
    const below = relative(home, root).split(sep).join('/');
    return runScan(args, {
      root: home,
      scanned: root,
      below,
      isWhole: below === '' && targets.every((target) => resolve(target) === root),
      source: ({ limits, isExcluded }) => {
        const limit = maxFileSize ?? limits.maxFileSize;
        return treeSource({
          root,
          targets: targets.map((target) => resolve(target)),
          isExcluded: (path) => isExcluded(below === '' ? path : `${below}/${path}`),
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
