import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';
import type { Source } from '../types.js';
import { chunksOfBytes } from './git/blob.js';
import { escapeLine } from './git/escape.js';
import { locateRepository, type OpenOptions } from './git/repository.js';
import { runGit } from './git/run.js';

/** A line of the template behind which git keeps nothing. */
const SCISSORS = / -{3,} *>8 *-{3,}/;

/** The message of the commit that is being made, without the lines that git will strip; for the commit-msg hook. */
export function messageSource(file: string, options: OpenOptions = {}): Source {
  return {
    mode: 'staged',
    *chunks(context) {
      const bytes = read(file);
      const isEdited = (options.env ?? process.env).GIT_EDITOR !== ':';
      const kept = isEdited ? blankComments(bytes, commentCharacter(options)) : bytes;
      yield* chunksOfBytes(
        { path: '.git/COMMIT_EDITMSG', kind: 'message', label: 'commit message' },
        { bytes: kept },
        context,
      );
    },
  };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UserError(
      `${escapeLine(file)}: commit message not readable (${(error as NodeJS.ErrnoException).code})`,
    );
  }
}

function commentCharacter(options: OpenOptions): string {
  const place = locateRepository('.', { ...options, ofHook: true });
  return runGit(place, ['config', '--get', 'core.commentChar']).stdout.toString().trim() || '#';
}

/** Comments become spaces, so that everything else keeps its place. With `auto` nothing is known to be a comment. */
function blankComments(bytes: Buffer, character: string): Buffer {
  if (character === 'auto') return bytes;
  const kept = Buffer.from(bytes);
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(10, at);
    const end = newline === -1 ? bytes.length : newline;
    const line = bytes.toString('latin1', at, end);
    if (line.startsWith(character)) {
      const isLast = SCISSORS.test(line);
      kept.fill(0x20, at, isLast ? bytes.length : end);
      if (isLast) break;
    }
    at = end + 1;
  }
  return kept;
}
