/** Characters that take two columns, roughly as terminals do: CJK, Hangul, full width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const MARK = /\p{M}/u;

/** How many columns of a terminal a text without control characters takes. */
export function width(text: string): number {
  let columns = 0;
  for (const char of text) columns += widthOf(char);
  return columns;
}

/** A text that takes at most so many columns, an ellipsis for what was cut. */
export function fit(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const char of text) {
    used += widthOf(char);
    if (used > columns - 1) break;
    kept += char;
  }
  return columns > 0 ? `${kept}…` : '';
}

/** A text as lines of at most so many columns, broken at spaces where there are some. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (width(joined) <= columns) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (width(line) > columns) {
      const head = firstColumns(line, columns);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Text at both ends of a line; the left one is cut where they do not fit. */
export function ends(left: string, right: string, columns: number): string {
  const room = columns - width(right) - 1;
  if (room < 10) return fit(left, columns);
  const kept = fit(left, room);
  return `${kept}${' '.repeat(columns - width(kept) - width(right))}${right}`;
}

/** The end of a text, for a path or an input line whose end counts. */
export function fitEnd(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  const reversed = Array.from(text).reverse().join('');
  return Array.from(fit(reversed, columns)).reverse().join('');
}

function firstColumns(text: string, columns: number): string {
  let kept = '';
  let used = 0;
  for (const char of text) {
    used += widthOf(char);
    if (used > columns && kept !== '') break;
    kept += char;
  }
  return kept;
}

function widthOf(char: string): number {
  return MARK.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
}
