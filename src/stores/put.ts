import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.js';
import { writeAtomic } from './atomic-write.js';
import type { Aws } from './aws/aws.js';
import type { LoginStore } from './config.js';
import { isRecord } from './http/json.js';
import { openAwsStore, openVaultStore } from './open.js';
import { openDataKey } from './sops/data-key.js';
import { decryptSops } from './sops/decrypt.js';
import { sopsKeyring } from './sops/keyring.js';
import { readSops } from './sops/read.js';
import { keysOf, setSopsValue } from './sops/write.js';
import { StoreError } from './store-error.js';
import { formatTarget, type Target } from './target.js';
import { kvMountOf } from './vault/kv.js';
import type { Vault } from './vault/vault.js';

/** A value to be stored. `replace`: another value may be there and is to be replaced; else that is a conflict. */
export interface Put {
  readonly target: Target;
  readonly value: Buffer;
  readonly replace: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** How the configuration logs in to the target's store; default as the environment says. */
  readonly store?: LoginStore;
}

/** The version that now holds the value, as the store names it. */
export type Stored = { readonly version: string; readonly written: boolean };

/**
 * Stores one value and proves it: written only if nobody else wrote meanwhile, read back, compared. Other keys of the
 * entry stay. Throws StoreError or UserError with nothing changed.
 */
export async function putValue(put: Put): Promise<Stored> {
  if (put.target.key === '')
    throw new UserError(`${formatTarget(put.target)}: name the key, as in ${formatTarget(put.target)}#KEY`);
  if (!isText(put.value)) throw new UserError('only text can be stored under a key');
  if (put.target.store === 'vault') return putVault(put);
  return put.target.store === 'aws' ? putAws(put) : putSops(put);
}

async function putVault(put: Put): Promise<Stored> {
  const store = put.store?.type === 'vault' ? put.store : undefined;
  const { vault, close } = await openVaultStore(store, put.env);
  try {
    return await writeKv(vault, put);
  } finally {
    await close();
  }
}

async function writeKv(vault: Vault, { target, value, replace }: Put): Promise<Stored> {
  const mount = await kvMountOf(vault, target.path);
  if (mount.version !== 2)
    throw new UserError(
      `${formatTarget(target)}: KV version 1 cannot write without overwriting others; use a version 2 engine`,
    );
  const path = `${mount.path}data/${target.path.slice(mount.path.length)}`;
  const before = await readKvEntry(vault, path);
  const there = before.data[target.key];
  if (isSame(there, value)) return { version: String(before.version), written: false };
  if (there !== undefined && !replace) throw conflict(target);
  const data = { ...before.data, [target.key]: value.toString('utf8') };
  const written = await vault.call('POST', path, { options: { cas: before.version }, data });
  const version = String(written?.data.version ?? '');
  const after = await vault.call('GET', `${path}?version=${version}`);
  const stored = isRecord(after?.data.data) ? after.data.data[target.key] : undefined;
  if (!isSame(stored, value)) throw unproven(target);
  return { version, written: true };
}

/** The data of an entry, also of one whose newest version was deleted, with the version to compare and set against. */
async function readKvEntry(
  vault: Vault,
  path: string,
  tries = 3,
): Promise<{ data: Record<string, unknown>; version: number }> {
  const answer = await vault.call('GET', path);
  if (answer) {
    const metadata = isRecord(answer.data.metadata) ? answer.data.metadata : {};
    return {
      data: isRecord(answer.data.data) ? answer.data.data : {},
      version: Number(metadata.version ?? 0),
    };
  }
  const metadata = (await vault.call('GET', path.replace('/data/', '/metadata/')).catch(() => undefined))
    ?.data;
  if (!metadata) return { data: {}, version: 0 };
  const newest = isRecord(metadata.versions)
    ? metadata.versions[String(metadata.current_version)]
    : undefined;
  const gone = isRecord(newest) && (newest.destroyed === true || newest.deletion_time !== '');
  // It came into being between the two questions: what is in it now must not be lost.
  if (!gone && Number(metadata.current_version) > 0 && tries > 0) return readKvEntry(vault, path, tries - 1);
  return { data: {}, version: Number(metadata.current_version ?? 0) };
}

