import type { Readable } from 'node:stream';
import { gitMessage } from './failure.js';
import { type ObjectType, parseHeader } from './objects.js';
import { type GitPlace, type GitStream, streamGit } from './run.js';

/** An object whose content is being read. `read` fills a buffer from its start and gives 0 at the end, or throws CutOff. */
export interface ObjectReader<T> {
  readonly request: T;
  readonly type: ObjectType;
  readonly size: number;
  read(into: Uint8Array): Promise<number>;
}

/** An object that git could not give, and why. */
export interface ObjectLoss<T> {
  readonly request: T;
  readonly lost: string;
}

/** Thrown by `read` when git ended within an object. */
export class CutOff extends Error {
  override readonly name = 'CutOff';
}

/**
 * Streams the content of any number of objects through `git cat-file --batch`, in the order asked and with bounded
 * memory. What is not read of an object is passed over. When git dies, the object it died at is a loss, or its `read`
 * throws, and a new git goes on behind it: every request is answered exactly once.
 */
export async function* readObjects<T extends { readonly oid: string }>(
  place: GitPlace,
  requests: AsyncIterable<T> | Iterable<T>,
  signal?: AbortSignal,
): AsyncGenerator<ObjectReader<T> | ObjectLoss<T>> {
  const queue = createQueue(requests);
  while (!signal?.aborted && (await queue.hasMore())) {
    const stream = streamGit(place, ['cat-file', '--batch', '--buffer']);
    const feeding = queue.feed(stream);
    try {
      yield* answers(stream, queue, signal);
    } finally {
      stream.process.stdin.destroy();
      stream.process.stdout.destroy();
      stream.process.kill();
      await feeding;
    }
  }
}

/** The content of an object piece by piece; a piece is valid until the next one is asked for. */
export async function* contentOf(object: Pick<ObjectReader<unknown>, 'read'>): AsyncGenerator<Uint8Array> {
  const piece = Buffer.allocUnsafe(64 * 1024);
  for (;;) {
    const count = await object.read(piece);
    if (count === 0) return;
    yield piece.subarray(0, count);
  }
}

/** The whole content of an object that is being read. */
export async function readWhole(object: {
  readonly size: number;
  read(into: Uint8Array): Promise<number>;
}): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(object.size);
  for (let at = 0; at < bytes.length; ) {
    const count = await object.read(bytes.subarray(at));
    if (count === 0) break;
    at += count;
  }
  return bytes;
}

/** The same, or undefined where git cannot give it or its content is cut off. */
export async function readIfWhole<T>(object: ObjectReader<T> | ObjectLoss<T>): Promise<Buffer | undefined> {
  if ('lost' in object) return undefined;
  try {
    return await readWhole(object);
  } catch (error) {
    if (error instanceof CutOff) return undefined;
    throw error;
  }
}

async function* answers<T extends { readonly oid: string }>(
  stream: GitStream,
  queue: RequestQueue<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<ObjectReader<T> | ObjectLoss<T>> {
  const input = createInput(stream.process.stdout);
  while (!signal?.aborted) {
    const line = await input.line();
    const request = queue.first();
    if (line === undefined || request === undefined) {
      const end = await stream.end;
      // git ended early: what it stood at is lost, the rest is asked again
      if (request !== undefined) yield { request: queue.take()!, lost: gitMessage(end) };
      return;
    }
    const header = parseHeader(line);
    if (!header) {
      queue.take();
      yield {
        request,
        lost: line.endsWith(' missing') ? 'object missing or corrupt' : 'object not readable',
      };
      continue;
    }
    let left = header.size;
    const reader: ObjectReader<T> = {
      request,
      ...header,
      async read(into) {
        const count = left === 0 ? 0 : await input.read(into.subarray(0, Math.min(left, into.length)));
        left -= count;
        if (left > 0 && count === 0) throw new CutOff(`content ends ${left} bytes early`);
        return count;
      },
    };
    yield reader;
    queue.take();
    if (!(await input.pass(left + 1))) {
      await stream.end;
      return;
    }
  }
}

interface RequestQueue<T> {
  hasMore(): Promise<boolean>;
  /** Writes requests to git until there are no more or git is gone. */
  feed(stream: GitStream): Promise<void>;
  /** The oldest request without an answer. */
  first(): T | undefined;
  take(): T | undefined;
}

function createQueue<T extends { readonly oid: string }>(
  requests: AsyncIterable<T> | Iterable<T>,
): RequestQueue<T> {
  const source =
    Symbol.asyncIterator in requests ? requests[Symbol.asyncIterator]() : requests[Symbol.iterator]();
  let pending: T[] = [];
  let at = 0;
  let isDone = false;
  async function more(): Promise<T | undefined> {
    if (isDone) return undefined;
    const next = await source.next();
    if (next.done) isDone = true;
    else pending.push(next.value);
    return next.done ? undefined : next.value;
  }
  return {
    async hasMore() {
      return at < pending.length || (await more()) !== undefined;
    },
    async feed({ process: { stdin } }) {
      let text = pending.slice(at).map(toLine).join('');
      for (;;) {
        const request = text.length < WRITTEN_AT_ONCE ? await more() : undefined;
        if (request) {
          text += toLine(request);
          continue;
        }
        if (text === '' || !stdin.writable) break;
        if (!stdin.write(text)) await drained(stdin);
        text = '';
      }
      stdin.end();
    },
    first: () => pending[at],
    take() {
      const request = pending[at++];
      if (at > 4096) {
        pending = pending.slice(at);
        at = 0;
      }
      return request;
    },
  };
}

/** Characters of requests that are gathered for one write. */
const WRITTEN_AT_ONCE = 4096;

const toLine = ({ oid }: { readonly oid: string }) => `${oid}\n`;

function drained(stream: NodeJS.WritableStream): Promise<void> {
  const events = ['drain', 'close', 'error'];
  return new Promise((resolve) => {
    const done = () => {
      for (const event of events) stream.off(event, done);
      resolve();
    };
    for (const event of events) stream.on(event, done);
  });
}

interface Input {
  /** The next line without its end; undefined at the end of the stream. */
  line(): Promise<string | undefined>;
  /** Copies what is there, at least a byte, into a buffer; 0 at the end of the stream. */
  read(into: Uint8Array): Promise<number>;
  /** Passes over a number of bytes; false when the stream ended before. */
  pass(count: number): Promise<boolean>;
}

/** Longest line that git's protocol can have here. */
const LINE_LIMIT = 64 * 1024;

function createInput(stream: Readable): Input {
  const iterator = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let buffer: Buffer = Buffer.alloc(0);
  async function refill(): Promise<boolean> {
    try {
      const next = await iterator.next();
      if (next.done) return false;
      buffer = next.value;
      return true;
    } catch {
      return false;
    }
  }
  return {
    async line() {
      let text = '';
      for (;;) {
        const end = buffer.indexOf(10);
        text += buffer.toString('latin1', 0, end === -1 ? buffer.length : end);
        buffer = end === -1 ? Buffer.alloc(0) : buffer.subarray(end + 1);
        if (end !== -1) return text;
        if (text.length > LINE_LIMIT || !(await refill())) return undefined;
      }
    },
    async read(into) {
      if (buffer.length === 0 && !(await refill())) return 0;
      const count = buffer.copy(into, 0);
      buffer = buffer.subarray(count);
      return count;
    },
    async pass(count) {
      let left = count;
      while (left > buffer.length) {
        left -= buffer.length;
        if (!(await refill())) return false;
      }
      buffer = buffer.subarray(left);
      return true;
    },
  };
}
