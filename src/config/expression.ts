import { refuse } from './refusal.js';
import type { KeyPath } from './validate.js';

/**
 * Compiles a regular expression of the user; `(?i)`, `(?s)` or `(?m)` at its start are flags. Whether it is fast is
 * not judged here: it runs within a time budget. Refuses what JavaScript does not know.
 */
export function compileExpression(source: string, path: KeyPath): RegExp {
  const [start = '', flags = ''] = /^\(\?([ims]+)\)/.exec(source) ?? [];
  try {
    return new RegExp(source.slice(start.length), [...new Set(flags)].join(''));
  } catch (error) {
    const [, why = (error as Error).message] = /: ([^:]+)$/.exec((error as Error).message) ?? [];
    const hint = /\(\?[imsU-]+[:)]|\(\?P</.test(source.slice(start.length))
      ? '; flags stand at the start only, and groups are named (?<name>…)'
      : '';
    return refuse(path, `is not a regular expression: ${why.toLowerCase()}${hint}`);
  }
}

/** As `compileExpression`, for what runs over the bytes of files. */
export function compilePattern(source: string, path: KeyPath): RegExp {
  const [foreign] = /[^\x00-\x7f]/u.exec(source) ?? [];
  if (foreign !== undefined) {
    const bytes = [...Buffer.from(foreign)].map((byte) => `\\x${byte.toString(16)}`).join('');
    return refuse(path, `sees bytes, not characters: write ${foreign} as ${bytes}`);
  }
  const regex = compileExpression(source, path);
  if (regex.test('')) return refuse(path, 'matches the empty text, so it would match everywhere');
  return regex;
}
