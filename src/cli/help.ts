import yargs from 'yargs';
import { UserError } from '../errors.js';
import { commands } from './commands.js';

/** Prints the help of one command, or of all. */
export async function showHelp(name?: string): Promise<number> {
  if (name !== undefined && !Object.hasOwn(commands, name)) {
    throw new UserError(`unknown command ${JSON.stringify(name)}; see 'keyhound help'`);
  }
  const help = yargs([])
    .scriptName('keyhound')
    .help(false)
    .version(false)
    .exitProcess(false)
    .wrap(Math.min(100, process.stdout.columns ?? 100));
  if (name === undefined) {
    help.usage('keyhound COMMAND [FLAGS]\n\nFinds secrets in code, commits, history and build logs.');
    for (const [command, { describe }] of Object.entries(commands)) help.command(command, describe);
    help.epilogue(
      "'keyhound help COMMAND' shows its flags. Exit codes: 0 clean, 1 findings, 2 usage, 3 incomplete, 4 internal.",
    );
  } else {
    const { command } = await commands[name]!.load();
    help.usage(`keyhound ${command.usage}\n\n${command.describe}`);
    for (const [flag, { type, describe, short, choices, multiple }] of Object.entries(command.flags)) {
      help.option(flag, {
        type,
        describe,
        ...(short ? { alias: short } : {}),
        ...(choices ? { choices } : {}),
        ...(multiple ? { array: true } : {}),
      });
    }
  }
  process.stdout.write(`${await help.getHelp()}\n`);
  return 0;
}
