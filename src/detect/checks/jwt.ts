import type { Verdict } from '../checks.js';

/**
 * A JSON Web Token (RFC 7519): a header that is a JSON object, and a signature. It is proven if the header names an
 * algorithm, the signature has the length the algorithm gives, and the claims are those of somebody, not of a sample.
 * A proof of possession (RFC 9449) is no credential.
 */
export function jwt(secret: string): Verdict {
  const [header, payload, signature = ''] = secret.split('.');
  const head = object(header);
  if (!head || Object.keys(head).length === 0 || signature === '' || head.typ === 'dpop+jwt')
    return 'refuted';
  const claims = object(payload);
  const bytes = Math.floor((signature.length * 3) / 4);
  return claims && hasLengthOf(head.alg, bytes) && isSomebodys(claims) ? 'proven' : 'plausible';
}

function isSomebodys(claims: Record<string, unknown>): boolean {
  const text = JSON.stringify(claims);
  return ['iss', 'sub', 'aud', 'jti', 'iat'].some((name) => name in claims) && !SAMPLE.test(text);
}

const SAMPLE = /john ?doe|1234567890|test|mock|example|sample|demo|dummy|foo|"joe"/i;

/** A header and a payload without their signature: what is left of a token that was cut. */
export function jwtUnsigned(secret: string): Verdict {
  const [header, payload] = secret.split('.');
  return typeof object(header)?.alg === 'string' && object(payload) ? 'plausible' : 'refuted';
}

/** A token that was wrapped in base64 once more, as in Kubernetes secrets. */
export function jwtBase64(secret: string): Verdict {
  return jwt(Buffer.from(secret, 'base64').toString('latin1').trim());
}

function object(part: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 7518 section 3, RFC 8037: bytes of a signature. RSA keys have 1024 to 8192 bits in practice. */
function hasLengthOf(alg: unknown, bytes: number): boolean {
  if (typeof alg !== 'string') return false;
  if (/^(RS|PS)/.test(alg)) return bytes >= 128 && bytes <= 1024;
  return bytes === LENGTHS[alg];
}

const LENGTHS: Readonly<Record<string, number>> = {
  HS256: 32,
  HS384: 48,
  HS512: 64,
  ES256: 64,
  ES256K: 64,
  ES384: 96,
  ES512: 132,
  EdDSA: 64,
};
