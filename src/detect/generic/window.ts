const MAX_LINE = 1000;

/** The place of `what` in `text[from, limit)`, or -1; never looks further, however long the text is. */
export function findWithin(text: string, what: string, [from, limit]: readonly [number, number]): number {
  const found = text.slice(from, limit).indexOf(what);
  return found < 0 ? -1 : from + found;
}

/** Where the line of `at` starts, or the place 1,000 characters before. */
export function lineStart(text: string, at: number): number {
  const least = Math.max(0, at - MAX_LINE);
  return least + text.slice(least, at).lastIndexOf('\n') + 1;
}

/** Where the line of `at` ends, or the place 1,000 characters behind. */
export function lineEnd(text: string, at: number): number {
  const most = Math.min(text.length, at + MAX_LINE);
  const found = findWithin(text, '\n', [at, most]);
  return found < 0 ? most : found;
}
