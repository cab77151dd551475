import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { UserError } from '../../errors.js';
import { isRecord } from '../http/json.js';
import { StoreError } from '../store-error.js';
import type { Vault } from './vault.js';

/** One request in Vault's audit log in which a value was sent or given. */
export interface AuditUse {
  readonly time: string;
  readonly operation: string;
  readonly path: string;
  readonly who: string;
  readonly address: string;
}

/** What the log says of a value, and how much of the log could be read. */
export interface Trace {
  readonly uses: readonly AuditUse[];
  readonly lines: number;
  readonly unread: number;
}

/**
 * Who read or sent a value, by an audit log: Vault hashes the value with the log's own key, and that hash is looked
 * for. The log holds no plain value and neither does the result.
 */
export async function traceValue(
  vault: Vault,
  value: Buffer,
  log: { device: string; file: string },
): Promise<Trace> {
  const hash = await auditHash(vault, value, log.device);
  const uses: AuditUse[] = [];
  let lines = 0;
  let unread = 0;
  for await (const line of createInterface({
    input: createReadStream(log.file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    lines++;
    if (!line.includes(hash)) continue;
    const use = readEntry(line);
    if (!use) unread++;
    // Our own question is in the log too.
    else if (!use.path.startsWith('sys/audit-hash/')) uses.push(use);
  }
  return { uses, lines, unread };
}

async function auditHash(vault: Vault, value: Buffer, device: string): Promise<string> {
  const answer = await vault
    .call('POST', `sys/audit-hash/${device}`, { input: value.toString('utf8') })
    .catch((error: unknown) => {
      if (error instanceof StoreError && error.kind === 'failed') return undefined;
      throw error;
    });
  const hash = answer?.data.hash;
  if (typeof hash === 'string' && hash.startsWith('hmac-')) return hash;
  throw new UserError(`Vault has no audit device ${device}/: see vault audit list`);
}

function readEntry(line: string): AuditUse | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    if (!isRecord(entry) || !isRecord(entry.request)) return undefined;
    const auth = isRecord(entry.auth) ? entry.auth : {};
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    return {
      time: text(entry.time),
      operation: text(entry.request.operation),
      path: text(entry.request.path),
      who: text(auth.display_name) || text(auth.entity_id) || 'nobody logged in',
      address: text(entry.request.remote_address),
    };
  } catch {
    return undefined;
  }
}
