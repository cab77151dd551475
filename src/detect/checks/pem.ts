/** What a PEM-like block holds, as far as it is there: blocks may be cut, escaped, indented or quoted. */
export interface PemBlock {
  /** The words of the first line, such as `RSA PRIVATE KEY`. */
  readonly label: string;
  /** RFC 1421 or armor headers (`Proc-Type: 4,ENCRYPTED`), one a line. */
  readonly headers: string;
  readonly base64: string;
  readonly bytes: Buffer;
  /** Dots stand for a part of the body. */
  readonly isElided: boolean;
  /** The block has its last line: nothing is missing behind the body. */
  readonly isClosed: boolean;
}

/** Takes a PEM block apart, whatever its line breaks were turned into; the base64 of an armor checksum is left out. */
export function readPem(text: string): PemBlock | undefined {
  const [, label, rest] = /-----BEGIN ([A-Z0-9 ]{3,60})-----([\s\S]*)/.exec(text) ?? [];
  if (!label || rest === undefined) return undefined;
  const inside = rest.replace(/-----END[\s\S]*/, '');
  const lines = inside.replace(LINE_BREAK, '\n').split('\n');
  const headers = lines.filter((line) => HEADER.test(line)).join('\n');
  const body = lines.filter((line) => !HEADER.test(line) && !ARMOR_CHECKSUM.test(line));
  // in a diff every line begins with a plus, which is also a digit of base64
  const isDiff = body.filter((line) => line.startsWith('+')).length > body.length / 2;
  const base64 = body.map((line) => (isDiff ? line.slice(1) : line).replace(NOT_BASE64, '')).join('');
  const bytes = Buffer.from(base64, 'base64');
  return { label, headers, base64, bytes, isElided: /\.\.[^A-Za-z]/.test(inside), isClosed: inside !== rest };
}

const LINE_BREAK = /\\+r|\\+n|\\+t|&#1[03];|&#x[adAD];|%0[adAD]|<br ?\/?>|\r/g;
const HEADER = /^[^A-Za-z]{0,12}(?:Proc-Type|DEK-Info|Version|Comment|Hash|MessageID|Charset|Subject)\s?:/;
const ARMOR_CHECKSUM = /^[^A-Za-z0-9+/=]*=[A-Za-z0-9+/]{4}[^A-Za-z0-9+/=]*$/;
/** A plus or a slash only counts next to a letter or digit: `" +` joins strings, and `//` begins a comment. */
const NOT_BASE64 = /[^A-Za-z0-9+/=]|(?<![A-Za-z0-9+/])[+/]+(?![A-Za-z0-9+/])/g;
