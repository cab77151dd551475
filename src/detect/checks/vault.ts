import type { Verdict } from '../checks.js';

/**
 * A signed service token of Vault or OpenBao is base64url of a protobuf message: 1 = version 1, 2 = HMAC of 32 bytes,
 * 3 = the inner token, itself a message whose field 1 is the prefix and 24 characters.
 * Source of the format: `SignedToken` and `Token` in vault's helper/tokens (openbao: vault/tokens).
 */
export function vaultServiceToken(secret: string): Verdict {
  const [, body = ''] = /^hvs\.([A-Za-z0-9_-]+)/.exec(secret) ?? [];
  const message = Buffer.from(body, 'base64url');
  const isSigned = message[0] === 0x08 && message[1] === 1 && message[2] === 0x12 && message[3] === 32;
  if (!isSigned || message[36] !== 0x1a) return 'plausible';
  const inner = message.subarray(38);
  return inner.length === message[37] && hasInnerToken(inner) ? 'proven' : 'plausible';
}

/** Field 1, a text of 24 to 30 bytes: the random part with or without its prefix. */
function hasInnerToken(inner: Buffer): boolean {
  const length = inner[1] ?? 0;
  return (
    inner[0] === 0x0a &&
    /^(?:hvs\.|s\.)?[A-Za-z0-9]{24}$/.test(inner.subarray(2, 2 + length).toString('latin1'))
  );
}
