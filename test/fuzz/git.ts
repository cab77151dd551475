import { execFileSync } from 'node:child_process';

/** What git writes to its standard output, without anybody's settings. Throws where it fails. */
export function git(directory: string, args: readonly string[], input: Uint8Array = Buffer.alloc(0)): Buffer {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = { ...Object.fromEntries(kept), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  return execFileSync('git', args, { cwd: directory, input, env, stdio: ['pipe', 'pipe', 'ignore'] });
}
