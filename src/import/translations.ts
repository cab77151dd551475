import type { Lost } from './imported.js';
import { type Dialect, translate, Untranslatable } from './regex.js';

/** Translates expressions; those that cannot be are told in `lost` and left out. */
export function translations(
  sources: readonly string[],
  { dialect, where, lost }: { readonly dialect: Dialect; readonly where: string; readonly lost: Lost[] },
): readonly string[] {
  return sources.flatMap((source) => {
    try {
      return [translate(source, { dialect }).source];
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      lost.push({
        what: `${where}: ${shortened(source)}`,
        why: `cannot be said in JavaScript: ${error.message}`,
      });
      return [];
    }
  });
}

/** The start of an expression, for a message. */
export function shortened(source: string): string {
  return source.length > 60 ? `${source.slice(0, 60)}…` : source;
}
