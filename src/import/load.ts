import { UserError } from '../errors.js';
import type { Importer } from './imported.js';

/** Names under which settings of other tools usually lie in a repository. */
export const IMPORTED_NAMES = [
  '.gitleaks.toml',
  '.betterleaks.toml',
  '.gitleaksignore',
  '.betterleaksignore',
  '.secrets.baseline',
  '.secretlintrc.json',
  '.secretlintrc.yml',
  '.secretlintrc.yaml',
  '.secretlintrc.js',
  '.secretlintignore',
  '.talismanrc',
  '.secretsignore',
  '.gitallowed',
  '.gitguardian.yaml',
  '.gitguardian.yml',
  '.github/secret_scanning.yml',
  '.hashicorp/vault-radar/ignore.yaml',
] as const;

/**
 * What reads a file: by the name of a format, else by the file's own name and text. Loads all readers, and is called by
 * nothing that is in a hurry. Throws UserError where there is none.
 */
export async function findImporter(file: string, text: string, format?: string): Promise<Importer> {
  const { importers } = await import('./importers.js');
  const found = importers.find((one) =>
    format === undefined ? one.recognises(file, text) : one.format === format,
  );
  if (found) return found;
  const names = importers.map((one) => one.format).join(', ');
  throw new UserError(
    format === undefined
      ? `${file}: not a format that is known; say which it is with --from: ${names}`
      : `--from ${JSON.stringify(format)}: must be one of ${names}`,
  );
}
