import { fstatSync, readFileSync } from 'node:fs';
import {
  messageSource,
  parsePrePush,
  parsePreReceive,
  policyOf,
  pushSource,
  rangeSource,
  type Source,
  stagedSource,
  UserError,
  workTreeOf,
} from '../index.js';
import { type Command, isOn } from './command.js';
import { runScan } from './run-scan.js';
import { runStaged } from './run-staged.js';
import { scanFlags } from './scan-flags.js';
import { underPolicy } from './under-policy.js';

/** The hooks of git that keyhound can be, and what each is given. */
const HOOKS: Readonly<Record<string, (args: readonly string[], trust: boolean) => Source>> = {
  'pre-commit': (_, trust) => stagedSource({ trust }),
  'pre-merge-commit': (_, trust) => stagedSource({ trust }),
  'commit-msg': ([file], trust) => {
    if (file === undefined) throw new UserError('hook commit-msg: needs the file of the message, "$1"');
    return messageSource(file, { trust });
  },
  'pre-push': ([remote], trust) => prePush(remote ?? process.env.PRE_COMMIT_REMOTE_NAME ?? '', trust),
  'pre-receive': (_, trust) => {
    const input = standardInput();
    if (input === undefined)
      throw new UserError('hook pre-receive: needs what git writes to its standard input');
    return pushSource(parsePreReceive(input), undefined, { trust });
  },
};

/** Hooks that run before a commit is there. */
const OF_COMMIT = new Set(['pre-commit', 'pre-merge-commit', 'commit-msg']);

export const command: Command = {
  usage: 'hook NAME [-- ARGS...]',
  describe: `What a git hook runs: ${Object.keys(HOOKS).join(', ')}.`,
  flags: {
    ...scanFlags,
    trust: { type: 'boolean', describe: 'read a repository that belongs to another user' },
  },
  async run(args) {
    const [name = '', ...given] = args.positionals;
    const open = Object.hasOwn(HOOKS, name) ? HOOKS[name] : undefined;
    if (!open)
      throw new UserError(`hook ${JSON.stringify(name)}: must be one of ${Object.keys(HOOKS).join(', ')}`);
    const trust = isOn(args, 'trust');
    const source = open(given, trust);
    if (OF_COMMIT.has(name)) return runStaged(args, source, { trust });
    const common = { source: () => source, failOn: 'probable' } as const;
    if (name === 'pre-push')
      return runScan(args, { root: workTreeOf('.', { trust, ofHook: true }), ...common });
    // a server has no work tree, and what is pushed must not decide how it is judged
    const policy = policyOf('.', 'HEAD', { trust, ofHook: true });
    return underPolicy(policy, 'as in HEAD', () =>
      runScan(args, { root: policy.directory, bring: policy.bring, ...common, inlineIgnores: false }),
    );
  },
};

function prePush(remote: string, trust: boolean): Source {
  // the pre-commit framework reads standard input itself and says the range by environment
  const { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to } = process.env;
  if (to)
    return rangeSource({ heads: [to], bases: [], optionalBases: from ? [from] : [], trust, ofHook: true });
  const input = standardInput();
  // some hook managers keep git's list of refs to themselves: then it is what is checked out that is pushed
  const updates = input === undefined ? [{ before: '0', after: 'HEAD' }] : parsePrePush(input);
  return pushSource(updates, remote, { trust });
}

/** What git wrote for the hook; undefined where nobody could have: it is closed, a terminal or a null device. */
function standardInput(): string | undefined {
  try {
    return fstatSync(0).isCharacterDevice() ? undefined : readFileSync(0, 'utf8');
  } catch {
    return undefined;
  }
}
