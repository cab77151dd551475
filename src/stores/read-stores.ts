import { UserError } from '../errors.js';
import { readSecrets } from './aws/secrets.js';
import type { StoreConfig } from './config.js';
import { openAwsStore, openVaultStore } from './open.js';
import { sopsKeyring } from './sops/keyring.js';
import { readSopsStore } from './sops/store.js';
import { StoreError } from './store-error.js';
import type { Coverage, Reading, StoredValue } from './stored-value.js';
import { readKv } from './vault/kv.js';
import { withoutLogin } from './vault/vault.js';

/** What all stores together hold, and what of them could not be read. */
export interface StoresReading {
  readonly values: readonly StoredValue[];
  readonly coverage: readonly Coverage[];
}

/** Lists the files of the repository that match globs. */
export type ListFiles = (globs: readonly string[]) => readonly { path: string; file: string }[];

/** Reads every configured store into memory. A store that cannot be read at all is in the coverage, never left out. */
export async function readStores(
  stores: readonly StoreConfig[],
  env: NodeJS.ProcessEnv,
  list: ListFiles,
): Promise<StoresReading> {
  const readings: Reading[] = [];
  for (const store of stores) {
    try {
      readings.push(await readStore(store, env, list));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      const name =
        store.type === 'vault'
          ? `vault ${withoutLogin(store.address ?? env.VAULT_ADDR ?? '')}`
          : store.type === 'aws'
            ? `aws ${store.region ?? ''}`
            : 'sops';
      readings.push({
        values: [],
        coverage: {
          store: name.trim(),
          entries: 0,
          read: 0,
          missed: [{ path: '', reason: `${error.kind}: ${error.message}` }],
        },
      });
    }
  }
  return {
    values: readings.flatMap(({ values }) => values),
    coverage: readings.map(({ coverage }) => coverage),
  };
}

async function readStore(store: StoreConfig, env: NodeJS.ProcessEnv, list: ListFiles): Promise<Reading> {
  if (store.type === 'aws') return readSecrets(await openAwsStore('secretsmanager', store, env), store);
  if (store.type === 'sops') {
    const files = list(store.files);
    if (files.length === 0) throw new UserError(`no file matches ${store.files.join(', ')}`);
    return readSopsStore(files, await sopsKeyring(env));
  }
  const { vault, close } = await openVaultStore(store, env);
  try {
    return await readKv(vault, store);
  } finally {
    await close();
  }
}

/** Overwrites every value. The strings JSON was parsed into are beyond reach: V8 collects them when it likes. */
export function zeroValues(values: readonly { readonly value: Buffer }[]): void {
  for (const { value } of values) value.fill(0);
}
