import { readFileSync } from 'node:fs';
import { UserError } from '../index.js';
import type { GivenValues } from '../types.js';
import { type Args, texts } from './command.js';

/** Names of environment variables whose values are secrets. */
const SECRET_NAME =
  /pass(?:word|wd|phrase)?$|pwd$|secret|token|api_?key|access_?key|private_?key|credential|_auth$/i;
const NOT_SECRET_NAME = /_(?:file|path|dir|url|id|name|type|env|socket|sock|ttl|expiry)$|askpass/i;

/** URLs and connection strings with a password. */
const MAY_HOLD_SECRET = /:\/\/[^/\s@]*:[^/\s@]+@|(?:password|pwd|key)\s*=/i;

/**
 * A search for the values that are to be masked: of variables with credential-like names, of URLs with a password, of `--mask-env` and
 * `--mask-file`. Undefined where there are none; `warn` is told of given ones that are too short.
 */
export async function valuesToMask(
  args: Args,
  warn: (message: string) => void,
): Promise<GivenValues | undefined> {
  const given = [...variables(args), ...lines(args)];
  const variablesHere = Object.entries(process.env);
  const named = variablesHere.flatMap(([name, value]) =>
    value && SECRET_NAME.test(name) && !NOT_SECRET_NAME.test(name) ? [value] : [],
  );
  const strings = variablesHere.flatMap(([, value]) => (value && MAY_HOLD_SECRET.test(value) ? [value] : []));
  if (given.length + named.length + strings.length === 0) return undefined;
  const { givenValues, innerSecrets, isMaskable, isOrdinary, SHORTEST_VALUE } = await import('../stores.js');
  const short = new Map<string, number>();
  for (const { value, from } of given) {
    if (!isMaskable(value)) short.set(from, (short.get(from) ?? 0) + 1);
  }
  for (const [from, count] of short) {
    const many = count > 1 ? `${count} values are` : 'a value is';
    warn(`${from}: ${many} shorter than ${SHORTEST_VALUE} characters and not masked`);
  }
  const guessed = [...named, ...strings.flatMap(innerSecrets)].filter((value) => !isOrdinary(value));
  return givenValues([...given.map(({ value }) => value), ...guessed]);
}

interface Given {
  readonly value: string;
  /** The flag it comes from. */
  readonly from: string;
}

function variables(args: Args): readonly Given[] {
  return texts(args, 'mask-env').map((name) => {
    const from = `--mask-env ${name}`;
    const value = process.env[name];
    if (!value) throw new UserError(`${from}: no such variable in the environment, or it is empty`);
    return { value, from };
  });
}

function lines(args: Args): readonly Given[] {
  return texts(args, 'mask-file').flatMap((file) => {
    const from = `--mask-file ${file}`;
    const values = read(file, from)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    if (values.length === 0) throw new UserError(`${from}: holds no values; write one a line`);
    return values.map((value) => ({ value, from }));
  });
}

function read(file: string, from: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new UserError(`${from}: not readable (${(error as NodeJS.ErrnoException).code})`);
  }
}
