/** Texts in which nothing was found, as far as they are remembered. */
export interface KnownTexts {
  /** Asks about the texts of one object; what is not known is noted until the next object begins. */
  begin(): (text: string) => boolean;
  /** Nothing was found in any text that was noted. */
  settle(): void;
}

/** Texts that are remembered, and how long they may be. */
const MOST = 16_384;
const LONGEST = 768;

export function createKnownTexts(): KnownTexts {
  const known = new Set<string>();
  let noted: string[] = [];
  return {
    begin() {
      noted = [];
      return (text) => {
        if (text.length > LONGEST) return false;
        if (known.has(text)) return true;
        noted.push(text);
        return false;
      };
    },
    settle() {
      if (known.size + noted.length > MOST) known.clear();
      for (const text of noted) known.add(text);
      noted = [];
    },
  };
}
