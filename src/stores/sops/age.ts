import { readFile } from 'node:fs/promises';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../errors.js';
import { runChild } from '../child.js';
import { AGE_IDENTITY } from './age-identity.js';

const INSTALL =
  'age keys need the package age-encryption: run `npm install age-encryption` where keyhound is installed';

/** The age identities that sops would use, from its variables and its key file. Never printed, never passed on. */
export async function ageIdentities(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const texts = [env.SOPS_AGE_KEY, await fromFile(env), await fromCommand(env)];
  return texts.flatMap((text) => text?.match(AGE_IDENTITY) ?? []);
}

/** Decrypts an armored age file with the first identity that fits; undefined when none does. */
export async function decryptAge(
  armored: string,
  identities: readonly string[],
): Promise<Buffer | undefined> {
  if (identities.length === 0) return undefined;
  const age = await loadAge();
  const decrypter = new age.Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return Buffer.from(await decrypter.decrypt(age.armor.decode(armored)));
  } catch {
    return undefined;
  }
}

/** Encrypts for one recipient, armored. Throws `UserError` if the recipient is none that age-encryption knows. */
export async function encryptAge(plain: Buffer, recipient: string): Promise<string> {
  const age = await loadAge();
  const encrypter = new age.Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new UserError(
      `age recipient ${recipient.slice(0, 80)} is not supported here: use sops for SSH keys and plugins`,
    );
  }
  return age.armor.encode(await encrypter.encrypt(plain));
}

async function loadAge(): Promise<typeof import('age-encryption')> {
  try {
    return await import('age-encryption');
  } catch {
    throw new UserError(INSTALL);
  }
}

async function fromFile(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (env.SOPS_AGE_KEY_FILE) {
    return readFile(env.SOPS_AGE_KEY_FILE, 'utf8').catch(() => {
      throw new UserError('SOPS_AGE_KEY_FILE names a file that cannot be read');
    });
  }
  return readFile(join(configFolder(env), 'sops', 'age', 'keys.txt'), 'utf8').catch(() => undefined);
}

function configFolder(env: NodeJS.ProcessEnv): string {
  if (env.XDG_CONFIG_HOME) return env.XDG_CONFIG_HOME;
  const home = env.HOME ?? homedir();
  return platform() === 'darwin' ? join(home, 'Library', 'Application Support') : join(home, '.config');
}

async function fromCommand(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const [command, ...args] = (env.SOPS_AGE_KEY_CMD ?? '').split(/\s+/).filter((word) => word !== '');
  if (!command) return undefined;
  const output = await runChild({
    command,
    args,
    env,
    missing: 'SOPS_AGE_KEY_CMD names a program that is not there',
  });
  if (!output) throw new UserError('SOPS_AGE_KEY_CMD failed');
  return output.toString('utf8');
}
