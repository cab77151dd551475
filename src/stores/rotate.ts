import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../errors.js';
import type { Aws } from './aws/aws.js';
import type { LoginStore } from './config.js';
import { isRecord } from './http/json.js';
import { openAwsStore, openVaultStore } from './open.js';
import { putValue } from './put.js';
import { StoreError } from './store-error.js';
import { formatTarget, type Target } from './target.js';

/** What to rotate, and the new value where the store cannot make one itself. */
export interface Rotation {
  readonly target: Target;
  readonly value?: Buffer;
  readonly env: NodeJS.ProcessEnv;
  /** How the configuration logs in to the target's store; default as the environment says. */
  readonly store?: LoginStore;
  /** How long to wait for AWS; default 2 minutes. */
  readonly patienceMs?: number;
}

/** How a target is rotated, in words, before anything is done. */
export function describeRotation({ target, value }: Pick<Rotation, 'target' | 'value'>): string {
  const engine = databaseCall(target);
  if (engine) return `Vault makes a new password in the database (${engine})`;
  if (value) return `writes the value from standard input to ${formatTarget(target)}`;
  if (target.store === 'aws' && target.key === '')
    return `asks AWS to run the rotation of ${target.path} and waits for it`;
  throw new UserError(
    `${formatTarget(target)} cannot make a new value itself: change it where it is used, then give the new one on standard input with --stdin`,
  );
}

/** Rotates and proves it. The result says what is current now. Throws StoreError when it is not certain. */
export async function rotate(rotation: Rotation): Promise<string> {
  const { target, value, env } = rotation;
  const engine = databaseCall(target);
  if (engine) return rotateDatabase(engine, rotation);
  if (value) {
    const { version, written } = await putValue({ ...rotation, value, replace: true });
    if (!written)
      throw new UserError(`${formatTarget(target)} holds this value already: that is no rotation`);
    return `${formatTarget(target)} holds the new value${version === '' ? '' : ` as version ${version}`}`;
  }
  describeRotation(rotation);
  return rotateAws(
    await openAwsStore('secretsmanager', rotation.store?.type === 'aws' ? rotation.store : {}, env),
    target.path,
    rotation.patienceMs ?? 120_000,
  );
}

/** `database/static-roles/NAME` and `database/config/NAME` are rotated by the engine. */
function databaseCall({ store, path, key }: Target): string | undefined {
  const [, mount, kind, name] = /^(.+)\/(static-roles|static-creds|config)\/([^/]+)$/.exec(path) ?? [];
  // An entry of a KV engine may have such a path too, but a value in it has a key.
  if (store !== 'vault' || key !== '' || !mount || !name) return undefined;
  return `${mount}/${kind === 'config' ? 'rotate-root' : 'rotate-role'}/${name}`;
}

async function rotateDatabase(call: string, { store, env }: Rotation): Promise<string> {
  const { vault, close } = await openVaultStore(store?.type === 'vault' ? store : undefined, env);
  try {
    if (!(await vault.call('POST', call)))
      throw new StoreError('missing', `Vault ${call}: there is no such role`);
    return `Vault rotated ${call}`;
  } finally {
    await close();
  }
}

/** Done when AWSCURRENT has moved and AWSPENDING is gone or on that same version: AWS leaves it either way. */
async function rotateAws(aws: Aws, name: string, patienceMs: number): Promise<string> {
  const about = await aws.call('DescribeSecret', { SecretId: name });
  if (about.RotationEnabled !== true)
    throw new UserError(
      `aws:${name} has no rotation set up: give the new value with --stdin, or set up its Lambda`,
    );
  const before = await stages(aws, name);
  await aws.call('RotateSecret', { SecretId: name, RotateImmediately: true });
  for (let waited = 0; waited <= patienceMs; waited += 2000) {
    const now = await stages(aws, name);
    if (now.current !== before.current && (now.pending === undefined || now.pending === now.current))
      return `aws:${name} is at version ${now.current}`;
    await wait(2000);
  }
  throw new StoreError(
    'failed',
    `aws:${name}: the rotation has begun and is not done yet; look at its Lambda`,
  );
}

async function stages(aws: Aws, name: string): Promise<{ current?: string; pending?: string }> {
  const { Versions: list } = await aws.call('ListSecretVersionIds', { SecretId: name });
  const versions = Array.isArray(list) ? list.filter(isRecord) : [];
  const at = (stage: string): string | undefined => {
    const version = versions.find(({ VersionStages: on }) => Array.isArray(on) && on.includes(stage));
    return version && String(version.VersionId);
  };
  const [current, pending] = [at('AWSCURRENT'), at('AWSPENDING')];
  return { ...(current && { current }), ...(pending && { pending }) };
}
