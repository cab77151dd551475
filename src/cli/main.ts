import { writeSync } from 'node:fs';
import { OutputError, UserError } from '../errors.js';
import { nearest } from '../nearest.js';
import { version } from '../summary.js';
import { commands } from './commands.js';
import { parse } from './parse.js';

/** Runs the command line; gives the exit code and has printed all there is to say. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  try {
    if (name === '--version' || name === '-v') {
      process.stdout.write(`${version}\n`);
      return 0;
    }
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      const { showHelp } = await import('./help.js');
      return showHelp(rest[0]);
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) {
      const near = nearest(name, Object.keys(commands));
      throw new UserError(
        `unknown command ${JSON.stringify(name)}${near ? `; did you mean ${near}?` : "; see 'keyhound help'"}`,
      );
    }
    const { command } = await load.load();
    // after -- begins the command line of another program
    const own = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
    if (own.includes('--help') || own.includes('-h')) {
      const { showHelp } = await import('./help.js');
      return showHelp(name);
    }
    return await command.run(parse(rest, command.flags));
  } catch (error) {
    return reportError(error);
  }
}

/** Says on standard error what went wrong, and gives the exit code for it. */
export function reportError(error: unknown): number {
  if (error instanceof UserError) return say(oneLine(error.message), 2);
  if (error instanceof Error && error.name === 'StoreError') return say(oneLine(error.message), 3);
  if (error instanceof OutputError) return say(oneLine(error.message), 4);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return say(`internal error; please report it at https://github.com/keyhound/keyhound/issues\n${stack}`, 4);
}

function say(message: string, code: number): number {
  try {
    writeSync(2, `keyhound: ${message}\n`);
  } catch {
    // nobody reads it: the exit code has to say it
  }
  return code;
}

/** A message may name a file of a hostile repository: nothing in it may move the terminal. */
function oneLine(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
