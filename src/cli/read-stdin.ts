import { UserError } from '../errors.js';

const LARGEST = 1 << 20;

/** A value from standard input, without one newline at its end. Throws UserError when there is none. */
export async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += chunk.length;
    if (size > LARGEST) throw new UserError('the value on standard input is longer than 1 MiB');
    chunks.push(chunk as Buffer);
  }
  const value = Buffer.concat(chunks);
  const end = value.at(-1) === 10 ? (value.at(-2) === 13 ? -2 : -1) : undefined;
  const trimmed = value.subarray(0, end);
  if (trimmed.length === 0) throw new UserError('no value on standard input');
  return trimmed;
}
