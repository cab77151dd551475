import { latin1 } from '../../text.js';
import type { Range } from '../../types.js';
import type { Piece } from '../piece.js';
import { joinMessages, type Message } from './records.js';

const FIRST_FIELD = '__CURSOR=';
/** How far an entry begins from where a piece of the log was cut. */
const REACH = 64 * 1024;

/**
 * The messages of `journalctl -o export`, one after the other: fields are `NAME=text` lines, or a name, a length of
 * eight bytes and data; an empty line ends an entry. https://systemd.io/JOURNAL_EXPORT_FORMATS/
 */
export function* journalExport(bytes: Uint8Array, [from, to]: Range): Generator<Piece> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, to);
  const begins = view.toString('latin1', from, from + FIRST_FIELD.length) === FIRST_FIELD;
  const next = begins ? from : view.subarray(0, from + REACH).indexOf(`\n\n${FIRST_FIELD}`, from);
  if (next === -1) return;
  const start = begins ? next : next + 2;
  yield* joinMessages(latin1(bytes, start, to), start, entries(view, start));
}

function* entries(view: Buffer, start: number): Generator<Message> {
  let message: Range | undefined;
  let stream = '';
  let goesOn = false;
  for (const { name, value } of fields(view, start)) {
    if (name === 'MESSAGE') message = value;
    else if (name === '_STREAM_ID' || (name === '_PID' && stream === ''))
      stream = view.toString('latin1', value[0], Math.min(value[1], value[0] + 40));
    else if (name === '_LINE_BREAK') goesOn = view.toString('latin1', ...value) === 'line-max';
    if (name !== '') continue;
    if (message) yield { stream, parts: [[message[0] - start, message[1] - start]], goesOn };
    message = undefined;
    stream = '';
    goesOn = false;
  }
  if (message) yield { stream, parts: [[message[0] - start, message[1] - start]], goesOn };
}

interface Field {
  /** Empty at the end of an entry. */
  readonly name: string;
  readonly value: Range;
}

const LONGEST_NAME = 64;

function* fields(view: Buffer, start: number): Generator<Field> {
  for (let at = start; at < view.length; ) {
    const newline = view.indexOf(10, at);
    const end = newline === -1 ? view.length : newline;
    const equals = view.subarray(0, Math.min(end, at + LONGEST_NAME)).indexOf(0x3d, at);
    if (equals !== -1) yield { name: view.toString('latin1', at, equals), value: [equals + 1, end] };
    else if (end === at) yield { name: '', value: [at, at] };
    else {
      const size = end + 9 <= view.length ? Number(view.readBigUInt64LE(end + 1)) : 0;
      const data: Range = [Math.min(end + 9, view.length), Math.min(end + 9 + size, view.length)];
      yield { name: view.toString('latin1', at, end), value: data };
      at = data[1] + 1;
      continue;
    }
    at = end + 1;
  }
}
