import { openAwsStore, openVaultStore } from '../open.js';
import { StoreError } from '../store-error.js';
import { type Keyring, localKeyring } from './data-key.js';
import type { Recipient } from './recipients.js';

/**
 * Every key that sops would use and keyhound knows: age, gpg, AWS KMS and Vault's transit engine. Stores are spoken
 * to only when a file asks for them, and Vault only at the address of the environment, whatever the file says.
 */
export async function sopsKeyring(env: NodeJS.ProcessEnv): Promise<Keyring> {
  return {
    ...(await localKeyring(env)),
    kms: (recipient) => openKms(recipient, env),
    hc_vault: (recipient) => openTransit(recipient, env),
  };
}

async function openKms({ id, fields }: Recipient, env: NodeJS.ProcessEnv): Promise<Buffer | undefined> {
  const region = /^arn:aws[\w-]*:kms:([a-z0-9-]+):/.exec(id)?.[1];
  if (!region) return undefined;
  const profile =
    typeof fields.aws_profile === 'string' && fields.aws_profile !== ''
      ? { profile: fields.aws_profile }
      : {};
  const kms = await openAwsStore('kms', { region, ...profile }, env);
  const context = fields.context ? { EncryptionContext: fields.context } : {};
  const answer = await kms.call('Decrypt', { CiphertextBlob: String(fields.enc ?? ''), ...context });
  return typeof answer.Plaintext === 'string' ? Buffer.from(answer.Plaintext, 'base64') : undefined;
}

async function openTransit({ fields }: Recipient, env: NodeJS.ProcessEnv): Promise<Buffer | undefined> {
  const address = String(fields.vault_address ?? '').replace(/\/+$/, '');
  if (address !== (env.VAULT_ADDR ?? env.BAO_ADDR ?? '').replace(/\/+$/, '')) {
    throw new StoreError('denied', 'the file names a Vault that is not VAULT_ADDR: no token is sent there');
  }
  const { vault, close } = await openVaultStore(undefined, env);
  try {
    const path = `${fields.engine_path}/decrypt/${fields.key_name}`;
    const answer = await vault.call('POST', path, { ciphertext: String(fields.enc ?? '') });
    const plain = answer?.data.plaintext;
    return typeof plain === 'string' ? Buffer.from(plain, 'base64') : undefined;
  } finally {
    await close();
  }
}
