import type { Candidate } from './candidate.js';
import { isBlank, skipBlanks } from './characters.js';
import { readBare, readQuoted } from './read-value.js';
import { findWithin } from './window.js';

/** Programs whose `-u user:password` or `--user user:password` logs in. */
const BASIC = /\b(?:curl|wget|http|https|xh|lftp|ab)\b/;
/** Programs whose `-p` is a password: with the value attached, or as the next word. */
const ATTACHED = /\b(?:mysql\w*|mariadb\w*|sshpass|ncftp|7z)\b/;
const APART = /\b(?:sshpass|login|mongo\w*|redis-cli|htpasswd|docker|podman|oc|az|helm|cf)\b/;
const MAX_LOOK_BACK = 240;

/** Passwords in short options: `curl -u user:v`, `mysql -p'v'`, `docker login -u me -p v`; `at` is the blank before. */
export function readOption(text: string, at: number, limit: number): Candidate | undefined {
  const long = text.charCodeAt(at) === 45;
  const letter = long ? 117 : text.charCodeAt(at + 2);
  const nameTo = long ? at + 6 : at + 3;
  const before = lineBefore(text, at);
  return letter === 117
    ? readUser(text, { at, nameTo, before, limit })
    : readPassword(text, { at, nameTo, before, limit });
}

interface Option {
  readonly at: number;
  readonly nameTo: number;
  readonly before: string;
  readonly limit: number;
}

function lineBefore(text: string, at: number): string {
  const from = Math.max(0, at - MAX_LOOK_BACK);
  let line = text.slice(from, at);
  // A backslash at a line's end continues it.
  for (let end = line.lastIndexOf('\n'); end >= 0; end = line.lastIndexOf('\n', end - 1)) {
    if (end > 0 && line.charCodeAt(end - 1) === 92) continue;
    line = line.slice(end + 1);
    break;
  }
  return line;
}

function readUser(text: string, { at, nameTo, before, limit }: Option): Candidate | undefined {
  if (!BASIC.test(before)) return undefined;
  const start = skipSeparator(text, nameTo, limit);
  const read = readQuoted(text, start, limit) ?? readBare(text, start, limit);
  if (read === undefined) return undefined;
  const colon = findWithin(text, ':', [read.from, read.to]);
  if (colon < 0 || colon + 1 >= read.to) return undefined;
  return { ...read, nameFrom: at, nameTo, operator: 'flag', from: colon + 1 };
}

function readPassword(text: string, { at, nameTo, before, limit }: Option): Candidate | undefined {
  const apart = isBlank(text.charCodeAt(nameTo));
  if (!(apart ? APART : ATTACHED).test(before)) return undefined;
  const start = apart ? skipBlanks(text, nameTo, limit) : nameTo;
  const read = readQuoted(text, start, limit) ?? readBare(text, start, limit);
  return read && { ...read, nameFrom: at, nameTo, operator: 'flag' };
}

function skipSeparator(text: string, at: number, limit: number): number {
  const i = text.charCodeAt(at) === 61 ? at + 1 : at;
  return skipBlanks(text, i, limit);
}

/** PowerShell's `ConvertTo-SecureString -AsPlainText -Force 'v'`; `at` is the start of `SecureString`. */
export function readSecureString(text: string, at: number, limit: number): Candidate | undefined {
  const nameTo = at + 12;
  let start = skipBlanks(text, nameTo, limit);
  if (start === nameTo || text.charCodeAt(at - 1) !== 45) return undefined;
  for (let n = 0; n < 4 && text.charCodeAt(start) === 45; n++) {
    while (start < limit && !isBlank(text.charCodeAt(start)) && text.charCodeAt(start) > 32) start++;
    start = skipBlanks(text, start, limit);
  }
  const read = readQuoted(text, start, limit) ?? readBare(text, start, limit);
  return read && { ...read, nameFrom: at, nameTo, operator: 'flag' };
}
