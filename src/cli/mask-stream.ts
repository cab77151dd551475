import { OutputError } from '../errors.js';
import { type Masker, UserError } from '../index.js';
import { writeOut } from './output.js';

/** An unfinished line is shown after so many milliseconds: a prompt must be seen, and progress must move. */
const MOMENT = 80;
/** Lines that could belong together with what follows are shown when nothing followed for so many milliseconds. */
const QUIET = 1000;

/** Lets a stream through a masker to a descriptor, until it ends. Throws UserError where it cannot be read to the end. */
export async function pass(stream: NodeJS.ReadableStream, masker: Masker, descriptor: number): Promise<void> {
  let isOpen = true;
  let failure: unknown;
  let timer: NodeJS.Timeout | undefined;
  let quiet: NodeJS.Timeout | undefined;
  const show = (bytes: Buffer) => {
    try {
      if (isOpen && bytes.length > 0) isOpen = writeOut([bytes], descriptor);
    } catch (error) {
      isOpen = false;
      failure = error;
    }
  };
  const settle = () => {
    timer = undefined;
    show(masker.settle());
  };
  try {
    for await (const bytes of stream) {
      show(masker.push(bytes as Buffer));
      // a reader that has gone ends the writer, as in any pipe
      if (!isOpen) break;
      timer ??= setTimeout(settle, MOMENT);
      clearTimeout(quiet);
      quiet = setTimeout(() => show(masker.settle(true)), QUIET);
    }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    throw new UserError(
      `${path ?? 'standard input'}: cannot be read to its end (${code ?? 'unknown error'})`,
    );
  } finally {
    clearTimeout(timer);
    clearTimeout(quiet);
    show(masker.end());
  }
  if (failure instanceof OutputError) throw failure;
}
