import { OutputError } from '../errors.js';
import { createWideMasker, type Masker, UserError, unopenedKind } from '../index.js';
import { writeOut } from './output.js';

/** An unfinished line is shown after so many milliseconds: a prompt must be seen, and progress must move. */
const MOMENT = 80;
/** Lines that could belong together with what follows are shown when nothing followed for so many milliseconds. */
const QUIET = 1000;

/** Where a stream goes, and what it must not be. */
interface Passing {
  /** Default: standard output. */
  readonly descriptor?: number;
  /** Refuse what is compressed: no secret in it could be seen. */
  readonly onlyText?: boolean;
}

/**
 * Lets a stream through a masker to a descriptor, until it ends. Throws UserError where it cannot be read to the end,
 * or is compressed and must not be.
 */
export async function pass(
  stream: NodeJS.ReadableStream,
  narrow: Masker,
  { descriptor = 1, onlyText = false }: Passing = {},
): Promise<void> {
  const masker = createWideMasker(narrow);
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
    let isStart = onlyText;
    for await (const bytes of stream) {
      if (isStart) refuseCompressed(bytes as Buffer);
      isStart = false;
      show(masker.push(bytes as Buffer));
      // a reader that has gone ends the writer, as in any pipe
      if (!isOpen) break;
      timer ??= setTimeout(settle, MOMENT);
      clearTimeout(quiet);
      quiet = setTimeout(() => show(masker.settle(true)), QUIET);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
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

const UNPACK: Readonly<Record<string, string>> = {
  gzip: 'gunzip -c',
  zip: 'unzip -p',
  xz: 'xz -dc',
  bzip2: 'bzip2 -dc',
  zstd: 'zstd -dc',
};

function refuseCompressed(start: Buffer): void {
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const kind = isGzip
    ? 'gzip'
    : start.toString('latin1', 0, 4) === 'PK\x03\x04'
      ? 'zip'
      : unopenedKind(start);
  if (!kind) return;
  const how = UNPACK[kind] ? `, as in '${UNPACK[kind]} FILE | keyhound log --mask'` : '';
  throw new UserError(
    `log --mask: the log is packed by ${kind}, where nothing can be masked; unpack it first${how}`,
  );
}
