import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import { StoreError } from '../store-error.js';
import { createCoverage, type Reading, type StoredValue } from '../stored-value.js';
import { type Keyring, openDataKey } from './data-key.js';
import { decryptSops } from './decrypt.js';
import { readSops } from './read.js';

/** Reads the encrypted values of SOPS files into memory; files that do not decrypt or verify are counted and named. */
export async function readSopsStore(
  files: readonly { path: string; file: string }[],
  keyring: Keyring,
): Promise<Reading> {
  const count = createCoverage('sops');
  const values: StoredValue[] = [];
  for (const { path, file } of files)
    values.push(...((await count.entry(path, () => readOne(path, file, keyring))) ?? []));
  return { values, coverage: count.coverage() };
}

async function readOne(path: string, file: string, keyring: Keyring): Promise<StoredValue[]> {
  try {
    const document = readSops(path, await readFile(file, 'utf8'));
    const key = await openDataKey(document.metadata ?? {}, keyring);
    const { mac, values } = decryptSops(document, key);
    key.fill(0);
    if (mac !== 'valid') throw new UserError(`its MAC is ${mac}`);
    const created = String(document.metadata?.lastmodified ?? (await stat(file)).mtime.toISOString());
    return values
      .filter(({ encrypted, plain }) => encrypted && plain.length > 0)
      .map(({ leaf, plain }) => ({
        store: 'sops',
        path,
        key: leaf.path,
        version: '',
        state: 'current',
        created,
        value: plain,
      }));
  } catch (error) {
    throw new StoreError('denied', `${path}: ${(error as Error).message}`);
  }
}
