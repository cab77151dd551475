import { BASE64, kindOf } from './characters.js';

const LEAST = 8;

/** What a base64 value says, where that is text of printable ASCII; nothing where it is no base64 or not text. */
export function printableText(value: string): string | undefined {
  if (value.length < LEAST || value.length > 4096 || !isBase64(value)) return undefined;
  const text = Buffer.from(value, 'base64').toString('latin1');
  if (text.length < Math.floor((value.length * 3) / 4) - 3) return undefined;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && code !== 10 && code !== 13 && code !== 9) || code > 126) return undefined;
  }
  return text.trim();
}

function isBase64(value: string): boolean {
  const end = value.endsWith('==') ? value.length - 2 : value.endsWith('=') ? value.length - 1 : value.length;
  for (let i = 0; i < end; i++) if ((kindOf(value.charCodeAt(i)) & BASE64) === 0) return false;
  return true;
}
