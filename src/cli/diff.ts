import { readFileSync } from 'node:fs';
import { ciRange, ciSource, policyOf, rangeSource, type Source, UserError, workTreeOf } from '../index.js';
import { type Args, type Command, isOn, text } from './command.js';
import { runScan } from './run-scan.js';
import { scanFlags } from './scan-flags.js';

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
    const from = text(args, 'config-from') ?? (args.positionals.length === 0 ? 'base' : 'worktree');
    if (from === 'worktree') return runScan(args, { root: workTreeOf('.', { trust }), source: () => source });
    // whoever sends a change must not decide how it is judged
    const policy = policyOf('.', base, { trust });
    try {
      return await runScan(args, {
        root: policy.directory,
        bring: policy.bring,
        repository: '.',
        source: () => source,
        inlineIgnores: false,
      });
    } finally {
      policy.dispose();
    }
  },
};

function chooseRange(args: Args): { readonly source: Source; readonly base: string | undefined } {
  const options = { trust: isOn(args, 'trust'), withAuthors: isOn(args, 'with-authors') };
  const [range, ...more] = args.positionals;
  if (more.length > 0) throw new UserError('diff: takes one range, BASE..HEAD');
  if (range !== undefined) {
    const [, base, head] = /^(.+?)\.{2,3}(.*)$/.exec(range) ?? [];
    if (base === undefined) throw new UserError(`diff ${range}: must be BASE..HEAD`);
    const allowShallow = isOn(args, 'allow-shallow');
    return {
      source: rangeSource({ ...options, allowShallow, heads: [head || 'HEAD'], bases: [base] }),
      base,
    };
  }
  const found = ciRange(process.env, githubEvent());
  if (!found)
    throw new UserError('diff: not in a CI that is known here; name the range: keyhound diff BASE..HEAD');
  const { source, policyCommit } = ciSource(found, { ...options, deepen: isOn(args, 'deepen') });
  return { source, base: policyCommit };
}

function githubEvent(): unknown {
  const file = process.env.GITHUB_EVENT_PATH;
  if (file === undefined) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UserError(
      'GITHUB_EVENT_PATH: names no readable event; name the range: keyhound diff BASE..HEAD',
    );
  }
}
