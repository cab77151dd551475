import { type CST, isMap, isScalar, Parser, parseDocument } from 'yaml';
import { UserError } from '../errors.js';
import { lineAt } from './line-at.js';
import type { ParsedText } from './read-config.js';

/** YAML 1.2 without tags of its own and without merge keys. Throws UserError naming file and line. */
export function parseYaml(text: string, file: string): ParsedText {
  if (isTooDeep(text)) throw new UserError(`${file}: is nested too deeply to be a configuration`);
  const document = parseDocument(text, { version: '1.2', schema: 'core', merge: false, prettyErrors: false });
  const [error] = [...document.errors, ...document.warnings];
  if (error) throw new UserError(`${file}:${lineAt(text, error.pos[0])}: not valid YAML: ${error.message}`);
  return {
    value: toValue(() => document.toJS({ maxAliasCount: 100 }), file),
    line(path, isKey) {
      const parent = document.getIn(path.slice(0, -1), true);
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => (isScalar(key) ? key.value : key) === path.at(-1))
        : undefined;
      const node = isKey || pair ? pair?.key : document.getIn(path, true);
      const range = (node as { range?: readonly number[] | null } | undefined)?.range;
      return range ? lineAt(text, range[0]!) : undefined;
    },
  };
}

function toValue(convert: () => unknown, file: string): unknown {
  try {
    return convert();
  } catch (error) {
    throw new UserError(`${file}: ${(error as Error).message}`);
  }
}

const DEEPEST = 50;

/** The composer calls itself for each level, and out of stack it can end the whole process; the parser below does not. */
function isTooDeep(text: string): boolean {
  const open: (readonly [token: CST.Token, depth: number])[] = [];
  for (const token of new Parser().parse(text)) open.push([token, 0]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next;
    if (depth > DEEPEST) return true;
    for (const inner of partsOf(token)) if (inner) open.push([inner, depth + 1]);
  }
  return false;
}

function partsOf(token: CST.Token): readonly (CST.Token | null | undefined)[] {
  if (token.type === 'document') return [token.value];
  return 'items' in token ? token.items.flatMap(({ key, value }) => [key, value]) : [];
}
