import type { Verdict } from '../checks.js';
import { base62 } from './base62.js';
import { crc32 } from './crc32.js';
import { jwt } from './jwt.js';

/**
 * GitHub's classic tokens: a prefix, 30 random characters, and their CRC-32 in six digits of base 62.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function githubCrc32(secret: string): Verdict {
  const body = secret.slice(secret.indexOf('_') + 1);
  return base62(crc32(body.slice(0, -6)), 6) === body.slice(-6) ? 'proven' : 'refuted';
}

/** npm took over GitHub's layout. https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/ */
export const npmCrc32 = githubCrc32;

/** The installation tokens of 2026: `ghs_`, the number of the app, `_`, a JWT. */
export function githubAppJwt(secret: string): Verdict {
  return jwt(secret.slice(secret.indexOf('eyJ')));
}
