/** A key as the session knows it: a printable character, or one of these names. */
export type Key =
  | { readonly char: string }
  | {
      readonly name:
        | 'enter'
        | 'escape'
        | 'backspace'
        | 'clear'
        | 'left'
        | 'right'
        | 'up'
        | 'down'
        | 'page-up'
        | 'page-down'
        | 'interrupt'
        | 'suspend'
        | 'redraw';
    };

type Name = Extract<Key, { name: string }>['name'];

const CONTROLS: Readonly<Record<string, Name>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\u007f': 'backspace',
  '\b': 'backspace',
  '\u0015': 'clear',
  '\u0003': 'interrupt',
  '\u0004': 'interrupt',
  '\u001a': 'suspend',
  '\u000c': 'redraw',
};

/** What terminals send for keys that have no character, behind `ESC [` or `ESC O`. */
const SEQUENCES: Readonly<Record<string, Name>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  '5~': 'page-up',
  '6~': 'page-down',
};

/** The keys in what a terminal sent at once; a sequence that is not known is no key. */
export function readKeys(input: string): readonly Key[] {
  const keys: Key[] = [];
  for (const [token] of input.matchAll(/\u001b(?:[[O][0-9;?]*[A-Za-z~])|[\s\S]/gu)) {
    const name = token.length > 2 && token.startsWith('\u001b') ? SEQUENCES[token.slice(2)] : CONTROLS[token];
    if (name) keys.push({ name });
    else if (token === '\u001b') keys.push({ name: 'escape' });
    else if (!/^[\p{C}\u001b]/u.test(token)) keys.push({ char: token });
  }
  return keys;
}
