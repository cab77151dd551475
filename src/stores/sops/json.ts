import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import {
  createLeafList,
  type SopsDocument,
  type SopsFormat,
  type SopsLeaf,
  UnreadableDocument,
} from './document.js';
import { resolveJsonNumber, type Scalar } from './scalar.js';

/** Reads JSON, also the envelope of a binary file, with the place of every value. Throws `UnreadableDocument`. */
export function readJson(text: string, format: SopsFormat = 'json'): SopsDocument {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (root?.type !== 'object' || errors.length > 0) throw new UnreadableDocument('not a JSON object');
  const leaves = createLeafList();
  let sops: Node | undefined;
  for (const { key, value } of properties(root)) {
    if (key.value === 'sops') sops = value;
    else walk({ node: value, keys: [String(key.value)], path: String(key.value), text }, leaves.add);
  }
  const metadata = sops?.type === 'object' && { metadata: getNodeValue(sops) as Record<string, unknown> };
  return { format, text, leaves: leaves.leaves, ...metadata, metadataAt: sops?.parent?.offset ?? 0 };
}

interface Place {
  readonly node: Node;
  readonly keys: readonly string[];
  readonly path: string;
  readonly text: string;
}

function walk(place: Place, add: (leaf: SopsLeaf) => void): void {
  const { node, keys, path, text } = place;
  if (node.type === 'object') {
    for (const { key, value } of properties(node)) {
      const name = String(key.value);
      walk({ node: value, keys: [...keys, name], path: `${path}.${name}`, text }, add);
    }
  } else if (node.type === 'array') {
    for (const [index, item] of (node.children ?? []).entries()) {
      walk({ node: item, keys, path: `${path}[${index}]`, text }, add);
    }
  } else {
    const to = node.offset + node.length;
    add({ keys, path, from: node.offset, to, comments: [], ...resolve(node, text.slice(node.offset, to)) });
  }
}

function resolve(node: Node, source: string): Scalar {
  if (node.type === 'null') return { kind: 'null', text: '' };
  if (node.type === 'boolean') return { kind: 'bool', text: node.value ? 'True' : 'False' };
  if (node.type === 'number') return resolveJsonNumber(source);
  return { kind: 'str', text: String(node.value) };
}

function properties(node: Node): { key: Node; value: Node }[] {
  return (node.children ?? []).flatMap(({ children }) =>
    children?.[0] && children[1] ? [{ key: children[0], value: children[1] }] : [],
  );
}
