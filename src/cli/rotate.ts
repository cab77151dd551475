import { UserError } from '../errors.js';
import { describeRotation, parseTarget, rotate } from '../stores.js';
import { type Command, isOn } from './command.js';
import { writeOut } from './output.js';
import { readStdin } from './read-stdin.js';
import { loginTo } from './store-config.js';

export const command: Command = {
  usage: 'rotate vault:MOUNT/PATH#KEY | vault:database/static-roles/NAME | aws:NAME | sops:FILE#KEY',
  describe:
    'Replaces a secret in its store, as far as the store can do it: Vault database roles and AWS secrets with a rotation ' +
    'make their own new value; for others the new one is read from standard input. Says what it would do; does it with --yes.',
  flags: {
    stdin: { type: 'boolean', describe: 'the new value is on standard input' },
    yes: { type: 'boolean', describe: 'do it' },
    config: { type: 'string', describe: 'configuration file instead of the one of the repository' },
  },
  async run(args) {
    const [place, ...more] = args.positionals;
    if (!place || more.length > 0)
      throw new UserError('keyhound rotate needs one target, such as vault:secret/app/db#password');
    const target = parseTarget(place);
    const value = isOn(args, 'stdin') ? await readStdin() : undefined;
    try {
      const what = describeRotation({ target, ...(value && { value }) });
      if (!isOn(args, 'yes')) {
        writeOut([`Would do: ${what}. Nothing was changed; add --yes.\n`]);
        return 0;
      }
      const store = target.store === 'sops' ? undefined : await loginTo(target, args);
      const done = await rotate({
        target,
        env: process.env,
        ...(value && { value }),
        ...(store && { store }),
      });
      writeOut([`${done}\n`]);
      return 0;
    } finally {
      value?.fill(0);
    }
  },
};
