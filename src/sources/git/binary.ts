import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, sep } from 'node:path';
import { UserError } from '../../errors.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The absolute path of git: `KEYHOUND_GIT`, or the first one on PATH that is outside the scanned tree, so that a
 * repository cannot bring its own. Throws UserError where there is none.
 */
export function findGit(env: Environment, scannedTree: string): string {
  const named = env.KEYHOUND_GIT;
  if (named !== undefined && isAbsolute(named) && isProgram(named)) return named;
  if (named !== undefined) throw new UserError('KEYHOUND_GIT: must be the absolute path of a git program');
  const tree = realPath(scannedTree) + sep;
  let isInside = false;
  for (const directory of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    // an empty or relative entry means the current directory: whatever is scanned lies there
    if (!isAbsolute(directory)) continue;
    const program = join(directory, process.platform === 'win32' ? 'git.exe' : 'git');
    if (!isProgram(program)) continue;
    if (!realPath(program).startsWith(tree) && !program.startsWith(tree)) return program;
    isInside = true;
  }
  throw new UserError(
    isInside
      ? 'git: the only one on PATH lies inside the scanned tree and is not run; set KEYHOUND_GIT to its path if you trust it'
      : 'git: not found on PATH; install git 2.32 or newer',
  );
}

function isProgram(path: string): boolean {
  try {
    if (process.platform !== 'win32') accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
