import type { Chunk, Origin, SourceContext } from '../types.js';
import { archiveChunks, isArchive } from './archive/archive.js';
import { ArchiveFault, type ZipEntry, zipEntries } from './archive/zip.js';
import { chunksOfStream } from './chunks.js';

/** Largest archive of logs that is read, in bytes; what is in it is streamed. */
const LARGEST_ARCHIVE = 128 << 20;
/** Bounds of what one archive may hold: a bomb must end. */
const MOST_BYTES = 8 * 2 ** 30;
const MOST_ENTRIES = 10_000;
/** Of an archive within the archive, which is read in one piece. */
const LARGEST_NESTED = 64 << 20;

/** The logs in a zip, as GitHub and Azure give those of a run, each labelled with job and step as far as its name says. */
export async function* logArchiveChunks(
  origin: Origin,
  read: (into: Uint8Array) => number,
  context: SourceContext,
): AsyncGenerator<Chunk> {
  const skip = (path: string, reason: string) => context.skip({ path, reason, incomplete: true });
  const bytes = readAll(read);
  if (!bytes) {
    skip(origin.path, `archive larger than ${LARGEST_ARCHIVE} bytes`);
    return;
  }
  const budget = { bytes: MOST_BYTES, entries: MOST_ENTRIES };
  try {
    for (const entry of zipEntries(bytes)) {
      if (--budget.entries < 0) throw new ArchiveFault(`has more than ${MOST_ENTRIES} files`);
      const path = `${origin.path}!/${entry.name}`;
      const label = jobAndStep(entry.name);
      const inner = { ...origin, path, ...(label === undefined ? {} : { label }) };
      try {
        yield* entryChunks(entry, inner, { context, budget });
      } catch (error) {
        const fault =
          error instanceof ArchiveFault ? error.message : isOfZlib(error) ? 'is damaged' : undefined;
        if (fault === undefined) throw error;
        skip(path, `archived file ${fault}`);
      }
    }
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    skip(origin.path, `archive ${error.message}`);
  }
}

function readAll(read: (into: Uint8Array) => number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const part = new Uint8Array(1 << 20);
    const count = read(part);
    if (count === 0) return Buffer.concat(parts, size);
    size += count;
    if (size > LARGEST_ARCHIVE) return undefined;
    parts.push(part.slice(0, count));
  }
}

interface Reading {
  readonly context: SourceContext;
  readonly budget: { bytes: number };
}

async function* entryChunks(
  entry: ZipEntry,
  origin: Origin,
  { context, budget }: Reading,
): AsyncGenerator<Chunk> {
  const parts = counted(entry.open(), budget);
  const first = await parts.next();
  if (!first.done && isArchive(first.value)) {
    await parts.return(undefined);
    const before = context.scanned.bytes;
    yield* archiveChunks(origin, entry.read(LARGEST_NESTED), context);
    budget.bytes -= context.scanned.bytes - before;
    return;
  }
  async function* all() {
    if (!first.done) yield first.value;
    yield* parts;
  }
  yield* chunksOfStream(origin, all(), context);
  context.scanned.units++;
}

async function* counted(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  budget: { bytes: number },
): AsyncGenerator<Uint8Array, undefined> {
  for await (const part of parts) {
    budget.bytes -= part.length;
    if (budget.bytes < 0) throw new ArchiveFault('is too large');
    yield part;
  }
}

function isOfZlib(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code?.startsWith('Z_') === true;
}

/**
 * GitHub and Azure name the logs of steps `job/3_step.txt`, and those of whole jobs `0_job.txt`. Folders around a job
 * are of the workflow it is from.
 */
function jobAndStep(path: string): string | undefined {
  const [, job, number, name] = /^(?:(.+)\/)?(\d+)_([^/]+)\.txt$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  return job === undefined ? `job ${name}` : `job ${job.replaceAll('/', ' / ')}, step ${number} ${name}`;
}
