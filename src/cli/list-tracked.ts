import { spawnSync } from 'node:child_process';

/** Tracked files and untracked ones that are not ignored, relative to the directory; undefined outside a work tree. */
export function listTracked(directory: string): readonly string[] | undefined {
  const { status, stdout } = spawnSync(
    'git',
    [
      '--no-optional-locks',
      '-c',
      'core.fsmonitor=false',
      'ls-files',
      '-z',
      '--cached',
      '--others',
      '--exclude-standard',
      '--deduplicate',
    ],
    { cwd: directory, maxBuffer: 1 << 30, encoding: 'utf8' },
  );
  if (status !== 0) return undefined;
  return stdout.split('\0').filter((path) => path !== '');
}
