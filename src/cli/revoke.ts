import { UserError } from '../errors.js';
import {
  lookupLease,
  lookupToken,
  openVaultStore,
  revokeLease,
  revokeToken,
  type TokenFacts,
  type Vault,
} from '../stores.js';
import { type Args, type Command, isOn, text } from './command.js';
import { foundValue } from './found-value.js';
import { writeOut } from './output.js';
import { vaultStore } from './store-config.js';

export const command: Command = {
  usage: 'revoke FILE:LINE | --stdin | --lease ID',
  describe:
    'Looks a leaked Vault token or lease up, with your own token and only at your own server, and revokes it with --yes. ' +
    'The leaked token itself is never used.',
  flags: {
    stdin: { type: 'boolean', describe: 'the token is on standard input' },
    lease: { type: 'string', describe: 'a lease id, or with / at its end a prefix of leases' },
    yes: { type: 'boolean', describe: 'revoke it' },
    config: { type: 'string', describe: 'configuration file instead of the one of the repository' },
  },
  async run(args) {
    const { vault, close } = await openVaultStore(await vaultStore(args), process.env);
    try {
      const lease = text(args, 'lease');
      return lease ? await aboutLease(vault, lease, args) : await aboutToken(vault, args);
    } finally {
      await close();
    }
  },
};

async function aboutToken(vault: Vault, args: Args): Promise<number> {
  const value = await foundValue(args);
  try {
    const token = value.toString('utf8');
    const known = await lookupToken(vault, token);
    if (!known) return none('The server does not know this token: revoked, expired, or of another server.');
    show(known, 'Revoking it also revokes every token and lease made with it.');
    if (!isOn(args, 'yes')) return none('Nothing was changed; add --yes to revoke it.');
    await revokeToken(vault, token);
    if (await lookupToken(vault, token))
      throw new UserError('the server still knows the token after revoking it');
    return none('Revoked; the server does not know it any more.');
  } finally {
    value.fill(0);
  }
}

async function aboutLease(vault: Vault, lease: string, args: Args): Promise<number> {
  if (!/^[\w./-]+$/.test(lease)) throw new UserError('--lease is not the id of a lease');
  const known = lease.endsWith('/') ? undefined : await lookupLease(vault, lease);
  if (!known && !lease.endsWith('/'))
    return none('The server does not know this lease: revoked, expired, or of another server.');
  if (known) show(known, 'Revoking it removes what was made for it, such as a database user.');
  if (!isOn(args, 'yes')) return none('Nothing was changed; add --yes to revoke.');
  await revokeLease(vault, lease);
  return none('Revoked.');
}

function show({ kind, facts }: TokenFacts, warning: string): void {
  const lines = Object.entries(facts).map(([name, value]) => `  ${name}: ${value}\n`);
  writeOut([`A ${kind} that is valid now:\n`, ...lines, `${warning}\n`]);
}

function none(message: string): number {
  writeOut([`${message}\n`]);
  return 0;
}
