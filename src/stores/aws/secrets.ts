import { isRecord } from '../http/json.js';
import { StoreError } from '../store-error.js';
import { createCoverage, leavesOf, type Reading, type StoredValue } from '../stored-value.js';
import type { Aws } from './aws.js';

/** Which secrets, and which of their versions. */
export interface SecretsQuery {
  readonly tags?: Readonly<Record<string, string>>;
  readonly names?: readonly string[];
  readonly versions: 'all' | 'current';
}

interface Listed {
  readonly name: string;
  readonly arn: string;
}

/** Most ids that one BatchGetSecretValue takes. */
const BATCH = 20;

/** Reads the secrets that match, with earlier versions where asked. Throws StoreError when the list is denied. */
export async function readSecrets(aws: Aws, query: SecretsQuery): Promise<Reading> {
  const count = createCoverage(`aws ${aws.region}`);
  const values: StoredValue[] = [];
  const listed = await listSecrets(aws, query);
  for (let at = 0; at < listed.length; at += BATCH) {
    const batch = listed.slice(at, at + BATCH);
    const current = await readBatch(aws, batch);
    for (const secret of batch) {
      const read = await count.entry(secret.name, async () => [
        ...(current.get(secret.arn) ?? (await readVersion(aws, secret, CURRENT))),
        ...(query.versions === 'all' ? await earlierVersions(aws, secret) : []),
      ]);
      values.push(...(read ?? []));
    }
  }
  return { values, coverage: count.coverage() };
}

async function listSecrets(aws: Aws, { tags, names }: SecretsQuery): Promise<Listed[]> {
  const filters = [
    ...Object.entries(tags ?? {}).flatMap(([key, value]) => [
      { Key: 'tag-key', Values: [key] },
      { Key: 'tag-value', Values: [value] },
    ]),
    ...(names && names.length > 0 ? [{ Key: 'name', Values: names }] : []),
  ];
  const found: Listed[] = [];
  let token: unknown;
  do {
    const answer = await aws.call('ListSecrets', {
      MaxResults: 100,
      ...(filters.length > 0 && { Filters: filters }),
      ...(typeof token === 'string' && { NextToken: token }),
    });
    for (const item of listIn(answer.SecretList))
      found.push({ name: String(item.Name ?? ''), arn: String(item.ARN ?? '') });
    token = answer.NextToken;
  } while (typeof token === 'string' && token !== '');
  return found;
}

/** Current values of up to 20 secrets in one call. A secret it does not give is asked for by itself. */
async function readBatch(aws: Aws, batch: readonly Listed[]): Promise<Map<string, StoredValue[]>> {
  const read = new Map<string, StoredValue[]>();
  const answer = await aws
    .call('BatchGetSecretValue', { SecretIdList: batch.map(({ arn }) => arn) })
    .catch((error: unknown) => {
      if (error instanceof StoreError && error.kind !== 'unreachable' && error.kind !== 'expired')
        return {} as Record<string, unknown>;
      throw error;
    });
  for (const item of listIn(answer.SecretValues)) {
    if (isCurrent(item)) read.set(String(item.ARN), valuesOf(item, String(item.Name), CURRENT));
  }
  return read;
}

function isCurrent({ VersionStages: stages }: Record<string, unknown>): boolean {
  return Array.isArray(stages) && stages.includes('AWSCURRENT');
}

interface Version {
  readonly id?: string;
  readonly state: StoredValue['state'];
  readonly created?: string;
  readonly replaced?: string;
}

const CURRENT: Version = { state: 'current' };

async function earlierVersions(aws: Aws, secret: Listed): Promise<StoredValue[]> {
  const versions = await listVersions(aws, secret);
  const read = await Promise.all(
    versions.filter(({ state }) => state !== 'current').map((version) => readVersion(aws, secret, version)),
  );
  return read.flat();
}

async function listVersions(aws: Aws, { arn }: Listed): Promise<Version[]> {
  const all: Record<string, unknown>[] = [];
  let token: unknown;
  do {
    const input = {
      SecretId: arn,
      IncludeDeprecated: true,
      ...(typeof token === 'string' && { NextToken: token }),
    };
    const answer = await aws.call('ListSecretVersionIds', input);
    all.push(...listIn(answer.Versions));
    token = answer.NextToken;
  } while (typeof token === 'string' && token !== '');
  return inOrder(all);
}

/** Versions by age: each was replaced when the next one was made. */
function inOrder(items: readonly Record<string, unknown>[]): Version[] {
  const sorted = [...items].sort((a, b) => Number(a.CreatedDate ?? 0) - Number(b.CreatedDate ?? 0));
  return sorted.map((item, index) => {
    const stages = Array.isArray(item.VersionStages) ? item.VersionStages : [];
    const state = stages.includes('AWSCURRENT')
      ? 'current'
      : stages.includes('AWSPENDING')
        ? 'pending'
        : 'previous';
    const [created, replaced] = [dateOf(item.CreatedDate), dateOf(sorted[index + 1]?.CreatedDate)];
    return {
      id: String(item.VersionId ?? ''),
      state,
      ...(created && { created }),
      ...(replaced && state === 'previous' && { replaced }),
    };
  });
}

async function readVersion(aws: Aws, secret: Listed, version: Version): Promise<StoredValue[]> {
  const input = {
    SecretId: secret.arn,
    ...(version.id ? { VersionId: version.id } : { VersionStage: 'AWSCURRENT' }),
  };
  return valuesOf(await aws.call('GetSecretValue', input), secret.name, version);
}

function valuesOf(item: Record<string, unknown>, name: string, version: Version): StoredValue[] {
  const { state } = version;
  const created = version.created ?? dateOf(item.CreatedDate);
  const common = {
    store: 'aws',
    path: name,
    version: version.id ?? String(item.VersionId ?? ''),
    state,
    ...(created && { created }),
    ...(version.replaced && { replaced: version.replaced }),
  } as const;
  return secretLeaves(item).map((leaf) => ({ ...common, ...leaf }));
}

function secretLeaves({
  SecretString: text,
  SecretBinary: binary,
}: Record<string, unknown>): { key: string; value: Buffer }[] {
  if (typeof binary === 'string') return [{ key: '', value: Buffer.from(binary, 'base64') }];
  if (typeof text !== 'string') return [];
  try {
    const json: unknown = JSON.parse(text);
    if (isRecord(json)) return leavesOf(json);
  } catch {
    // A secret need not be JSON.
  }
  return [{ key: '', value: Buffer.from(text) }];
}

function listIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Dates come as seconds. */
function dateOf(value: unknown): string | undefined {
  const seconds = Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? new Date(seconds * 1000).toISOString() : undefined;
}
