const NEWLINE = 10;

/** Lines kept back at most, while a block that must be judged as a whole goes on. */
const LONGEST_BLOCK = 64 * 1024;

/**
 * How many of the bytes may be judged now: whole lines, and no part of a block whose lines belong together, such as a
 * private key or, unless nothing came for long, wrapped base64.
 */
export function completeUpTo(bytes: Buffer, isQuiet = false): number {
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  if (end === 0 || end > LONGEST_BLOCK) return end;
  const text = bytes.toString('latin1', 0, end);
  const begin = text.lastIndexOf('-----BEGIN ');
  if (begin !== -1 && !/-----END [^\n]*\n/.test(text.slice(begin))) return text.lastIndexOf('\n', begin) + 1;
  return isQuiet || !mayGoOn(bytes.toString('latin1', end)) ? end : startOfEncodedBlock(text);
}

/** Whether an unfinished line can belong to the block before it. */
function mayGoOn(unfinished: string): boolean {
  return /^[ \t]*[A-Za-z0-9+/_=-]*\r?$/.test(unfinished);
}

/** Where the run of lines at the end begins that hold nothing but base64 or hex and may go on; the end if there is none. */
function startOfEncodedBlock(text: string): number {
  let start = text.length;
  while (start > 0) {
    const line = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^[ \t]*[A-Za-z0-9+/_-]{40,}={0,2}\r?$/.test(text.slice(line, start - 1))) break;
    start = line;
  }
  return start;
}

const WORD_END = /[^\s"'`,;()[\]{}<>|]*$/;

/**
 * How much of an unfinished line may be shown when nothing more comes for a moment, so that a prompt is seen.
 * Its last word stays back where it could be the start of a secret.
 */
export function showableUpTo(line: string): number {
  const [word] = WORD_END.exec(line)!;
  const before = line.length - word.length;
  if (word === '' || word.length > LONGEST_BLOCK) return line.length;
  const mayFollowName =
    /(?:pass|pwd|secret|token|key|auth|cred|bearer|basic)[^\s=:]{0,20}["']?\s*(?:[=:]|\s)\s*["']?$/i;
  const isWritten = /^[a-z]{0,12}[.?!:>$#%]*$/i.test(word) && !mayFollowName.test(line.slice(0, before));
  return isWritten ? line.length : before;
}
