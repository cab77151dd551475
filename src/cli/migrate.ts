import { UserError } from '../errors.js';
import {
  applyMigration,
  formatTarget,
  type MigrationPlan,
  parseTarget,
  planMigration,
  type Target,
} from '../stores.js';
import { type Command, isOn, text } from './command.js';
import { findLiteral } from './find-literal.js';
import { writeOut } from './output.js';
import { loginTo } from './store-config.js';

export const command: Command = {
  usage: 'migrate FILE:LINE --to vault:MOUNT/PATH#KEY | aws:NAME#KEY | sops:FILE#KEY',
  describe:
    'Moves a found literal into a secret store and replaces it by the reference its file type has. Shows the change; ' +
    'with --apply it writes the store (never over another value), reads back, compares, and only then edits the file.',
  flags: {
    to: { type: 'string', describe: 'where the value goes' },
    name: { type: 'string', describe: 'environment variable for the reference; default: from the line' },
    apply: { type: 'boolean', describe: 'do it' },
    config: { type: 'string', describe: 'configuration file instead of the one of the repository' },
  },
  async run(args) {
    const [place, ...more] = args.positionals;
    const to = text(args, 'to');
    if (!place || !to || more.length > 0)
      throw new UserError('keyhound migrate needs FILE:LINE and --to TARGET');
    const target = parseTarget(to);
    if (target.key === '') throw new UserError(`--to ${to}: name the key, as in ${to}#password`);
    const { file, ...literal } = await findLiteral(place);
    const name = text(args, 'name');
    const migration = { literal, file, target, ...(name && { name }) };
    const plan = planMigration(migration);
    writeOut([
      plan.diff,
      ...(plan.replacement
        ? []
        : [`${literal.path}: no reference is known for this type of file; it will stay as it is\n`]),
    ]);
    if (!isOn(args, 'apply')) {
      writeOut([
        `Would store the value as ${formatTarget(target)}; nothing was changed. Add --apply to do it.\n`,
      ]);
      return 0;
    }
    const store = target.store === 'sops' ? undefined : await loginTo(target, args);
    const stored = await applyMigration(migration, plan, { env: process.env, ...(store && { store }) });
    writeOut(afterwards(target, stored, plan));
    return 0;
  },
};

function afterwards(
  target: Target,
  { version, written }: { version: string; written: boolean },
  plan: MigrationPlan,
): string[] {
  const where = `${formatTarget(target)}${version === '' ? '' : ` (version ${version})`}`;
  const steps = [
    ...(plan.replacement ? [] : ['Replace the literal by hand.\n']),
    ...(plan.replacement?.note ? [`${plan.replacement.note}\n`] : []),
    'The old value is still in the history, so it is still leaked: rotate it, then keyhound known --history must say "previous".\n',
  ];
  return [
    `${written ? 'Stored and read back' : 'Was there already'}: ${where}\n`,
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ];
}
