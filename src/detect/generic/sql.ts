import type { Candidate } from './candidate.js';
import { skipBlanks } from './characters.js';
import { readBare, readQuoted } from './read-value.js';

/** `IDENTIFIED BY 'v'`, also with a plugin named in between; `at` is the start of the first word. */
export function readIdentifiedBy(text: string, at: number, limit: number): Candidate | undefined {
  const head = /^identified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+|values\s+)?/i.exec(
    text.slice(at, at + 96),
  );
  if (head === null) return undefined;
  const start = skipBlanks(text, at + head[0].length, limit);
  const read =
    readQuoted(text, start, limit) ?? (isStatement(text, at) ? readBare(text, start, limit) : undefined);
  return read && { nameFrom: at, nameTo: at + 10, operator: 'sql', ...read };
}

/** Without quotes, as Oracle has it, only in a statement: prose says `identified by` too. */
function isStatement(text: string, at: number): boolean {
  return /\b(?:create|alter|grant|user|role|database link)\b/i.test(text.slice(Math.max(0, at - 160), at));
}
