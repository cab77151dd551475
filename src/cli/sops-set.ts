import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';
import { keysOf, readSops, setSopsValue, sopsKeyring, writeAtomic } from '../stores.js';
import type { Args } from './command.js';
import { readStdin } from './read-stdin.js';

/** `keyhound sops set`: the value comes from standard input, never from the command line. */
export async function run(args: Args): Promise<number> {
  const [path, name, ...more] = args.positionals;
  if (!path || !name || more.length > 0)
    throw new UserError('keyhound sops set needs FILE and KEY; the value is read from standard input');
  const text = readFileSync(path, 'utf8');
  const value = await readStdin();
  try {
    const keys = keysOf(readSops(path, text), name);
    await writeAtomic(
      path,
      await setSopsValue(path, text, {
        keys,
        value,
        keyring: await sopsKeyring(process.env),
        now: new Date(),
      }),
    );
  } finally {
    value.fill(0);
  }
  return 0;
}
