import type { Verdict } from '../checks.js';

/**
 * Sentry's organization tokens: prefix, base64 of a JSON object with the time of issue and the organization or its region, `_`, and
 * 32 random bytes in base64. https://docs.sentry.io/account/auth-tokens/#organization-auth-tokens
 */
export function sentryOrgToken(secret: string): Verdict {
  const [, payload = '', random = ''] = /^sntrys_([^_]+)_(.+)$/.exec(secret) ?? [];
  const claims = jsonObject(payload);
  return claims?.iat && (claims.org || claims.region_url) && random.length >= 43 ? 'proven' : 'plausible';
}

/** Supabase's older keys are tokens for a role; the one for `anon` is public. https://supabase.com/docs/guides/api/api-keys */
export function supabaseServiceRole(secret: string): Verdict {
  const claims = jsonObject(secret.split('.')[1] ?? '');
  if (claims?.role === 'service_role') return 'proven';
  return claims ? 'refuted' : 'plausible';
}

/** Mapbox tokens carry their owner in base64 JSON. https://docs.mapbox.com/api/accounts/tokens/#token-format */
export function mapboxToken(secret: string): Verdict {
  return jsonObject(secret.split('.')[1] ?? '')?.u ? 'proven' : 'plausible';
}

/** The JSON object that base64 of either alphabet holds, or nothing. */
function jsonObject(base64: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
