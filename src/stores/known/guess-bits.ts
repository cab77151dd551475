/** What a word, a name or a date is worth to somebody who guesses with lists. */
const WORD_BITS = 12;
const NUMBER_BITS = 7;
/** Separators stand where people expect them. */
const SYMBOL_BITS = 2;

/**
 * How many bits a value has at least for somebody who knows how people make passwords; errs low. Only what a
 * generator made gets high: words, dates, runs and repeats count for little.
 */
export function guessBits(text: string): number {
  const perChar = Math.log2(alphabet(text));
  let bits = 0;
  for (const [part] of text.matchAll(/[A-Z]?[a-z]{3,}|[A-Z]{4,}|\d{4,}|./gs)) {
    if (/^[A-Za-z]{3,}$/.test(part)) bits += WORD_BITS;
    else if (/^[^A-Za-z0-9]$/.test(part)) bits += SYMBOL_BITS;
    else if (/^\d{4,}$/.test(part)) bits += Math.min(NUMBER_BITS, part.length * 3.3);
    else bits += part.length * perChar;
  }
  return Math.min(bits, shannon(text) * text.length) * distinctness(text);
}

function alphabet(text: string): number {
  if (/^[0-9a-f]+$|^[0-9A-F]+$/.test(text)) return 16;
  const classes: readonly [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[^A-Za-z0-9]/, 8],
  ];
  return Math.max(
    2,
    classes.reduce((sum, [pattern, size]) => sum + (pattern.test(text) ? size : 0), 0),
  );
}

function shannon(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}

/** Repeats and sequences such as `abcabc` and `12345` make a value shorter than it looks. */
function distinctness(text: string): number {
  if (text.length < 4) return 1;
  const pairs = new Set<string>();
  let steps = 0;
  for (let at = 1; at < text.length; at++) {
    pairs.add(text.slice(at - 1, at + 1));
    if (text.charCodeAt(at) - text.charCodeAt(at - 1) === 1) steps++;
  }
  return Math.min(1, (pairs.size / (text.length - 1)) * 1.1) * (1 - steps / text.length);
}
