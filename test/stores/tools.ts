import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const cache =
  process.env.KEYHOUND_TEST_TOOLS ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'keyhound-tests');

const venv = join(cache, 'venv', 'bin');
const PLACES = {
  bao: join(venv, 'bao'),
  moto_server: join(venv, 'moto_server'),
  aws: join(venv, 'aws'),
  sops: join(venv, 'sops'),
  postgres: join(newestPostgres(), 'postgres'),
  initdb: join(newestPostgres(), 'initdb'),
  psql: join(newestPostgres(), 'psql'),
  age: 'age',
  'age-keygen': 'age-keygen',
  gpg: 'gpg',
  strace: 'strace',
  git: 'git',
  /** The source of sops with its published vectors: a folder. */
  'sops-source': join(cache, 'sops-source'),
} as const;

type Tool = keyof typeof PLACES;

/**
 * The reason to skip a test that needs these programs, or false. `node scripts/test-servers.mjs` installs them;
 * under CI a program that it has installed and that is not there fails the test instead.
 */
export function skipWithout(...tools: Tool[]): string | false {
  const missing = tools.filter((tool) => !isThere(PLACES[tool]));
  if (missing.length === 0) return false;
  const lost = missing.filter((tool) => installed().includes(tool));
  if (process.env.CI === 'true' && lost.length > 0)
    throw new Error(`installed by scripts/test-servers.mjs but not there: ${lost.join(', ')}`);
  return `skipped: ${missing.join(', ')} not installed, see scripts/test-servers.mjs`;
}

/** Where a program or folder is. */
export function toolPath(tool: Tool): string {
  return PLACES[tool];
}

function installed(): readonly string[] {
  const list = join(cache, 'installed.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

/** Debian keeps the server's programs out of PATH. */
function newestPostgres(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return join(root, versions[0] ?? 'none', 'bin');
}

function isThere(place: string): boolean {
  return place.includes('/') ? existsSync(place) : spawnSync(place, ['--version']).error === undefined;
}

/** A folder that is gone when the callback is done. */
export async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'keyhound-stores-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program with an environment of its own; throws with its error output when it fails. */
export function runTool(
  tool: Tool,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): string {
  const { cwd, env, input } = options;
  const scrubbed = { PATH: process.env.PATH ?? '', HOME: cwd ?? tmpdir(), ...env };
  const result = spawnSync(PLACES[tool], args, {
    cwd,
    env: scrubbed,
    input: input ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (result.status !== 0) throw new Error(`${tool} ${args[0]}: ${result.stderr || result.error}`);
  return result.stdout;
}
