import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../errors.js';
import { parseStores, type StoreConfig, type StoresConfig, type VaultStore } from '../stores.js';
import { type Args, type Flags, text, texts } from './command.js';

/** The flags that say which stores to read. */
export const storeFlags: Flags = {
  config: { type: 'string', describe: 'configuration file instead of .keyhound.json' },
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

const FILE = '.keyhound.json';

/** How the configuration logs in to Vault, for commands that change it; undefined: with the token of the environment. */
export function vaultStore(args: Args, env: NodeJS.ProcessEnv = process.env): VaultStore | undefined {
  return configured(args, env).stores.find((store): store is VaultStore => store.type === 'vault');
}

/** The stores of the flags, or else of the configuration; in a pull request, of the configuration before it. */
export function loadStores(args: Args, env: NodeJS.ProcessEnv = process.env): StoresConfig {
  const stores = fromFlags(args);
  const config = configured(args, env);
  const chosen = stores.length > 0 ? stores : config.stores;
  if (chosen.length === 0) {
    throw new UserError(
      `no store to read: add "stores" to ${FILE}, or give --vault PATH, --aws NAME or --sops FILE`,
    );
  }
  return { ...config, stores: chosen };
}

function configured(args: Args, env: NodeJS.ProcessEnv): StoresConfig {
  const named = text(args, 'config');
  const file = named ?? FILE;
  const content = named ? readFile(named) : trustedConfig(env);
  return content === undefined ? { stores: [], values: {} } : parseStores(parse(content, file), file);
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
function trustedConfig(env: NodeJS.ProcessEnv): string | undefined {
  const base = baseCommit(env);
  if (base === undefined) return readFile(join(process.cwd(), FILE), true);
  const args = ['--no-optional-locks', '-c', 'core.fsmonitor=false', 'cat-file'];
  const known = spawnSync('git', [...args, '-e', `${base}^{commit}`], { stdio: 'ignore' });
  if (known.status !== 0)
    throw new UserError(
      `the base commit ${base} is not here: check out with fetch-depth: 0, or give --config`,
    );
  const { status, stdout } = spawnSync('git', [...args, 'blob', `${base}:${FILE}`], {
    encoding: 'utf8',
    maxBuffer: 1 << 20,
  });
  return status === 0 ? stdout : undefined;
}

function baseCommit(env: NodeJS.ProcessEnv): string | undefined {
  const gitlab = env.CI_MERGE_REQUEST_DIFF_BASE_SHA;
  if (gitlab) return commitId(gitlab);
  if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request') || !env.GITHUB_EVENT_PATH) return undefined;
  const event = parse(readFile(env.GITHUB_EVENT_PATH) ?? '{}', 'GITHUB_EVENT_PATH') as {
    pull_request?: { base?: { sha?: string } };
  };
  return commitId(event.pull_request?.base?.sha ?? '');
}

function commitId(id: string): string {
  if (!/^[0-9a-f]{40,64}$/.test(id))
    throw new UserError('the base commit of this pull request is not known: give --config');
  return id;
}

function readFile(path: string, optional = false): string | undefined {
  try {
    return readFileSync(resolve(path), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && optional) return undefined;
    throw new UserError(`${path}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`}`);
  }
}

function parse(content: string, file: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new UserError(`${file}: not valid JSON`);
  }
}
