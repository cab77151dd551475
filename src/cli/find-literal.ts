import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.js';
import { rules, scan, treeSource } from '../index.js';

/** A secret that the scanner finds at a place: the text of its file, and its UTF-16 offsets in it. */
export interface FoundLiteral {
  readonly path: string;
  readonly file: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly ruleId: string;
}

/** Finds the secret at `FILE:LINE` or `FILE:LINE:COLUMN`. Throws UserError when the scanner sees none there. */
export async function findLiteral(place: string): Promise<FoundLiteral> {
  const [, name = '', line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(place) ?? [];
  if (!line)
    throw new UserError(`${JSON.stringify(place)}: must be FILE:LINE or FILE:LINE:COLUMN, as in a finding`);
  const file = resolve(name);
  const text = readFileSync(file, 'utf8');
  const found: FoundLiteral[] = [];
  const path = relative(process.cwd(), file).split(sep).join('/');
  await scan({
    source: treeSource({ root: dirname(file), targets: [file] }),
    rules,
    inlineIgnores: false,
    suppressors: [
      (match, { startLine, startColumn, ruleId, encodings }) => {
        if (!match) return undefined;
        const from = offsetOf(text, startLine, startColumn);
        const value = Buffer.from(match.secret, 'latin1').toString('utf8');
        const isHere = startLine === Number(line) && (!column || startColumn === Number(column));
        if (isHere && encodings.length === 0 && text.startsWith(value, from)) {
          found.push({ path, file, text, from, to: from + value.length, ruleId });
        }
        return undefined;
      },
    ],
  });
  const [first] = found;
  if (!first)
    throw new UserError(`${place}: no finding there that stands in plain text; see keyhound scan ${name}`);
  return first;
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
