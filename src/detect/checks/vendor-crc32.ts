import type { Verdict } from '../checks.js';
import { crc32 } from './crc32.js';

/**
 * Grafana's service account tokens end in the CRC-32 of what stands before it, in hex, lowest byte first.
 * https://github.com/grafana/grafana/blob/main/pkg/components/satokengen/tokengen.go
 */
export function grafanaCrc32(secret: string): Verdict {
  const [body, sum] = [secret.slice(0, -9), secret.slice(-8)];
  return littleEndian(crc32(body)).toString('hex') === sum.toLowerCase() ? 'proven' : 'refuted';
}

/**
 * Confluent Cloud secrets: `cflt`, 54 characters, and their CRC-32 in base64.
 * https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html
 */
export function confluentCrc32(secret: string): Verdict {
  const sum = littleEndian(crc32(secret.slice(4, 58)))
    .toString('base64')
    .slice(0, 6);
  return sum === secret.slice(58) ? 'proven' : 'refuted';
}

/**
 * Cloudflare's tokens of 2026 end in eight hex digits, the CRC-32 of the 40 characters before them. The page speaks of
 * a checksum without saying which, so one that fails proves nothing.
 * https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/
 */
export function cloudflareCrc32(secret: string): Verdict {
  const body = secret.slice(secret.indexOf('_') + 1, -8);
  return crc32(body).toString(16).padStart(8, '0') === secret.slice(-8) ? 'proven' : 'plausible';
}

/**
 * GitLab's routable tokens end in the CRC-32 of all that stands before it, seven digits of base 36; the two digits
 * before it are the length of the payload. Tokens of the older layouts have no checksum.
 * https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/
 */
export function gitlabRoutable(secret: string): Verdict {
  const found = /^[a-z]{4,8}-([\w-]+)\.01\.(\w{2})(\w{7})$/.exec(secret);
  if (!found) return 'plausible';
  const [, payload = '', length = '', sum] = found;
  if (Number.parseInt(length, 36) !== payload.length) return 'refuted';
  return crc32(secret.slice(0, -7)).toString(36).padStart(7, '0') === sum ? 'proven' : 'refuted';
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
