/** How many texts are remembered, and how long they may be. */
const MOST = 4096;
const LONGEST = 256;

/** The same pure function of a text, which keeps its last results; it forgets them all when they become too many. */
export function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size === MOST) known.clear();
    if (text.length <= LONGEST) known.set(ownCopy(text), made);
    return made;
  };
}

/** A part of a text keeps all of it in memory: this does not. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
