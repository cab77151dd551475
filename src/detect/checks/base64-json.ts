import type { Verdict } from '../checks.js';

/** A prefix and the base64 of a JSON object, as 1Password, Grafana Cloud and others write their tokens. */
export function base64Json(secret: string): Verdict {
  const start = secret.indexOf('ey');
  try {
    const value: unknown = JSON.parse(Buffer.from(secret.slice(start), 'base64').toString('utf8'));
    return start >= 0 && typeof value === 'object' && value !== null ? 'proven' : 'plausible';
  } catch {
    return 'plausible';
  }
}
