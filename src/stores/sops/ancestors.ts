import type { SopsFile } from './check.js';
import { holdsValue } from './check-plain.js';
import { type SopsDocument, UnreadableDocument } from './document.js';
import { regionOf, SOPS_RULES, type SopsProblem } from './problem.js';
import { readSops } from './read.js';
import { parseSopsValue } from './value.js';

/** Versions of encrypted files in which values that are encrypted now stood in plain text; one for each path. */
export function plainAncestors<T extends SopsFile>(
  encrypted: readonly { readonly file: SopsFile; readonly document: SopsDocument }[],
  versions: readonly T[],
): { problem: SopsProblem; file: T }[] {
  const protectedKeys = new Map<string, Set<string>>();
  for (const { file, document } of encrypted) {
    const keys = protectedKeys.get(file.path) ?? new Set();
    for (const { path, text } of document.leaves) if (parseSopsValue(text)) keys.add(path);
    protectedKeys.set(file.path, keys);
  }
  const told = new Set<string>();
  return versions.flatMap((file) => {
    const keys = protectedKeys.get(file.path);
    const document = keys && !told.has(file.path) && readPlain(file);
    if (!document) return [];
    const open = document.leaves.filter((leaf) => keys.has(leaf.path) && holdsValue(leaf));
    const [first] = open;
    if (!first) return [];
    told.add(file.path);
    const message = `${open.length} of the values that are encrypted later stand here in plain text`;
    const problem = {
      ...regionOf(file.text, first.from, first.to),
      ruleId: 'sops-plaintext-ancestor',
      path: file.path,
      severity: SOPS_RULES['sops-plaintext-ancestor'].severity,
      confidence: 'certain',
      message,
      files: [],
    } as const;
    return [{ problem, file }];
  });
}

function readPlain({ path, text }: SopsFile): SopsDocument | undefined {
  try {
    const document = readSops(path, text);
    return document.metadata ? undefined : document;
  } catch (error) {
    if (error instanceof UnreadableDocument) return undefined;
    throw error;
  }
}
