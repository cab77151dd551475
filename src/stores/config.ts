import { UserError } from '../errors.js';
import { isRecord } from './http/json.js';
import type { VaultAuth } from './vault/login.js';

/** A Vault or OpenBao server and what to read of it. */
export interface VaultStore {
  readonly type: 'vault';
  /** Default: VAULT_ADDR. If both are set they must agree: credentials go to no address the environment does not know. */
  readonly address?: string;
  readonly namespace?: string;
  readonly caCert?: string;
  readonly auth: VaultAuth;
  readonly paths: readonly string[];
  readonly versions: 'all' | 'current';
}

/** AWS Secrets Manager in one region. */
export interface AwsStore {
  readonly type: 'aws';
  readonly region?: string;
  readonly profile?: string;
  readonly roleArn?: string;
  readonly audience?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly names?: readonly string[];
  readonly versions: 'all' | 'current';
}

/** Encrypted files of the repository. */
export interface SopsStore {
  readonly type: 'sops';
  readonly files: readonly string[];
}

/** A store that one logs in to. */
export type LoginStore = VaultStore | AwsStore;

export type StoreConfig = VaultStore | AwsStore | SopsStore;

export interface StoresConfig {
  readonly stores: readonly StoreConfig[];
  readonly values: {
    readonly minLength?: number;
    readonly ignoreKeys?: readonly string[];
    readonly indexMinBits?: number;
  };
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  vault: ['type', 'address', 'namespace', 'caCert', 'auth', 'paths', 'versions'],
  aws: ['type', 'region', 'profile', 'roleArn', 'audience', 'tags', 'names', 'versions'],
  sops: ['type', 'files'],
};
const AUTH: Readonly<
  Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>
> = {
  token: { required: [], optional: [] },
  approle: { required: ['roleId'], optional: ['secretIdEnv', 'mount'] },
  jwt: { required: ['role'], optional: ['audience', 'tokenEnv', 'mount'] },
  kubernetes: { required: ['role'], optional: ['tokenFile', 'mount'] },
};

/** Checks the keys `stores` and `storeValues` of a configuration. Throws UserError naming file and key. */
export function parseStores(root: unknown, file: string): StoresConfig {
  const fail = (key: string, what: string): never => {
    throw new UserError(`${file}: ${key} ${what}`);
  };
  const { stores = [], storeValues = {} } = isRecord(root) ? root : {};
  if (!Array.isArray(stores)) fail('stores', 'must be a list');
  if (!isRecord(storeValues)) fail('storeValues', 'must be a map');
  const list = (stores as unknown[]).map((store, index) =>
    parseStore(store, (key, what) => fail(`stores[${index}]${key}`, what)),
  );
  return { stores: list, values: parseValues(storeValues as Record<string, unknown>, fail) };
}

type Fail = (key: string, what: string) => never;

function parseStore(store: unknown, fail: Fail): StoreConfig {
  if (!isRecord(store)) return fail('', 'must be a map');
  const type = String(store.type);
  const known = Object.hasOwn(KEYS, type) ? KEYS[type] : undefined;
  if (!known) return fail('.type', `must be one of ${Object.keys(KEYS).join(', ')}`);
  for (const key of Object.keys(store))
    if (!known.includes(key)) fail(`.${key}`, `is unknown; known keys: ${known.join(', ')}`);
  const versions = store.versions ?? 'all';
  if (versions !== 'all' && versions !== 'current') fail('.versions', 'must be all or current');
  for (const key of ['paths', 'files', 'names'])
    if (store[key] !== undefined && !isTexts(store[key])) fail(`.${key}`, 'must be a list of texts');
  for (const key of ['address', 'namespace', 'caCert', 'region', 'profile', 'roleArn', 'audience']) {
    if (store[key] !== undefined && typeof store[key] !== 'string') fail(`.${key}`, 'must be a text');
  }
  const needed = type === 'vault' ? 'paths' : type === 'sops' ? 'files' : undefined;
  if (needed && !store[needed]) fail(`.${needed}`, 'is missing');
  const auth = type === 'vault' ? { auth: parseAuth(store.auth ?? 'token', fail) } : {};
  return { ...store, ...(type !== 'sops' && { versions }), ...auth } as StoreConfig;
}

function parseAuth(auth: unknown, fail: Fail): VaultAuth {
  if (auth === 'token') return { method: 'token' };
  if (!isRecord(auth)) return fail('.auth', `must be a map with method: ${Object.keys(AUTH).join(', ')}`);
  const method = String(auth.method);
  const fields = Object.hasOwn(AUTH, method) ? AUTH[method] : undefined;
  if (!fields) return fail('.auth.method', `must be one of ${Object.keys(AUTH).join(', ')}`);
  const known = ['method', ...fields.required, ...fields.optional];
  for (const [key, value] of Object.entries(auth)) {
    if (!known.includes(key)) fail(`.auth.${key}`, `is unknown; known keys: ${known.join(', ')}`);
    if (typeof value !== 'string') fail(`.auth.${key}`, 'must be a text');
  }
  for (const key of fields.required) if (!auth[key]) fail(`.auth.${key}`, 'is missing');
  return auth as unknown as VaultAuth;
}

function parseValues(
  values: Record<string, unknown>,
  fail: (key: string, what: string) => never,
): StoresConfig['values'] {
  const known = ['minLength', 'ignoreKeys', 'indexMinBits'];
  for (const key of Object.keys(values))
    if (!known.includes(key)) fail(`storeValues.${key}`, `is unknown; known keys: ${known.join(', ')}`);
  for (const key of ['minLength', 'indexMinBits']) {
    if (values[key] !== undefined && !Number.isInteger(values[key]))
      fail(`storeValues.${key}`, 'must be a whole number');
  }
  if (values.ignoreKeys !== undefined && !isTexts(values.ignoreKeys))
    fail('storeValues.ignoreKeys', 'must be a list of texts');
  return values as StoresConfig['values'];
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
