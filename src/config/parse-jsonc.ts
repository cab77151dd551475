import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { UserError } from '../errors.js';
import { lineAt } from './line-at.js';
import type { ParsedText } from './read-config.js';

/** JSON, with comments and trailing commas where the name ends in `.jsonc`. Throws UserError naming file and line. */
export function parseJsonc(text: string, file: string): ParsedText {
  const errors: ParseError[] = [];
  const isRelaxed = file.endsWith('.jsonc');
  const tree = parseTree(text, errors, { allowTrailingComma: isRelaxed, disallowComments: !isRelaxed });
  const [error] = errors;
  if (error || !tree) {
    const what = error ? words(printParseErrorCode(error.error)) : 'is empty';
    const hint =
      isRelaxed || !/comment/i.test(what) ? '' : '; name the file .keyhound.jsonc to have comments';
    throw new UserError(`${file}:${lineAt(text, error?.offset ?? 0)}: not valid JSON: ${what}${hint}`);
  }
  return {
    value: toValue(tree, (key) => {
      throw new UserError(
        `${file}:${lineAt(text, key.offset)}: the key ${JSON.stringify(key.value)} is there twice`,
      );
    }),
    line(path, isKey) {
      const node = findNodeAtLocation(tree, [...path]);
      return node && lineAt(text, (isKey ? node.parent?.offset : undefined) ?? node.offset);
    },
  };
}

/** `InvalidCommentToken` as words. */
function words(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`).toLowerCase();
}

function toValue(node: Node, refuse: (key: Node) => never): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => toValue(child, refuse));
  if (node.type !== 'object') return node.value;
  const result: Record<string, unknown> = Object.create(null);
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (!key || !value) continue;
    if (Object.hasOwn(result, key.value)) refuse(key);
    result[key.value] = toValue(value, refuse);
  }
  return result;
}
