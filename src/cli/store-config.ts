import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.js';
import { type Config, ciRange, findHome, policyOf } from '../index.js';
import {
  type LoginStore,
  parseStores,
  pathMatcher,
  type StoreConfig,
  type StoresConfig,
  type Target,
} from '../stores.js';
import { type Args, type Flags, text, texts } from './command.js';
import { loadSettings } from './settings.js';

/** The flags that say which stores to read. */
export const storeFlags: Flags = {
  config: { type: 'string', describe: 'configuration file instead of the one of the repository' },
  vault: {
    type: 'string',
    multiple: true,
    describe: 'Vault paths to read, e.g. secret/app/**; server from VAULT_ADDR',
  },
  aws: {
    type: 'string',
    multiple: true,
    describe: 'AWS secrets to read, by the start of their name, or all',
  },
  sops: { type: 'string', multiple: true, describe: 'SOPS files to read, as globs' },
};

/** How the configuration logs in to the store of a target; undefined: as the environment says. Throws UserError. */
export async function loginTo(
  { store: type, path }: Pick<Target, 'store' | 'path'>,
  args: Args,
  env: NodeJS.ProcessEnv = process.env,
): Promise<LoginStore | undefined> {
  const { stores } = await configured(args, env);
  const all = stores.filter((store): store is LoginStore => store.type === type);
  const named = all.filter((store) => covers(store, path));
  const [chosen, ...others] = named.length > 0 ? named : all;
  if (chosen && others.some((other) => loginOf(other) !== loginOf(chosen))) {
    throw new UserError(
      `several ${type} stores are configured with different logins and any may hold ${path || 'this'}: name one with --config`,
    );
  }
  return chosen;
}

/** How the configuration logs in to Vault, for commands that are about no path in it. */
export async function vaultStore(args: Args): Promise<(LoginStore & { type: 'vault' }) | undefined> {
  const store = await loginTo({ store: 'vault', path: '' }, args);
  return store?.type === 'vault' ? store : undefined;
}

function covers(store: LoginStore, path: string): boolean {
  if (store.type === 'vault') return store.paths.some((glob) => pathMatcher(glob)(path));
  return store.names?.some((start) => path.startsWith(start)) ?? false;
}

/** Where a store is and how one logs in, to tell two apart. */
function loginOf(store: LoginStore): string {
  const { versions: _, ...rest } = store;
  const login = Object.entries(rest).filter(([key]) => !['paths', 'names', 'tags'].includes(key));
  return JSON.stringify(login.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The stores of the flags, or else of the configuration; in a pull request, of the configuration before it. */
export async function loadStores(args: Args, env: NodeJS.ProcessEnv = process.env): Promise<StoresConfig> {
  const stores = fromFlags(args);
  const config = await configured(args, env);
  const chosen = stores.length > 0 ? stores : config.stores;
  if (chosen.length === 0) {
    throw new UserError(
      'no store to read: add "stores" to the configuration, or give --vault PATH, --aws NAME or --sops FILE',
    );
  }
  return { ...config, stores: chosen };
}

async function configured(args: Args, env: NodeJS.ProcessEnv): Promise<StoresConfig> {
  const { settings, file = '' } = await trustedSettings(args, env);
  return parseStores(settings, file);
}

function fromFlags(args: Args): StoreConfig[] {
  const [vault, aws, sops] = [texts(args, 'vault'), texts(args, 'aws'), texts(args, 'sops')];
  return [
    ...(vault.length > 0
      ? [{ type: 'vault', auth: { method: 'token' }, paths: vault, versions: 'all' } as const]
      : []),
    ...(aws.length > 0
      ? [{ type: 'aws', versions: 'all', ...(aws.includes('all') ? {} : { names: aws }) } as const]
      : []),
    ...(sops.length > 0 ? [{ type: 'sops', files: sops } as const] : []),
  ];
}

/**
 * What a pull request changes in the configuration must not decide where credentials go: there, it is read from the
 * commit the request is made against.
 */
async function trustedSettings(args: Args, env: NodeJS.ProcessEnv): Promise<Config> {
  const base = text(args, 'config') === undefined ? baseCommit(env) : undefined;
  if (base === undefined) return loadSettings(args, findHome(process.cwd()));
  const policy = policyOf('.', base);
  try {
    return await loadSettings(args, policy.directory, { bring: policy.bring });
  } finally {
    policy.dispose();
  }
}

function baseCommit(env: NodeJS.ProcessEnv): string | undefined {
  const gitlab = env.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  if (gitlab) return commitId(gitlab);
  if (env.BITBUCKET_PR_ID || env.CHANGE_TARGET || env.BUILD_REASON === 'PullRequest')
    return ciRange(env)?.bases[0];
  if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request') || !env.GITHUB_EVENT_PATH) return undefined;
  const event = parse(readFile(env.GITHUB_EVENT_PATH), 'GITHUB_EVENT_PATH') as {
    pull_request?: { base?: { sha?: string } };
  };
  return commitId(event.pull_request?.base?.sha ?? '');
}

function commitId(id: string): string {
  if (!/^[0-9a-f]{40,64}$/.test(id))
    throw new UserError('the base commit of this pull request is not known: give --config');
  return id;
}

function readFile(path: string): string {
  try {
    return readFileSync(resolve(path), 'utf8');
  } catch (error) {
    throw new UserError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function parse(content: string, file: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new UserError(`${file}: not valid JSON`);
  }
}
