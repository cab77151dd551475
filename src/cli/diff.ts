import { policyOf, UserError, workTreeOf } from '../index.js';
import { type Args, type Command, isOn, text } from './command.js';
import { type ChosenRange, namedRange, rangeOfCi } from './range.js';
import { runScan } from './run-scan.js';
import { scanFlags } from './scan-flags.js';
import { underPolicy } from './under-policy.js';

export const command: Command = {
  usage: 'diff [BASE..HEAD]',
  describe:
    'Scans what a range of commits adds, merges and messages included; without a range, what the CI run is about.',
  flags: {
    ...scanFlags,
    deepen: { type: 'boolean', describe: 'fetch what a shallow clone lacks; uses the network' },
    'config-from': {
      type: 'string',
      choices: ['base', 'worktree'],
      describe: 'whose settings, baseline and ignore comments hold; base in CI, else worktree',
    },
    'allow-shallow': {
      type: 'boolean',
      describe: 'a range that ends at the edge of a shallow clone counts as complete',
    },
    'with-authors': { type: 'boolean', describe: 'put names and addresses of authors into the report' },
    trust: { type: 'boolean', describe: 'read a repository that belongs to another user' },
  },
  async run(args) {
    const trust = isOn(args, 'trust');
    const { source, base } = chooseRange(args);
    const from =
      text(args, 'config-from') ??
      (args.positionals.length === 0 && base !== undefined ? 'base' : 'worktree');
    if (from === 'worktree') return runScan(args, { root: workTreeOf('.', { trust }), source: () => source });
    // whoever sends a change must not decide how it is judged
    const policy = policyOf('.', base, { trust });
    return underPolicy(policy, 'as in the base', () =>
      runScan(args, {
        root: policy.directory,
        bring: policy.bring,
        repository: '.',
        source: () => source,
        inlineIgnores: false,
      }),
    );
  },
};

function chooseRange(args: Args): ChosenRange {
  const options = {
    trust: isOn(args, 'trust'),
    withAuthors: isOn(args, 'with-authors'),
    deepen: isOn(args, 'deepen'),
    allowShallow: isOn(args, 'allow-shallow'),
  };
  const [range, ...more] = args.positionals;
  if (more.length > 0) throw new UserError('diff: takes one range, BASE..HEAD');
  if (range !== undefined) return namedRange(range, 'diff', options);
  const chosen = rangeOfCi(options);
  if (!chosen)
    throw new UserError('diff: not in a CI that is known here; name the range: keyhound diff BASE..HEAD');
  return chosen;
}
