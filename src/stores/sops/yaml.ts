import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  Scalar,
} from 'yaml';
import { createLeafList, type SopsDocument, type SopsMetadata, UnreadableDocument } from './document.js';
import { resolvePlain, type Scalar as SopsScalar } from './scalar.js';

type Place = {
  readonly keys: readonly string[];
  readonly path: string;
  readonly comments: readonly string[][];
};
type Leaves = ReturnType<typeof createLeafList>;

/** Reads YAML, several documents included, with the place of every value. Throws `UnreadableDocument`. */
export function readYaml(text: string): SopsDocument {
  const documents = parse(text);
  const leaves = createLeafList();
  let metadata: SopsMetadata | undefined;
  let metadataAt = 0;
  for (const [index, document] of documents.entries()) {
    if (!isMap(document.contents)) continue;
    for (const pair of document.contents.items) {
      if (keyText(pair) !== 'sops') continue;
      if (index > 0) continue;
      metadata = toMetadata(pair.value, document);
      metadataAt = (pair.key as Node).range?.[0] ?? 0;
    }
    walk(document.contents, { keys: [], path: '', comments: [] }, { document, leaves, top: true });
  }
  return { format: 'yaml', text, leaves: leaves.leaves, ...(metadata && { metadata }), metadataAt };
}

function parse(text: string): Document[] {
  // The failsafe schema leaves every scalar as it is written: SOPS resolves some of them differently.
  const options = { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', merge: false } as const;
  const parsed = parseAllDocuments(text, options);
  const documents = Array.isArray(parsed) ? (parsed as Document[]) : [];
  const error = documents.flatMap((document) => document.errors)[0];
  if (error) throw new UnreadableDocument(`not YAML: ${error.code.toLowerCase().replaceAll('_', ' ')}`);
  return documents;
}

function toMetadata(value: unknown, document: Document): SopsMetadata {
  const plain: unknown = isMap(value) ? value.toJS(document, { maxAliasCount: 100 }) : {};
  return plain as SopsMetadata;
}

interface Walk {
  readonly document: Document;
  readonly leaves: Leaves;
  readonly top?: boolean;
}

function walk(node: unknown, place: Place, context: Walk): void {
  const { top: _, ...inner } = context;
  if (isAlias(node)) {
    walk(node.resolve(context.document), place, inner);
  } else if (isMap(node)) {
    const active = linesOf(node.commentBefore);
    for (const pair of node.items) walkPair(pair, { place, active, context });
  } else if (isSeq(node)) {
    const active = linesOf(node.commentBefore);
    for (const [index, item] of node.items.entries()) {
      active.push(...commentsOf(item));
      const comments = [...place.comments, [...active]];
      walk(item, { keys: place.keys, path: `${place.path}[${index}]`, comments }, inner);
      active.length = 0;
    }
  } else if (isScalar(node)) {
    addLeaf(node, place, context.leaves);
  }
}

function walkPair(pair: Pair, at: { place: Place; active: string[]; context: Walk }): void {
  const { place, active, context } = at;
  const key = keyText(pair);
  active.push(...commentsOf(pair.key));
  if (isScalar(pair.value) || isAlias(pair.value)) active.push(...commentsOf(pair.value));
  if (!(context.top && key === 'sops')) {
    const { top: _, ...inner } = context;
    const path = place.path === '' ? key : `${place.path}.${key}`;
    walk(pair.value, { keys: [...place.keys, key], path, comments: [...place.comments, [...active]] }, inner);
  }
  active.length = 0;
}

function addLeaf(node: Scalar, place: Place, leaves: Leaves): void {
  const [from, to] = node.range ?? [0, 0];
  leaves.add({ ...place, ...resolveScalar(node), from, to });
}

function resolveScalar(node: Scalar): SopsScalar {
  const source = String(node.value ?? '');
  const tag = node.tag?.replace('tag:yaml.org,2002:', '!!');
  if (tag === '!!str' || tag === '!!binary') return { kind: 'str', text: source };
  const plain = node.type === Scalar.PLAIN || node.type === undefined;
  if (tag?.startsWith('!!') || (plain && !tag)) return resolvePlain(source);
  return { kind: 'str', text: source };
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : '?';
}

function commentsOf(node: unknown): string[] {
  if (!isScalar(node) && !isAlias(node) && !isMap(node) && !isSeq(node)) return [];
  return [...linesOf(node.commentBefore), ...linesOf(node.comment)];
}

function linesOf(comment: string | null | undefined): string[] {
  return (comment ?? '').split('\n').filter((line) => line !== '');
}
