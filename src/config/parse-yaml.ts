import { isMap, isScalar, parseDocument } from 'yaml';
import { UserError } from '../errors.js';
import { lineAt } from './line-at.js';
import type { ParsedText } from './read-config.js';

/** YAML 1.2 without tags of its own and without merge keys. Throws UserError naming file and line. */
export function parseYaml(text: string, file: string): ParsedText {
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
