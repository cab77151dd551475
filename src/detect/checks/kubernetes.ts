import type { Verdict } from '../checks.js';
import { jwt } from './jwt.js';

/** A JSON Web Token that a cluster issued to a service account. */
export function kubernetesJwt(secret: string): Verdict {
  const payload = Buffer.from(secret.split('.')[1] ?? '', 'base64url').toString('utf8');
  return /"(?:kubernetes\/serviceaccount|system:serviceaccount:|kubernetes\.io)/.test(payload)
    ? jwt(secret)
    : 'refuted';
}

/**
 * A value of a Secret manifest: base64 of text that is no template, no sample and no reference to another store.
 * https://kubernetes.io/docs/concepts/configuration/secret/
 */
export function kubernetesSecretValue(secret: string): Verdict {
  const text = Buffer.from(secret, 'base64').toString('utf8');
  if (text.length < 5 || /[\u0000-\u0008\ufffd]/.test(text)) return 'refuted';
  return NOT_SECRET.test(text.trim()) ? 'refuted' : 'plausible';
}

const NOT_SECRET =
  /^(?:admin|root|user(?:name)?|true|false|none|null|test|example|changeme|default|password|localhost|[\d.]+|https?:\/\/[^@]*|.*\{\{.*\}\}.*|\$\{?\w+\}?)$/i;
