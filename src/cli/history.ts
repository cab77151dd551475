import { historySource, UserError } from '../index.js';
import { cacheFolder } from './cache-folder.js';
import { type Command, isOn, text, texts } from './command.js';
import { runScan } from './run-scan.js';
import { scanFlags } from './scan-flags.js';

export const command: Command = {
  usage: 'history [PATH]',
  describe: 'Scans every object of a git repository once: refs, reflogs, stashes, tags, notes and messages.',
  flags: {
    ...scanFlags,
    unreachable: { type: 'boolean', describe: 'also objects that nothing refers to any more' },
    branch: {
      type: 'string',
      multiple: true,
      describe: 'only what this branch or commit reaches; repeatable',
    },
    since: { type: 'string', describe: 'only what commits since then added: 2026-01-31, or "2 weeks ago"' },
    path: { type: 'string', multiple: true, describe: 'only what commits added below this path; repeatable' },
    'allow-shallow': { type: 'boolean', describe: 'a shallow clone counts as complete' },
    'with-authors': { type: 'boolean', describe: 'put names and addresses of authors into the report' },
    cache: {
      type: 'string',
      describe: "folder for what need not be looked at again; default the user's cache",
    },
    'no-cache': { type: 'boolean', describe: 'look at everything, and keep nothing for the next time' },
    'verify-objects': {
      type: 'boolean',
      describe: 'compare the id of every object with its content, as git fsck does',
    },
    trust: { type: 'boolean', describe: 'read a repository that belongs to another user' },
  },
  run(args) {
    const [path = '.', ...more] = args.positionals;
    if (more.length > 0) throw new UserError('history: takes one repository');
    const branches = texts(args, 'branch');
    const paths = texts(args, 'path');
    const since = text(args, 'since');
    const common = {
      path,
      withAuthors: isOn(args, 'with-authors'),
      trust: isOn(args, 'trust'),
      ...(branches.length > 0 ? { branches } : {}),
    };
    return runScan(args, {
      root: path,
      versions: (some) => historySource({ ...common, paths: some }),
      source: () =>
        historySource({
          ...common,
          ...(isOn(args, 'no-cache') ? {} : { cache: text(args, 'cache') ?? cacheFolder() }),
          unreachable: isOn(args, 'unreachable'),
          verifyObjects: isOn(args, 'verify-objects'),
          allowShallow: isOn(args, 'allow-shallow'),
          ...(paths.length > 0 ? { paths } : {}),
          ...(since === undefined ? {} : { since }),
        }),
    });
  },
};
