import { UserError } from '../errors.js';
import { type Args, isOn } from './command.js';
import { findLiteral } from './find-literal.js';
import { readStdin } from './read-stdin.js';

/** The value a command is about: a finding at FILE:LINE, or standard input. Never an argument: those are seen by all. */
export async function foundValue(args: Args): Promise<Buffer> {
  const [place] = args.positionals;
  if (isOn(args, 'stdin')) return readStdin();
  if (!place)
    throw new UserError('name the finding as FILE:LINE, or give the value on standard input with --stdin');
  const { text, from, to } = await findLiteral(place);
  return Buffer.from(text.slice(from, to));
}
