import { StoreError } from '../store-error.js';
import type { Vault } from './vault.js';

/** What a server knows of a token: what people need to decide, nothing that opens anything. */
export interface TokenFacts {
  readonly kind: 'token' | 'wrapping token' | 'lease';
  readonly facts: Readonly<Record<string, string>>;
}

const SHOWN = [
  'display_name',
  'path',
  'policies',
  'ttl',
  'expire_time',
  'orphan',
  'num_uses',
  'type',
  'creation_time',
  'creation_path',
  'issue_time',
  'renewable',
];

/**
 * Looks a found token up with our own: the found one is not used, so a token with few uses loses none.
 * Undefined when the server does not know it (any more).
 */
export async function lookupToken(vault: Vault, token: string): Promise<TokenFacts | undefined> {
  const known = await ask(vault, 'auth/token/lookup', { token });
  if (!known) return undefined;
  // A wrapping token is a token whose only policy lets it unwrap; what it wraps is told without spending it.
  const wrapped = String(known.policies).includes('response-wrapping')
    ? await ask(vault, 'sys/wrapping/lookup', { token })
    : undefined;
  return { kind: wrapped ? 'wrapping token' : 'token', facts: shown({ ...known, ...wrapped }) };
}

/** Revokes a token with all its children and their leases. */
export async function revokeToken(vault: Vault, token: string): Promise<void> {
  await vault.call('POST', 'auth/token/revoke', { token });
}

/** What a server knows of a lease; undefined when it is none (any more). */
export async function lookupLease(vault: Vault, lease: string): Promise<TokenFacts | undefined> {
  const known = await ask(vault, 'sys/leases/lookup', { lease_id: lease });
  return known && { kind: 'lease', facts: shown(known) };
}

/** Revokes one lease, or with a slash at its end every lease that starts so. */
export async function revokeLease(vault: Vault, lease: string): Promise<void> {
  if (lease.endsWith('/')) await vault.call('POST', `sys/leases/revoke-prefix/${lease}`);
  else await vault.call('POST', 'sys/leases/revoke', { lease_id: lease, sync: true });
}

async function ask(
  vault: Vault,
  path: string,
  body: object,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    return (await vault.call('POST', path, body))?.data;
  } catch (error) {
    // Servers answer for an unknown token or lease as if our question were wrong.
    if (error instanceof StoreError && (error.kind === 'failed' || error.kind === 'missing'))
      return undefined;
    throw error;
  }
}

function shown(facts: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    SHOWN.flatMap((name) =>
      facts[name] === undefined || facts[name] === null ? [] : [[name, JSON.stringify(facts[name])]],
    ),
  );
}
