import { existsSync, lstatSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.js';
import { writeFileAtomically } from '../output.js';
import {
  addToScript,
  HOOK_NAMES,
  type HookName,
  hookBlock,
  isEmptyScript,
  removeFromScript,
} from './script.js';

/** A directory of shell hooks, and how new ones are written there. */
export interface ShellHooks {
  readonly directory: string;
  /** Who put the lines there. */
  readonly by: string;
  /** Lines that make the command findable. */
  readonly setup?: string;
  /** Git runs these files itself: they need a shebang and the run bit. */
  readonly isRunByGit: boolean;
}

/** Adds keyhound to every hook, beside what is there; the same again changes nothing. Gives the paths changed. */
export function installShellHooks(hooks: ShellHooks): readonly string[] {
  const changes = HOOK_NAMES.map((hook) => {
    const path = join(hooks.directory, hook);
    const before = readScript(path);
    const script = before ?? (hooks.isRunByGit ? '#!/bin/sh\n' : '');
    return { path, before, after: addToScript(script, hookBlock(hook, hooks.by, hooks.setup)) };
  });
  // all are checked before the first is written
  return changes
    .filter(({ before, after }) => before !== after)
    .map(({ path, after }) => {
      writeFileAtomically(path, [after], modeOf(path) ?? (hooks.isRunByGit ? 0o755 : 0o644));
      return path;
    });
}

/** Removes keyhound's lines, and hooks that hold nothing else. Gives the paths changed. */
export function uninstallShellHooks(directory: string): readonly string[] {
  const changed: string[] = [];
  for (const hook of HOOK_NAMES) {
    const path = join(directory, hook);
    const before = readScript(path);
    if (before === undefined) continue;
    const after = removeFromScript(before);
    if (after === before) continue;
    if (isEmptyScript(after)) rmSync(path);
    else writeFileAtomically(path, [after], modeOf(path));
    changed.push(path);
  }
  return changed;
}

/** A hook's text; undefined: there is none. Throws UserError for one that lines of shell cannot be added to. */
function readScript(path: string): string | undefined {
  if (!existsSync(path) && !isLink(path)) return undefined;
  if (isLink(path))
    throw new UserError(`${path}: is a symbolic link; add ${lineFor(path)} to what it points to`);
  const script = readFileSync(path, 'utf8');
  const shebang = /^#!(.*)/.exec(script)?.[1];
  if (shebang !== undefined && !/\b(?:ba|da|z|k|a)?sh\b/.test(shebang)) {
    throw new UserError(`${path}: is not a shell script; let it run ${lineFor(path)}`);
  }
  if (script.includes('\r\n'))
    throw new UserError(`${path}: has CRLF line ends, which no shell can run; convert it to LF`);
  return script;
}

function lineFor(path: string): string {
  return `'keyhound hook ${path.split(/[\\/]/).at(-1) as HookName}'`;
}

function modeOf(path: string): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && stat.mode & 0o777;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
