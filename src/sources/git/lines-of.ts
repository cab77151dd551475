import type { Readable } from 'node:stream';

/** The parts of a stream between separators (a byte), the separators left out; an unended last part is given too. */
export async function* partsOf(stream: Readable, separator: number): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const data of stream as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? data : Buffer.concat([rest, data]);
    let from = 0;
    for (let at = bytes.indexOf(separator); at !== -1; at = bytes.indexOf(separator, from)) {
      yield bytes.subarray(from, at);
      from = at + 1;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield rest;
}

/** The lines of a stream as text. */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  for await (const line of partsOf(stream, 10)) yield line.toString();
}
