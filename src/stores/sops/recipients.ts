/** Kinds of master keys, by the name of their list in the metadata. */
export const KEY_KINDS = ['age', 'pgp', 'kms', 'gcp_kms', 'azure_kv', 'hc_vault', 'hckms'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** One master key and the data key encrypted for it (empty in a creation rule). */
export interface Recipient {
  readonly kind: KeyKind;
  /** Public: a recipient, fingerprint, ARN or URL. */
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The key groups of a file. A file with one group keeps its keys at the top level. */
export function keyGroups(metadata: Readonly<Record<string, unknown>>): Recipient[][] {
  const top = recipientsIn(metadata);
  if (top.length > 0) return [top];
  const groups = metadata.key_groups;
  return Array.isArray(groups) ? groups.map(recipientsIn) : [];
}

function recipientsIn(group: unknown): Recipient[] {
  if (typeof group !== 'object' || group === null) return [];
  return KEY_KINDS.flatMap((kind) => {
    const list = (group as Record<string, unknown>)[kind];
    return Array.isArray(list) ? list.flatMap((item) => recipient(kind, item)) : [];
  });
}

function recipient(kind: KeyKind, item: unknown): Recipient[] {
  if (typeof item !== 'object' || item === null) return [];
  const fields = item as Record<string, unknown>;
  return [{ kind, id: ID[kind](fields), fields }];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const ID: Readonly<Record<KeyKind, (fields: Record<string, unknown>) => string>> = {
  age: (f) => text(f.recipient),
  pgp: (f) => text(f.fp).replaceAll(' ', '').toUpperCase(),
  kms: (f) => text(f.arn),
  gcp_kms: (f) => text(f.resource_id),
  azure_kv: (f) => [text(f.vault_url), 'keys', text(f.name), text(f.version)].join('/'),
  hc_vault: (f) => [text(f.vault_address), 'v1', text(f.engine_path), 'keys', text(f.key_name)].join('/'),
  hckms: (f) => text(f.key_id),
};
