/** How far around a name and its value a text must look like one, in bytes. */
const REACH = 32;

/**
 * Whether what stands around `text[from, to)` is no text: compressed data and machine code spell a keyword and an
 * operator by chance. NUL ends strings in programs, and escape starts colours in logs: neither counts.
 */
export function isBinary(text: string, from: number, to: number): boolean {
  const end = Math.min(text.length, to + REACH);
  for (let i = Math.max(0, from - REACH); i < end; i++) if (isControl(text.charCodeAt(i))) return true;
  return false;
}

function isControl(code: number): boolean {
  if (code >= 32) return code === 127;
  return code !== 0 && code !== 9 && code !== 10 && code !== 13 && code !== 27 && code !== 12;
}
