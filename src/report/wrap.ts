/**
 * Puts words into lines of at most `width` characters, the first of at most `first`; a word that is longer, such as a
 * link, has its line to itself.
 */
export function wrap(words: readonly string[], width: number, first = width): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const room = lines.length === 0 ? first : width;
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** As much of a line around a part of it as fits into `width` characters, with ellipses for what was cut. */
export function around(line: string, part: string, width: number): string {
  const characters = Array.from(line);
  if (characters.length <= width) return line;
  const before = lengthOf(line.slice(0, Math.max(0, line.indexOf(part))));
  // a line reads best from its beginning
  const isEarly = before + lengthOf(part) < (width * 2) / 3;
  const wanted = isEarly ? 0 : before - Math.max(0, width - lengthOf(part)) / 2;
  const start = Math.floor(Math.min(Math.max(0, wanted), characters.length - width));
  const end = start + width;
  const shown = characters.slice(start > 0 ? start + 1 : 0, end < characters.length ? end - 1 : end).join('');
  return `${start > 0 ? '…' : ''}${shown}${end < characters.length ? '…' : ''}`;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
