import { UserError } from '../../errors.js';
import { runChild } from '../child.js';
import { StoreError } from '../store-error.js';
import { ageIdentities, decryptAge } from './age.js';
import { type KeyKind, keyGroups, type Recipient } from './recipients.js';
import { combineShares } from './shamir.js';

/** Decrypts a data key that was encrypted for one master key; undefined when that key is not ours. */
export type Unwrap = (recipient: Recipient) => Promise<Buffer | undefined>;

/** How each kind of master key is used; kinds that are left out are not tried. */
export type Keyring = Partial<Readonly<Record<KeyKind, Unwrap>>>;

/** The keys of this machine that need no network: age identities and gpg. */
export async function localKeyring(env: NodeJS.ProcessEnv): Promise<Keyring> {
  const identities = await ageIdentities(env);
  return {
    age: ({ fields }) => decryptAge(String(fields.enc ?? ''), identities),
    pgp: ({ fields }) => decryptPgp(String(fields.enc ?? ''), env),
  };
}

/**
 * The data key of a file: from any of its keys, or, with key groups, from as many groups as its threshold asks.
 * Throws `UserError` when no key at hand opens it. The caller zeroes the buffer.
 */
export async function openDataKey(
  metadata: Readonly<Record<string, unknown>>,
  keyring: Keyring,
): Promise<Buffer> {
  const groups = keyGroups(metadata);
  const parts: Buffer[] = [];
  const failures: string[] = [];
  const needed = groups.length > 1 ? threshold(metadata, groups.length) : 1;
  for (const group of groups) {
    const part = parts.length < needed && (await openGroup(group, keyring, failures));
    if (part) parts.push(part);
  }
  const key = parts.length < needed ? undefined : groups.length > 1 ? combineShares(parts) : parts[0];
  if (key?.length === 32) return key;
  const kinds = [...new Set(groups.flat().map(({ kind }) => kind))].join(', ') || 'none';
  const why = failures.length > 0 ? `; ${failures[0]}` : '';
  throw new UserError(
    `no key at hand decrypts this file (keys in the file: ${kinds}; groups opened: ${parts.length} of ${needed}${why})`,
  );
}

function threshold(metadata: Readonly<Record<string, unknown>>, groups: number): number {
  const wanted = Number(metadata.shamir_threshold);
  return Number.isInteger(wanted) && wanted > 0 ? wanted : groups;
}

/** Another key or group may do: a missing program or store only matters when none does. */
async function openGroup(
  group: readonly Recipient[],
  keyring: Keyring,
  failures: string[],
): Promise<Buffer | undefined> {
  for (const recipient of group) {
    try {
      const part = await keyring[recipient.kind]?.(recipient);
      if (part) return part;
    } catch (error) {
      if (!(error instanceof UserError) && !(error instanceof StoreError)) throw error;
      failures.push(error.message);
    }
  }
  return undefined;
}

function decryptPgp(armored: string, env: NodeJS.ProcessEnv): Promise<Buffer | undefined> {
  if (!armored.includes('BEGIN PGP MESSAGE')) return Promise.resolve(undefined);
  const args = ['--batch', '--no-tty', '--quiet', '--no-options', '--decrypt'];
  const missing = 'PGP keys need gpg: install GnuPG';
  return runChild({ command: env.SOPS_GPG_EXEC || 'gpg', args, input: Buffer.from(armored), env, missing });
}
