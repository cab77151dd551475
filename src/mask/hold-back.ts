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
  if (isQuiet) return end;
  if (isCutLine(text)) return text.lastIndexOf('\n', end - 2) + 1;
  return mayGoOn(bytes.toString('latin1', end)) ? startOfEncodedBlock(text) : end;
}

/** Whether the last line goes on in the next one, as Kubernetes (`P`) and Docker (no line end in `log`) say. */
function isCutLine(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n', text.length - 2) + 1);
  return (
    /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+) std(?:out|err) P/.test(line) ||
    (line.startsWith('{"log":"') &&
      /[^\\]","stream":"std(?:out|err)",.{0,200}\n$/.test(line.slice(-300)) &&
      !/\\n","stream":"/.test(line.slice(-300)))
  );
}

/** Whether an unfinished line can belong to the block before it. */
function mayGoOn(unfinished: string): boolean {
  return /^[ \t]*[A-Za-z0-9+/_=-]*\r?$/.test(unfinished);
}

/** Where the run of lines at the end begins that hold base64 or hex and may go on; the end if there is none. */
function startOfEncodedBlock(text: string): number {
  let start = text.length;
  while (start > 0) {
    const at = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(at, start - 1);
    const isEncoded = /^[ \t]*[A-Za-z0-9+/_-]{40,}={0,2}\r?$/.test(line);
    // before the first line something else may stand: `export KEY=`
    if (!isEncoded && !endsEncoded(line)) break;
    start = at;
    if (!isEncoded) break;
  }
  return start;
}

/** Whether a line ends in what looks like base64: long, and of all kinds of characters, as no digest or path is. */
function endsEncoded(line: string): boolean {
  const end = line.slice(-41).replace(/\r$/, '').slice(-40);
  return /^[A-Za-z0-9+/_-]{40}$/.test(end) && /[A-Z]/.test(end) && /[a-z]/.test(end) && /\d/.test(end);
}

const SEPARATOR = /[\s"'`,;()[\]{}<>|]/;
const ENTITY_END = /&#x?[0-9a-f]{1,6};$/i;

/**
 * How much of an unfinished line may be shown when nothing more comes for a moment, so that a prompt is seen.
 * Its last word stays back where it could be the start of a secret.
 */
export function showableUpTo(line: string): number {
  const before = startOfLastWord(line);
  if (before === line.length || line.length - before > LONGEST_BLOCK) return line.length;
  const mayFollowName =
    /(?:pass|pwd|secret|token|key|auth|cred|bearer|basic)[^\s=:]{0,20}["']?\s{0,9}(?:[=:]|\s)\s{0,9}["']?$/i;
  const isWritten =
    /^[a-z]{0,12}[.?!:>$#%]*$/i.test(line.slice(before)) &&
    !mayFollowName.test(line.slice(Math.max(0, before - 64), before));
  return isWritten ? line.length : before;
}

function startOfLastWord(line: string): number {
  let at = line.length;
  while (at > 0) {
    const isEntity = line[at - 1] === ';' && ENTITY_END.test(line.slice(Math.max(0, at - 10), at));
    if (!isEntity && SEPARATOR.test(line[at - 1]!)) break;
    at--;
  }
  return at;
}
