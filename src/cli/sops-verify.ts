import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';
import { decryptSops, openDataKey, readSops, sopsKeyring } from '../stores.js';
import type { Args } from './command.js';
import { writeOut } from './output.js';

/** `keyhound sops verify`: 0 when every file decrypts and its MAC holds, 1 when one does not, 3 when a key is missing. */
export async function run(args: Args): Promise<number> {
  if (args.positionals.length === 0) throw new UserError('keyhound sops verify needs at least one FILE');
  const codes: number[] = [];
  const keyring = await sopsKeyring(process.env);
  for (const path of args.positionals) codes.push(await verify(path, keyring));
  return codes.includes(1) ? 1 : codes.includes(3) ? 3 : 0;
}

async function verify(path: string, keyring: Awaited<ReturnType<typeof sopsKeyring>>): Promise<number> {
  const document = read(path);
  if (!document.metadata) return say(path, 'is not encrypted with SOPS', 1);
  let key: Buffer;
  try {
    key = await openDataKey(document.metadata, keyring);
  } catch (error) {
    if (error instanceof UserError) return say(path, `not verified: ${error.message}`, 3);
    throw error;
  }
  try {
    const { mac, values } = decryptSops(document, key);
    for (const { plain } of values) plain.fill(0);
    return say(
      path,
      mac === 'valid' ? `${values.length} values, MAC valid` : `MAC ${mac}: do not trust it`,
      mac === 'valid' ? 0 : 1,
    );
  } catch (error) {
    if (error instanceof UserError) return say(path, error.message, 1);
    throw error;
  } finally {
    key.fill(0);
  }
}

function read(path: string): ReturnType<typeof readSops> {
  try {
    return readSops(path, readFileSync(path, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError(`${path}: ${code ? `cannot be read (${code})` : message}`);
  }
}

function say(path: string, what: string, code: number): number {
  writeOut([`${JSON.stringify(path).slice(1, -1)}: ${what}\n`]);
  return code;
}
