import { existsSync } from 'node:fs';
import { UserError } from '../errors.js';
import { openVaultStore, traceValue } from '../stores.js';
import { type Command, text } from './command.js';
import { foundValue } from './found-value.js';
import { writeOut } from './output.js';
import { vaultStore } from './store-config.js';

export const command: Command = {
  usage: 'trace FILE:LINE | --stdin --audit-log FILE',
  describe:
    "Who read or sent a leaked value, by Vault's audit log. Vault hashes the value; the log and the output hold none.",
  flags: {
    'audit-log': { type: 'string', describe: 'a file of Vault audit entries, one JSON object a line' },
    device: { type: 'string', describe: 'the audit device it was written by; default file' },
    stdin: { type: 'boolean', describe: 'the value is on standard input' },
    config: { type: 'string', describe: 'configuration file instead of the one of the repository' },
  },
  async run(args) {
    const file = text(args, 'audit-log');
    if (!file || !existsSync(file)) throw new UserError('keyhound trace needs --audit-log FILE');
    const store = await vaultStore(args);
    const value = await foundValue(args);
    const { vault, close } = await openVaultStore(store, process.env);
    try {
      const { uses, lines, unread } = await traceValue(vault, value, {
        device: text(args, 'device') ?? 'file',
        file,
      });
      writeOut(
        uses.map(
          ({ time, operation, path, who, address }) =>
            `${[time, operation, path, who, address].map(clean).join('  ')}\n`,
        ),
      );
      const people = new Set(uses.map(({ who }) => who)).size;
      writeOut([
        `${uses.length} uses by ${people} principals in ${lines} entries${unread > 0 ? `; ${unread} entries could not be read` : ''}\n`,
      ]);
      return unread > 0 ? 3 : 0;
    } finally {
      value.fill(0);
      await close();
    }
  },
};

/** A log may hold anything: nothing in it may move the terminal. */
function clean(part: string): string {
  return part.replace(/[^\x20-\x7e]/g, '?');
}
