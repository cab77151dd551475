import type { Chunk, Origin, SourceContext } from '../../types.js';
import { chunksOfStream } from '../chunks.js';
import { chunksOfBytes } from './blob.js';
import { CutOff, contentOf, type ObjectReader, readWhole } from './object-stream.js';

/** Less than this is read at once, more goes straight into the buffer that is scanned. */
const SMALL = 1024;

/** The chunks of a blob that is being read; content that is cut off is a skip. */
export async function* blobContent(
  object: Pick<ObjectReader<unknown>, 'size' | 'read'>,
  origin: Origin,
  context: SourceContext,
): AsyncGenerator<Chunk> {
  try {
    if (object.size < SMALL) {
      yield* chunksOfBytes(origin, { bytes: await readWhole(object) }, context);
      return;
    }
    yield* chunksOfStream(origin, contentOf(object), context);
    context.scanned.units++;
  } catch (error) {
    if (!(error instanceof CutOff)) throw error;
    context.skip({ path: origin.path, reason: `${origin.object}: ${error.message}`, incomplete: true });
  }
}
