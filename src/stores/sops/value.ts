import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ScalarKind } from './document.js';

/** A SOPS ciphertext taken apart: AES-256-GCM with a tag of 16 bytes. */
export interface SopsValue {
  readonly data: Buffer;
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly type: string;
}

const FORM =
  /^ENC\[AES256_GCM,data:([A-Za-z0-9+/]+={0,2}),iv:([A-Za-z0-9+/]+={0,2}),tag:([A-Za-z0-9+/]{22}==),type:(str|int|float|bool|bytes|time|comment)\]$/;

/** SOPS itself writes 32 bytes; older files have 12. */
const IV_LENGTHS = { least: 12, most: 64 };

/** Takes a ciphertext apart; undefined for anything that only looks like one, such as `ENC[hunter2]`. */
export function parseSopsValue(text: string): SopsValue | undefined {
  const parts = FORM.exec(text);
  if (!parts) return undefined;
  const [, data, iv, tag, type = ''] = parts;
  const decoded = { data: base64(data), iv: base64(iv), tag: base64(tag) };
  if (!decoded.data || !decoded.iv || !decoded.tag) return undefined;
  if (decoded.iv.length < IV_LENGTHS.least || decoded.iv.length > IV_LENGTHS.most) return undefined;
  return { data: decoded.data, iv: decoded.iv, tag: decoded.tag, type };
}

/** The plain bytes, or undefined when the key or the place (`aad`) is not the one it was encrypted for. */
export function decryptSopsValue(value: SopsValue, key: Buffer, aad: string): Buffer | undefined {
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, value.iv, { authTagLength: 16 });
    cipher.setAAD(Buffer.from(aad)).setAuthTag(value.tag);
    return Buffer.concat([cipher.update(value.data), cipher.final()]);
  } catch {
    return undefined;
  }
}

/** The ciphertext of a value. SOPS leaves the empty string as it is, so does this. */
export function encryptSopsValue(
  plain: Buffer,
  type: Exclude<ScalarKind, 'null'>,
  at: { key: Buffer; aad: string },
): string {
  if (plain.length === 0) return '';
  const iv = randomBytes(32);
  const cipher = createCipheriv('aes-256-gcm', at.key, iv, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(at.aad));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
  const tag = cipher.getAuthTag().toString('base64');
  return `ENC[AES256_GCM,data:${data},iv:${iv.toString('base64')},tag:${tag},type:${type}]`;
}

/** Base64 that decodes to itself: with padding, and no stray bits in the last character. */
function base64(text = ''): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
