import { type SopsDocument, type SopsFormat, UnreadableDocument } from './document.js';
import { readDotenv } from './dotenv.js';
import { readIni } from './ini.js';
import { readJson } from './json.js';
import { readYaml } from './yaml.js';

const READERS: Readonly<Record<SopsFormat, (text: string) => SopsDocument>> = {
  yaml: readYaml,
  json: readJson,
  dotenv: readDotenv,
  ini: readIni,
  binary: (text) => readJson(text, 'binary'),
};

/** The format SOPS takes a file for by its name, or else by what its metadata looks like. */
export function sopsFormat(path: string, text: string): SopsFormat {
  const extension = /\.(ya?ml|json|env|ini)$/i.exec(path)?.[1]?.toLowerCase();
  if (extension === 'yaml' || extension === 'yml') return 'yaml';
  if (extension === 'env') return 'dotenv';
  if (extension === 'json' || extension === 'ini') return extension;
  if (/^\s*\{/.test(text)) return 'binary';
  if (/^sops_(?:mac|version|lastmodified)=/m.test(text)) return 'dotenv';
  if (/^\[sops\]\s*$/m.test(text)) return 'ini';
  return /^sops:\s*$/m.test(text) ? 'yaml' : 'binary';
}

/** Reads a file of any of the formats. Throws `UnreadableDocument`, whatever the input. */
export function readSops(path: string, text: string, format = sopsFormat(path, text)): SopsDocument {
  try {
    return READERS[format](text.replace(/^\uFEFF/, ' '));
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    // Deep nesting exhausts the stack of any recursive reader, aliases have a limit of their own.
    throw new UnreadableDocument('nested too deep or too complex');
  }
}
