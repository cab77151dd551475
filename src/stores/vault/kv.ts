import { isRecord } from '../http/json.js';
import { StoreError } from '../store-error.js';
import { createCoverage, leavesOf, pathMatcher, type Reading, type StoredValue } from '../stored-value.js';
import type { Vault } from './vault.js';

/** Which entries, and whether their earlier versions too. */
export interface KvQuery {
  readonly paths: readonly string[];
  readonly versions: 'all' | 'current';
}

export interface KvMount {
  /** With a slash at its end. */
  readonly path: string;
  readonly version: 1 | 2;
}

const DEEPEST = 32;

/** Reads every key of every version of the entries that match. Throws StoreError when nothing can be read at all. */
export async function readKv(vault: Vault, query: KvQuery): Promise<Reading> {
  const count = createCoverage(`vault ${vault.address}`);
  const values: StoredValue[] = [];
  const mounts = await kvMounts(vault);
  const seen = new Set<string>();
  for (const glob of query.paths) {
    const matches = pathMatcher(glob);
    const within = mounts.filter((mount) => overlaps(glob, mount.path));
    if (within.length === 0) count.miss(glob, 'no KV engine that our token may see');
    for (const mount of within) {
      for await (const path of entries(vault, { mount, from: fixedPart(glob, mount.path) }, count.miss)) {
        const full = mount.path + path;
        if (seen.has(full) || !matches(full)) continue;
        seen.add(full);
        const read = await count.entry(full, () => readEntry(vault, { mount, path }, query.versions));
        values.push(...(read ?? []));
      }
    }
  }
  return { values, coverage: count.coverage() };
}

/** KV engines that our token may see. Tokens without rights on sys/mounts are told of those they can use. */
export async function kvMounts(vault: Vault): Promise<KvMount[]> {
  const answer = await vault.call('GET', 'sys/mounts').catch((error: unknown) => {
    if (error instanceof StoreError && error.kind === 'denied') return undefined;
    throw error;
  });
  const all = answer?.data ?? (await visibleMounts(vault));
  return Object.entries(isRecord(all) ? all : {}).flatMap(([path, mount]): KvMount[] => {
    if (!isRecord(mount) || (mount.type !== 'kv' && mount.type !== 'generic')) return [];
    const options = isRecord(mount.options) ? mount.options : {};
    return [{ path, version: options.version === '2' ? 2 : 1 }];
  });
}

async function visibleMounts(vault: Vault): Promise<unknown> {
  try {
    return (await vault.call('GET', 'sys/internal/ui/mounts'))?.data.secret;
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== 'denied') throw error;
    // A token that may not even look at itself is none: OpenBao says no more than "permission denied".
    await vault.call('GET', 'auth/token/lookup-self').catch(() => {
      throw new StoreError('expired', 'Vault does not know our token (any more), or it has no rights at all');
    });
    throw error;
  }
}

/** The mount of a path such as `secret/app/db`. */
export async function kvMountOf(vault: Vault, path: string): Promise<KvMount> {
  const mount = (await kvMounts(vault)).find(({ path: prefix }) => path.startsWith(prefix));
  if (!mount) throw new StoreError('missing', `Vault ${path}: no KV engine there that our token may see`);
  return mount;
}

/** A glob may name a mount, a place in it, or many mounts. */
function overlaps(glob: string, mount: string): boolean {
  const fixed = glob.slice(0, (glob.indexOf('*') + 1 || glob.length + 1) - 1);
  return fixed.startsWith(mount) || (glob.includes('*') && mount.startsWith(fixed)) || `${fixed}/` === mount;
}

/** The part of a glob below the mount before its first `*`: policies often allow to list no more than that. */
function fixedPart(glob: string, mount: string): string {
  const below = glob.startsWith(mount) ? glob.slice(mount.length) : '';
  const star = below.indexOf('*');
  return star < 0 ? below : below.slice(0, below.lastIndexOf('/', star) + 1);
}

