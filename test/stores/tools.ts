import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const cache =
  process.env.KEYHOUND_TEST_TOOLS ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'keyhound-tests');

const PLACES = {
  bao: join(cache, 'venv', 'bin', 'bao'),
  moto_server: join(cache, 'venv', 'bin', 'moto_server'),
  aws: join(cache, 'venv', 'bin', 'aws'),
  sops: join(cache, 'bin', 'sops'),
  age: 'age',
  'age-keygen': 'age-keygen',
  gpg: 'gpg',
  strace: 'strace',
  git: 'git',
} as const;

type Tool = keyof typeof PLACES;

/**
 * The reason to skip a test that needs these programs, or false. `node scripts/test-servers.mjs` installs them;
 * once it has run under CI, a program that is not there fails the test instead.
 */
export function skipWithout(...tools: Tool[]): string | false {
  const missing = tools.filter((tool) => !isThere(PLACES[tool]));
  if (missing.length === 0) return false;
  if (process.env.CI === 'true' && existsSync(join(cache, 'installed'))) {
    throw new Error(`installed by scripts/test-servers.mjs but not there: ${missing.join(', ')}`);
  }
  return `skipped: ${missing.join(', ')} not installed, see scripts/test-servers.mjs`;
}
/** Where a program is. */
export function toolPath(tool: Tool): string {
  return PLACES[tool];
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
