import type { ReadValue } from './candidate.js';
import { isPlainQuote, skipBlanks } from './characters.js';
import { readValue } from './read-value.js';

const MAX_BETWEEN = 60;
const MAX_BLOCK = 400;

/**
 * The value of a name that is itself one: `- name: DB_PASSWORD` with `value: v` on the next line, and
 * `"name": "DB_PASSWORD", "value": "v"`. `at` is behind the name and what closes it.
 */
export function readPairedValue(text: string, at: number, limit: number): ReadValue | undefined {
  const end = Math.min(limit, at + MAX_BETWEEN);
  let i = at;
  while (i < end && (text.charCodeAt(i) <= 32 || isPlainQuote(text.charCodeAt(i)))) i++;
  const key = /^(?:value|(?:[A-Z][a-z]{2,11})?Value)["']?/.exec(text.slice(i, i + 20));
  if (key === null) return undefined;
  i = skipBlanks(text, i + key[0].length, limit);
  const operator = text.charCodeAt(i);
  if (operator !== 58 && operator !== 61) return undefined;
  return readValue(text, text.charCodeAt(i + 1) === 62 ? i + 2 : i + 1, limit);
}

/** Whether a name is that of a Terraform variable with a block: `variable "db_password" {`. */
export function isVariable(text: string, nameFrom: number): boolean {
  return /\bvariable\s{1,4}"$/.test(text.slice(Math.max(0, nameFrom - 16), nameFrom));
}

/** What a variable has by default; `at` is where its block opens. */
export function readDefault(text: string, at: number, limit: number): ReadValue | undefined {
  const head = /^\{[^{}]{0,300}?[\s{]default\s{0,12}=(?!=)/.exec(
    text.slice(at, Math.min(limit, at + MAX_BLOCK)),
  );
  return head === null ? undefined : readValue(text, at + head[0].length, limit);
}
