import { parseArgs } from 'node:util';
import { UserError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { Args, Flags } from './command.js';

/** Parses a command's arguments. Throws UserError that names the flag and, where one is near, the right one. */
export function parse(argv: readonly string[], flags: Flags): Args {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) },
    ]),
  );
  let args: Args;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      strict: true,
    });
    args = { positionals, values };
  } catch (error) {
    throw new UserError(explain(error as Error & { code?: string }, Object.keys(flags)));
  }
  for (const [name, { choices }] of Object.entries(flags)) {
    const given = args.values[name];
    for (const value of Array.isArray(given) ? given : [given]) {
      if (choices && value !== undefined && !choices.includes(String(value))) {
        throw new UserError(`--${name} ${JSON.stringify(value)}: must be one of ${choices.join(', ')}`);
      }
    }
  }
  return args;
}

function explain(error: Error & { code?: string }, names: readonly string[]): string {
  const flag = /'(-{1,2}[^' ]+)/.exec(error.message)?.[1] ?? '';
  if (error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return error.message.split('. ')[0] ?? error.message;
  const near = nearest(flag.replace(/^-+/, ''), names);
  return `unknown flag ${flag}${near ? `; did you mean --${near}?` : "; 'keyhound help' lists the flags"}`;
}
