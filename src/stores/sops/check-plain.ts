import { posix } from 'node:path';
import type { CreationRule } from './creation-rules.js';
import type { SopsDocument, SopsLeaf } from './document.js';
import { regionOf, SOPS_RULES, type SopsProblem } from './problem.js';
import { createDemand, selectorsIn } from './selector.js';
import { parseSopsValue } from './value.js';

interface Read {
  readonly file: { readonly path: string };
  readonly document: SopsDocument;
}

interface Context {
  readonly encrypted: readonly Read[];
  readonly rule: (path: string) => CreationRule | undefined;
}

/** Names that promise secrets, for rules that match nearly everything. */
const SECRET_NAME = /(?:^|[._/-])(?:enc(?:rypted)?|sops|secrets?|credentials?)(?:[._-]|$)/i;
/** Names of files that show the keys without the values. */
const SAMPLE_NAME = /(?:^|[._-])(?:example|sample|template|tmpl|dist|schema|defaults?)(?:[._-]|$)/i;
/** A value that stands for another: a template, an environment variable, a marker to be filled in. */
const PLACEHOLDER = /^\s*$|\$\{|\{\{|^<.*>$|^(?:changeme|todo|xxx+|\*+|\.\.\.|replace[-_ ]?me|your[-_ ].*)$/i;

/** Problems of files without SOPS metadata: lost metadata, not encrypted at all, a decrypted copy. */
export function checkPlain(files: readonly Read[], context: Context): SopsProblem[] {
  return files.flatMap(({ file, document }) => {
    if (document.leaves.length === 0) return [];
    const lost = lostMetadata(file.path, document);
    if (lost) return [lost];
    const twin = twinOf(file.path, document, context.encrypted);
    if (twin) return [twin];
    const open = unencrypted(file.path, document, context.rule(file.path));
    return open ? [open] : [];
  });
}

/** Whether a file's name says that it holds secrets, or its content that it is a Secret of Kubernetes. */
export function promisesSecrets(path: string, text: string): boolean {
  return SECRET_NAME.test(path) || /^\s*"?kind"?\s*:\s*"?Secret\b/m.test(text);
}

function lostMetadata(path: string, document: SopsDocument): SopsProblem | undefined {
  const leaf = document.leaves.find(({ text }) => parseSopsValue(text));
  if (!leaf) return undefined;
  const message =
    'values are SOPS ciphertexts but the metadata is gone: nothing can decrypt or authenticate them';
  return problem('sops-missing-metadata', { path, document, leaf, message });
}

function unencrypted(
  path: string,
  document: SopsDocument,
  rule: CreationRule | undefined,
): SopsProblem | undefined {
  if (!rule || SAMPLE_NAME.test(posix.basename(path))) return undefined;
  if (rule.broad && !promisesSecrets(path, document.text)) return undefined;
  const open = document.leaves.filter((leaf) => holdsValue(leaf) && rule.demands(leaf.keys, leaf.comments));
  const [first] = open;
  if (!first) return undefined;
  const message = `the creation rule for this file demands that ${open.length} of its values be encrypted; none is`;
  const found = problem('sops-unencrypted-file', { path, document, leaf: first, message });
  return rule.broad ? { ...found, confidence: 'probable' } : found;
}

function twinOf(path: string, document: SopsDocument, encrypted: readonly Read[]): SopsProblem | undefined {
  if (SAMPLE_NAME.test(posix.basename(path))) return undefined;
  for (const twin of encrypted) {
    if (!isSibling(path, twin.file.path) || !sameKeys(document, twin.document)) continue;
    const demand = twinDemand(twin.document);
    const leaf = document.leaves.find((leaf) => holdsValue(leaf) && demand(leaf));
    if (!leaf) continue;
    const message = 'holds with plain values the keys of its encrypted twin';
    return { ...problem('sops-decrypted-twin', { path, document, leaf, message }), files: [twin.file.path] };
  }
  return undefined;
}

/** The value in the encrypted file is a ciphertext at the same place. */
function twinDemand(twin: SopsDocument): (leaf: SopsLeaf) => boolean {
  const [selector] = selectorsIn(twin.metadata ?? {});
  try {
    const demand = createDemand(selector);
    return (leaf) => demand(leaf.keys, leaf.comments);
  } catch {
    return () => false;
  }
}

function isSibling(path: string, other: string): boolean {
  return posix.dirname(path) === posix.dirname(other) && stem(path) === stem(other);
}

/** `secrets.enc.yaml`, `secrets.dec.yaml` and `secrets.yaml` have the same stem. */
function stem(path: string): string {
  const words = posix
    .basename(path)
    .toLowerCase()
    .split(/[._-]+/);
  return words
    .filter((word) => !/^(?:enc|encrypted|dec|decrypted|plain|plaintext|clear|sops|ya?ml|json)?$/.test(word))
    .join('.');
}

function sameKeys(a: SopsDocument, b: SopsDocument): boolean {
  if (a.leaves.length !== b.leaves.length) return false;
  const paths = new Set(a.leaves.map(({ path }) => path));
  return b.leaves.every(({ path }) => paths.has(path));
}

/** Whether a leaf is plain text that somebody would want to keep to themselves. */
export function holdsValue({ kind, text }: SopsLeaf): boolean {
  return kind !== 'null' && kind !== 'bool' && !PLACEHOLDER.test(text);
}

function problem(
  ruleId: 'sops-missing-metadata' | 'sops-unencrypted-file' | 'sops-decrypted-twin',
  at: { path: string; document: SopsDocument; leaf: SopsLeaf; message: string },
): SopsProblem {
  const { path, document, leaf, message } = at;
  const region = regionOf(document.text, leaf.from, leaf.to);
  const severity = SOPS_RULES[ruleId].severity;
  return { ...region, ruleId, path, severity, confidence: 'certain', key: leaf.path, message, files: [] };
}
