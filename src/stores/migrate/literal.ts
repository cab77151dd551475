/** A literal in a source file: UTF-16 offsets of the secret itself, and of the quotes around the string it is in. */
export interface Literal {
  readonly path: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The string around a secret, when it is in quotes on its line. */
export interface Quoted {
  readonly quote: string;
  /** Offsets of the opening quote and behind the closing one. */
  readonly from: number;
  readonly to: number;
  /** What stands in the string before and after the secret. */
  readonly before: string;
  readonly after: string;
}

/** Finds the quotes around a secret by reading its line from the start, as most languages do. */
export function quotesAround({ text, from, to }: Literal): Quoted | undefined {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
  for (let at = start; at < from; at++) {
    const quote = text[at] ?? '';
    if (!/["'`]/.test(quote)) continue;
    const close = closing(text, at + 1, { quote, end });
    if (close === undefined) return undefined;
    if (close >= to)
      return {
        quote,
        from: at,
        to: close + 1,
        before: text.slice(at + 1, from),
        after: text.slice(to, close),
      };
    at = close;
  }
  return undefined;
}

function closing(
  text: string,
  from: number,
  { quote, end }: { quote: string; end: number },
): number | undefined {
  for (let at = from; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return undefined;
}

/** The name a value is assigned to on its line, as an environment variable would be called. */
export function variableName(literal: Literal, fallback: string): string {
  const { text, from } = literal;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const quoted = quotesAround(literal);
  const outside = assignedName(text.slice(start, quoted?.from ?? from));
  // Within quotes there may be a header or an option, but a URL's scheme and user are no names.
  const inside = quoted && !quoted.before.includes('://') ? assignedName(quoted.before) : undefined;
  const name = (outside ?? inside ?? fallback).replace(/^.*\./, '');
  const snake = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_');
  return snake.replace(/^_+|_+$/g, '').toUpperCase() || 'SECRET';
}

function assignedName(text: string): string | undefined {
  return text.match(/[A-Za-z_][\w.-]*(?=["']?\s*(?::=|=>|[:=(,]))/g)?.at(-1);
}
