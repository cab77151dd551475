import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.js';

/** The web identity token in a file; `where` says what named the file. Throws UserError. */
export function readTokenFile(file: string, where: string): Promise<string> {
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => {
      throw new UserError(`${where} names a token file that cannot be read`);
    },
  );
}
