import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.cache';
const OTHERS_WRITE = 0o022;

/**
 * What an earlier run kept under this name in the program's own folder, if only those who may change the program
 * itself can have written it.
 */
export function readKept(directory: string, name: string): Buffer | undefined {
  const place = join(directory, FOLDER, name);
  if (!existsSync(place)) return undefined;
  try {
    return readSafely(place, directory);
  } catch {
    // what was kept may be for others alone, by their umask: then it is as if there were nothing
    return undefined;
  }
}

function readSafely(place: string, directory: string): Buffer | undefined {
  const descriptor = openSync(place, 'r');
  try {
    const isSafe = [fstatSync(descriptor), lstatSync(join(directory, FOLDER))].every((stat) =>
      isOurs(stat, directory),
    );
    return isSafe ? readFileSync(descriptor) : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Whole or not at all; where it cannot be written, the next run does without. */
export function writeKept(directory: string, name: string, bytes: Uint8Array): void {
  const place = join(directory, FOLDER, name);
  try {
    accessSync(directory, constants.W_OK);
    mkdirSync(join(directory, FOLDER), { recursive: true, mode: 0o755 });
    const temporary = `${place}.${process.pid}`;
    writeFileSync(temporary, bytes, { mode: 0o644, flag: 'wx' });
    renameSync(temporary, place);
  } catch {
    // it is there to be quick, and nothing else depends on it
  }
}

/** Windows has no owners and modes to ask for: there a folder's rights are those of the folder around it. */
function isOurs({ uid, mode }: Stats, directory: string): boolean {
  if (process.platform === 'win32') return true;
  const owners = [0, process.geteuid?.(), statSync(directory).uid];
  return owners.includes(uid) && (mode & OTHERS_WRITE) === 0;
}
