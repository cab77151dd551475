/** Longest line that is taken apart, in characters. */
const LONGEST = 8192;

/**
 * Texts on a line that a tool may have taken for a secret: what stands in quotes, behind `:` or `=`, between spaces,
 * and the first line of a private key.
 */
export function candidatesOn(line: string): readonly string[] {
  const text = line.slice(0, LONGEST).trim();
  const found = [
    ...text.matchAll(/(["'`])((?:(?!\1)[^\\]|\\.)*)\1/g),
    ...text.matchAll(/()[:=]>?\s*["'`]?([^\s"'`,;]+)/g),
    ...text.matchAll(/()[:=]>?\s*(\S.*)$/g),
    ...text.matchAll(/()(BEGIN [A-Z ]{0,20}PRIVATE KEY)/g),
    ...text.matchAll(/()([^\s"'`,;()[\]{}<>]+)/g),
    ...text.matchAll(/()([A-Za-z0-9+/=_-]{8,})/g),
    // the password of a URL
    ...text.matchAll(/():\/\/[^\s:/@]*:([^\s@/]+)@/g),
  ].map(([, , value = '']) => value);
  return [...new Set([text, ...found])].filter((value) => value !== '');
}