async function putAws(put: Put): Promise<Stored> {
  const { target, value, replace } = put;
  const store = put.store?.type === 'aws' ? put.store : {};
  const aws = await openAwsStore('secretsmanager', store, put.env);
  const before = await aws
    .call('GetSecretValue', { SecretId: target.path, VersionStage: 'AWSCURRENT' })
    .catch(ifMissing);
  const data = before ? jsonSecret(before, target) : {};
  const there = data[target.key];
  if (before && isSame(there, value)) return { version: String(before.VersionId), written: false };
  if (there !== undefined && !replace) throw conflict(target);
  const text = JSON.stringify({ ...data, [target.key]: value.toString('utf8') });
  const version = before
    ? await nextVersion(aws, { id: target.path, text, from: String(before.VersionId) })
    : await create(aws, target.path, text);
  const after = await aws.call('GetSecretValue', { SecretId: target.path, VersionStage: 'AWSCURRENT' });
  if (!isSame(jsonSecret(after, target)[target.key], value)) throw unproven(target);
  return { version, written: true };
}

async function create(aws: Aws, name: string, text: string): Promise<string> {
  const made = await aws.call('CreateSecret', {
    Name: name,
    SecretString: text,
    ClientRequestToken: randomUUID(),
  });
  return String(made.VersionId);
}

/**
 * Secrets Manager has no check-and-set, but a label moves only from the version it is on: the new version is written
 * under a label of ours, and becomes AWSCURRENT if the version that was read still is.
 */
async function nextVersion(
  aws: Aws,
  { id, text, from }: { id: string; text: string; from: string },
): Promise<string> {
  const label = `keyhound-${randomUUID()}`;
  const input = {
    SecretId: id,
    SecretString: text,
    ClientRequestToken: randomUUID(),
    VersionStages: [label],
  };
  const version = String((await aws.call('PutSecretValue', input)).VersionId);
  const stage = (VersionStage: string, fields: object): Promise<unknown> =>
    aws.call('UpdateSecretVersionStage', { SecretId: id, VersionStage, ...fields });
  try {
    await stage('AWSCURRENT', { MoveToVersionId: version, RemoveFromVersionId: from });
  } finally {
    await stage(label, { RemoveFromVersionId: version });
  }
  return version;
}

async function putSops(put: Put): Promise<Stored> {
  const { target, value, replace, env } = put;
  const text = await readFile(target.path, 'utf8').catch(() => {
    throw new UserError(`${target.path}: no such SOPS file; make it with sops or keyhound sops encrypt`);
  });
  const keyring = await sopsKeyring(env);
  const document = readSops(target.path, text);
  const keys = keysOf(document, target.key);
  const there = await sopsValue(target.path, text, keys, keyring);
  if (there && isSame(there.toString('utf8'), value)) return { version: '', written: false };
  if (there && !replace) throw conflict(target);
  const changed = await setSopsValue(target.path, text, { keys, value, keyring, now: new Date() });
  if ((await readFile(target.path, 'utf8')) !== text)
    throw new StoreError('conflict', `${target.path}: changed meanwhile; nothing was written`);
  await writeAtomic(target.path, changed);
  const after = await sopsValue(target.path, await readFile(target.path, 'utf8'), keys, keyring);
  if (!after || !isSame(after.toString('utf8'), value)) throw unproven(target);
  return { version: '', written: true };
}

async function sopsValue(
  path: string,
  text: string,
  keys: readonly string[],
  keyring: Awaited<ReturnType<typeof sopsKeyring>>,
): Promise<Buffer | undefined> {
  const document = readSops(path, text);
  const key = await openDataKey(document.metadata ?? {}, keyring);
  const { values } = decryptSops(document, key);
  key.fill(0);
  return values.find(({ leaf }) => leaf.keys.join('\0') === keys.join('\0'))?.plain;
}

function jsonSecret(
  { SecretString: text }: Record<string, unknown>,
  target: Target,
): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(String(text));
    if (isRecord(json)) return json;
  } catch {
    // Said below.
  }
  throw new UserError(
    `${formatTarget(target)}: that secret is there and is no JSON map; choose another name`,
  );
}

function ifMissing(error: unknown): undefined {
  if (error instanceof StoreError && error.kind === 'missing') return undefined;
  throw error;
}

/** Compares without telling by time how much is equal. */
function isSame(stored: unknown, value: Buffer): boolean {
  if (typeof stored !== 'string') return false;
  const key = randomBytes(32);
  const digest = (data: string | Buffer): Buffer => createHmac('sha256', key).update(data).digest();
  return timingSafeEqual(digest(stored), digest(value));
}

function isText(value: Buffer): boolean {
  return Buffer.from(value.toString('utf8')).equals(value);
}

function conflict(target: Target): StoreError {
  return new StoreError(
    'conflict',
    `${formatTarget(target)} holds another value already; nothing was changed`,
  );
}

function unproven(target: Target): StoreError {
  return new StoreError(
    'failed',
    `${formatTarget(target)} was written but reads back differently; the source was left as it is`,
  );
}
