import { posix } from 'node:path';
import { parse } from 'yaml';
import { compile, createDemand, type Demand, type Selector, selectorsIn } from './selector.js';

/** A rule of `.sops.yaml`: which files are to be encrypted, for whom, and which of their values. */
export interface CreationRule {
  /** Whether a file matches: path relative to the directory of the config. */
  readonly matches: (path: string) => boolean;
  /** Hits names no secret would have, or has no path_regex: says little about a single file. */
  readonly broad: boolean;
  readonly selector?: Selector;
  readonly demands: Demand;
  /** Ids of master keys by kind of key; empty if they come from key groups that are merged or from elsewhere. */
  readonly recipients: readonly { readonly kind: string; readonly id: string }[];
}

/** The rules of one `.sops.yaml`, in order: the first that matches a file decides. */
export interface SopsConfig {
  readonly path: string;
  readonly rules: readonly CreationRule[];
}

/** Names a narrow path_regex has no business with. */
const PROBES = [
  'README.md',
  'src/main.go',
  'package.json',
  'app/values.yaml',
  'deploy/service.yaml',
  'a/b/c.json',
];

/** Reads a `.sops.yaml`; throws on what sops would refuse, without a word of its text in the message. */
export function readSopsConfig(path: string, text: string): SopsConfig {
  const root: unknown = parse(text, { logLevel: 'silent', maxAliasCount: 100 });
  const rules = isMap(root) ? root.creation_rules : undefined;
  return { path, rules: Array.isArray(rules) ? rules.filter(isMap).map(readRule) : [] };
}

/** The rule for a file: of the nearest config above it, the first that matches. Undefined when none does. */
export function ruleFor(path: string, configs: ReadonlyMap<string, SopsConfig>): CreationRule | undefined {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const config = configs.get(folder);
    if (config)
      return config.rules.find((rule) => rule.matches(folder === '.' ? path : posix.relative(folder, path)));
    if (folder === '.' || folder === '/') return undefined;
  }
}

function readRule(fields: Record<string, unknown>): CreationRule {
  const pattern = fields.path_regex;
  const matches = typeof pattern === 'string' && pattern !== '' ? compile(pattern) : () => true;
  const [selector, second] = selectorsIn(fields);
  if (second) throw new Error(`a rule with both ${selector?.kind} and ${second.kind}`);
  return {
    matches,
    broad: PROBES.some(matches),
    ...(selector && { selector }),
    demands: createDemand(selector),
    recipients: ruleRecipients(fields),
  };
}

const SIMPLE_KEYS = [
  ['age', 'age'],
  ['pgp', 'pgp'],
  ['kms', 'kms'],
  ['gcp_kms', 'gcp_kms'],
] as const;

function ruleRecipients(fields: Record<string, unknown>): { kind: string; id: string }[] {
  const groups = fields.key_groups;
  if (Array.isArray(groups)) return groups.filter(isMap).flatMap(groupRecipients);
  return SIMPLE_KEYS.flatMap(([name, kind]) =>
    keyList(fields[name]).map((id) => ({ kind, id: publicId(kind, id) })),
  );
}

function groupRecipients(group: Record<string, unknown>): { kind: string; id: string }[] {
  const merged = Array.isArray(group.merge) ? group.merge.filter(isMap).flatMap(groupRecipients) : [];
  const own = SIMPLE_KEYS.flatMap(([name, kind]) =>
    listOf(group[name])
      .flatMap((item) => (isMap(item) ? keyList(item.arn ?? item.resource_id) : keyList(item)))
      .map((id) => ({ kind, id: publicId(kind, id) })),
  );
  return [...merged, ...own];
}

function publicId(kind: string, id: string): string {
  if (kind === 'pgp') return id.replaceAll(' ', '').toUpperCase();
  // A KMS key may carry the role to assume: arn+role.
  return kind === 'kms' ? (id.split('+')[0] ?? id) : id;
}

function keyList(field: unknown): string[] {
  const items = typeof field === 'string' ? field.split(',') : listOf(field);
  return items.flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The age recipients and the selector that the rule for a new file names. */
export function recipientsFor(
  path: string,
  configs: ReadonlyMap<string, SopsConfig>,
): { recipients: string[]; selector?: Selector } {
  const rule = ruleFor(path, configs);
  const recipients = (rule?.recipients ?? []).filter(({ kind }) => kind === 'age').map(({ id }) => id);
  return { recipients, ...(rule?.selector && { selector: rule.selector }) };
}
