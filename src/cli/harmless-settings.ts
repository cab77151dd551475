import { readKept, writeKept } from './kept.js';

/** Keys that only leave out findings, or say what commands with secret stores do. */
const HARMLESS = new Set([
  '$schema',
  'paths',
  'allow',
  'disabledRules',
  'severities',
  'confidence',
  'honour',
  'stores',
  'storeValues',
]);
/** Texts longer than this are not kept. */
const LONGEST = 64 * 1024;

declare const __BUILD__: string;

/** This program's sources: another one may read settings in another way. */
const build = typeof __BUILD__ === 'string' ? __BUILD__ : '';

/** Whether the text of a settings file is known to change nothing where no built-in rule matches. */
export function isKnownHarmless(directory: string, name: string, text: string): boolean {
  if (text.length > LONGEST) return false;
  return readKept(directory, keptName(name, text))?.equals(Buffer.from(text)) === true;
}

/** Keeps a text of settings that were read without an error, if they are so. */
export function keepIfHarmless(
  directory: string,
  name: string,
  { text, settings }: { readonly text: string; readonly settings: unknown },
): void {
  const isHarmless = Object.keys(settings as object).every((key) => HARMLESS.has(key));
  if (isHarmless && text.length <= LONGEST && !isKnownHarmless(directory, name, text))
    writeKept(directory, keptName(name, text), Buffer.from(text));
}

/** One for each text, nearly: of two with the same name the later is kept. */
function keptName(name: string, text: string): string {
  let digest = text.length;
  for (let at = 0; at < text.length; at++) digest = (Math.imul(digest, 31) + text.charCodeAt(at)) | 0;
  return `settings${name.replace(/^\.?/, '-')}-${build}-${digest >>> 0}`;
}