type Miss = (path: string, reason: string) => void;

async function* entries(
  vault: Vault,
  { mount, from, depth = 0 }: { mount: KvMount; from: string; depth?: number },
  miss: Miss,
): AsyncGenerator<string> {
  if (from !== '' && !from.endsWith('/')) {
    yield from;
    return;
  }
  const keys = await list(vault, mount, from).catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.kind === 'sealed' || error.kind === 'expired') throw error;
    miss(`${mount.path}${from}`, `${error.kind} (list)`);
    return [];
  });
  for (const key of keys) {
    if (!key.endsWith('/')) yield from + key;
    else if (depth < DEEPEST) yield* entries(vault, { mount, from: from + key, depth: depth + 1 }, miss);
    else miss(`${mount.path}${from}${key}`, 'nested too deep');
  }
}

async function list(vault: Vault, mount: KvMount, folder: string): Promise<string[]> {
  const place = mount.version === 2 ? `${mount.path}metadata/${folder}` : mount.path + folder;
  const keys = (await vault.call('LIST', place))?.data.keys;
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
}

interface Entry {
  readonly mount: KvMount;
  readonly path: string;
}

async function readEntry(vault: Vault, entry: Entry, versions: KvQuery['versions']): Promise<StoredValue[]> {
  const { mount, path } = entry;
  if (mount.version === 1) {
    const answer = await vault.call('GET', mount.path + path);
    if (!answer) throw new StoreError('missing', `Vault ${mount.path}${path}: there is no such entry`);
    return leavesOf(answer.data).map((leaf) => ({
      store: 'vault',
      path: mount.path + path,
      version: '1',
      state: 'current',
      ...leaf,
    }));
  }
  const metadata = await versionsOf(vault, entry);
  const wanted = versions === 'current' ? metadata.filter(({ current }) => current) : metadata;
  const read = await Promise.all(wanted.map((version) => readVersion(vault, entry, version)));
  return read.flat();
}

interface KvVersion {
  readonly number: string;
  readonly current: boolean;
  readonly created?: string;
  readonly replaced?: string;
}

/** The versions that still have data. Without the right to read metadata there is only the current one. */
async function versionsOf(vault: Vault, { mount, path }: Entry): Promise<KvVersion[]> {
  const answer = await vault.call('GET', `${mount.path}metadata/${path}`).catch((error: unknown) => {
    if (error instanceof StoreError && error.kind === 'denied') return undefined;
    throw error;
  });
  if (!answer) return [{ number: '', current: true }];
  const list = isRecord(answer.data.versions) ? answer.data.versions : {};
  const newest = String(answer.data.current_version ?? '');
  return Object.entries(list).flatMap(([number, about]): KvVersion[] => {
    if (!isRecord(about) || about.destroyed === true || about.deletion_time) return [];
    const next = list[String(Number(number) + 1)];
    const replaced = isRecord(next) ? text(next.created_time) : undefined;
    const created = text(about.created_time);
    return [
      { number, current: number === newest, ...(created && { created }), ...(replaced && { replaced }) },
    ];
  });
}

async function readVersion(vault: Vault, { mount, path }: Entry, version: KvVersion): Promise<StoredValue[]> {
  const query = version.number === '' ? '' : `?version=${version.number}`;
  const answer = await vault.call('GET', `${mount.path}data/${path}${query}`);
  if (!answer && version.number === '')
    throw new StoreError('missing', `Vault ${mount.path}${path}: there is no such entry`);
  const about = isRecord(answer?.data.metadata) ? answer.data.metadata : {};
  return leavesOf(answer?.data.data ?? {}).map((leaf) => ({
    store: 'vault',
    path: mount.path + path,
    version: version.number || String(about.version ?? ''),
    state: version.current ? 'current' : 'previous',
    ...(version.created && { created: version.created }),
    ...(version.replaced && { replaced: version.replaced }),
    ...leaf,
  }));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
