import type { Chunk, SourceContext } from '../types.js';
import { nameChunk } from './git/blob.js';

/** Most names looked at together. */
const TOGETHER = 4096;

/** Names that hold something to find, as chunks: of many names nearly none does, so many are judged at once. */
export function* suspiciousNames(names: readonly string[], context: SourceContext): Generator<Chunk> {
  for (let at = 0; at < names.length; at += TOGETHER) yield* halved(names.slice(at, at + TOGETHER), context);
}

function* halved(names: readonly string[], context: SourceContext): Generator<Chunk> {
  const [path] = names;
  if (path === undefined) return;
  if (names.length === 1) {
    yield nameChunk({ path });
    return;
  }
  const bytes = Buffer.from(names.join('\n'));
  if (context.sieve?.judge({ path: '', bytes }) === 'clean') return;
  const middle = names.length >> 1;
  yield* halved(names.slice(0, middle), context);
  yield* halved(names.slice(middle), context);
}
