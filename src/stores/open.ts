import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';
import { type Aws, createAws } from './aws/aws.js';
import { CONTAINER_HOSTS } from './aws/container.js';
import { awsCredentials } from './aws/credentials.js';
import { readProfile } from './aws/profile.js';
import type { AwsStore, VaultStore } from './config.js';
import { createHttp, type Http } from './http/http.js';
import { openVault, type VaultSession } from './vault/login.js';
import { withoutLogin } from './vault/vault.js';

/** What holds without any configuration: the address and the token of the environment. */
const OF_ENVIRONMENT: VaultStore = {
  type: 'vault',
  auth: { method: 'token' },
  paths: [],
  versions: 'current',
};

/** A session with a configured Vault: the address is the configuration's, and the environment's where it names one. */
export async function openVaultStore(
  store: VaultStore = OF_ENVIRONMENT,
  env: NodeJS.ProcessEnv,
): Promise<VaultSession> {
  const address = vaultAddress(store, env);
  const namespace = store.namespace ?? env.VAULT_NAMESPACE;
  const http = createHttp({ env, ...certificates(store.caCert ?? env.VAULT_CACERT) });
  return openVault({ address, auth: store.auth, ...(namespace && { namespace }) }, http, env);
}

/** The AWS service of a configured store. */
export async function openAwsStore(
  service: 'secretsmanager' | 'kms',
  store: Omit<AwsStore, 'type' | 'versions'>,
  env: NodeJS.ProcessEnv,
): Promise<Aws> {
  const region = await regionOf(store, env);
  const http: Http = createHttp({ env, plain: CONTAINER_HOSTS, ...certificates(env.AWS_CA_BUNDLE) });
  return createAws(service, {
    http,
    env,
    region,
    credentials: await awsCredentials({ ...store, region }, http, env),
  });
}

async function regionOf(
  store: Pick<AwsStore, 'region' | 'profile'>,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const named = store.region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
  const region = named || (await readProfile(store.profile ?? env.AWS_PROFILE ?? 'default', env)).region;
  if (region && /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(region)) return region;
  throw new UserError(
    region
      ? `${JSON.stringify(region)} is no AWS region: set AWS_REGION or stores.region`
      : 'no AWS region: set AWS_REGION or stores.region',
  );
}

function vaultAddress({ address }: VaultStore, env: NodeJS.ProcessEnv): string {
  const own = env.VAULT_ADDR ?? env.BAO_ADDR;
  if (address && own && trim(address) !== trim(own)) {
    throw new UserError(
      `stores.address is ${withoutLogin(trim(address))} but VAULT_ADDR is ${withoutLogin(trim(own))}: make them agree, no token is sent to an address in doubt`,
    );
  }
  const chosen = own ?? address;
  if (!chosen) throw new UserError('no Vault address: set VAULT_ADDR or stores.address');
  try {
    return trim(new URL(chosen).href);
  } catch {
    throw new UserError('the Vault address is no URL');
  }
}

function trim(address: string): string {
  return address.replace(/\/+$/, '');
}

function certificates(file: string | undefined): { ca?: string } {
  if (!file) return {};
  try {
    return { ca: readFileSync(file, 'utf8') };
  } catch {
    throw new UserError(`${file}: the certificates to trust cannot be read`);
  }
}
