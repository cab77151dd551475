import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../errors.js';
import { githubToken } from '../http/github-token.js';
import type { Http } from '../http/http.js';
import { createVault, type Vault } from './vault.js';

/** How to log in, as configured. Secrets are never in the configuration, only the names of variables and files. */
export type VaultAuth =
  | { readonly method: 'token' }
  | {
      readonly method: 'approle';
      readonly roleId: string;
      readonly secretIdEnv?: string;
      readonly mount?: string;
    }
  | {
      readonly method: 'jwt';
      readonly role: string;
      readonly audience?: string;
      readonly tokenEnv?: string;
      readonly mount?: string;
    }
  | {
      readonly method: 'kubernetes';
      readonly role: string;
      readonly tokenFile?: string;
      readonly mount?: string;
    };

export interface VaultPlace {
  readonly address: string;
  readonly namespace?: string;
  readonly auth: VaultAuth;
}

/** A session with a Vault. `close` revokes the token if it was made for this session. */
export interface VaultSession {
  readonly vault: Vault;
  close(): Promise<void>;
}

/** Logs in. Throws UserError for missing credentials, StoreError when the server refuses them. */
export async function openVault(
  place: VaultPlace,
  http: Http,
  env: NodeJS.ProcessEnv,
): Promise<VaultSession> {
  const { auth } = place;
  const server = { http, address: place.address, ...(place.namespace && { namespace: place.namespace }) };
  if (auth.method === 'token') {
    return { vault: createVault({ ...server, token: await ownToken(env) }), close: async () => {} };
  }
  const mount = (auth.mount ?? auth.method).replace(/^\/+|\/+$/g, '');
  const answer = await createVault(server).call(
    'POST',
    `auth/${mount}/login`,
    await credentials(auth, http, env),
  );
  const token = answer?.auth.client_token;
  if (typeof token !== 'string')
    throw new UserError(`Vault has no login at auth/${mount}: check stores.auth.mount`);
  const vault = createVault({ ...server, token });
  return {
    vault,
    close: async () => {
      await vault.call('POST', 'auth/token/revoke-self').catch(() => {});
    },
  };
}

async function credentials(
  auth: Exclude<VaultAuth, { method: 'token' }>,
  http: Http,
  env: NodeJS.ProcessEnv,
): Promise<object> {
  switch (auth.method) {
    case 'approle':
      return { role_id: auth.roleId, secret_id: variable(env, auth.secretIdEnv ?? 'VAULT_SECRET_ID') };
    case 'jwt': {
      const jwt = auth.tokenEnv
        ? variable(env, auth.tokenEnv)
        : await githubToken(http, env, auth.audience ?? 'keyhound');
      return { role: auth.role, jwt };
    }
    case 'kubernetes':
      return { role: auth.role, jwt: await serviceAccount(auth.tokenFile) };
  }
}

function variable(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new UserError(`${name} is not set: it has to hold the credential for Vault`);
  return value;
}

async function serviceAccount(file = '/var/run/secrets/kubernetes.io/serviceaccount/token'): Promise<string> {
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => {
      throw new UserError(`${file}: no service account token to log in to Vault with`);
    },
  );
}

async function ownToken(env: NodeJS.ProcessEnv): Promise<string> {
  if (env.VAULT_TOKEN) return env.VAULT_TOKEN;
  const file = join(env.HOME ?? homedir(), '.vault-token');
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text.trim() === '')
    throw new UserError(
      'no Vault token: set VAULT_TOKEN, log in with `vault login`, or configure stores.auth',
    );
  return text.trim();
}
