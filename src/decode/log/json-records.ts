import { latin1 } from '../../text.js';
import type { Range } from '../../types.js';
import type { Piece } from '../piece.js';
import { jsonString } from './json-string.js';
import { joinMessages, type Message, type Part } from './records.js';

/** How far the key of the message may stand from the start of a record; the journal writes some twenty fields before. */
const HEAD = 4096;
/** One line that is longer than this may be an array of records. */
const LONG_LINE = 64 * 1024;

const KEY = /"(log|MESSAGE|message|msg)":[ \t]?(?=["[])/g;
const RECORD = /^\s{0,9}\{[^\n]{0,4000}"(?:log|MESSAGE|message|msg)":[ \t]?["[]/;
const ARRAY = /^\s{0,9}\[\s{0,9}\{[^[\]{}]{0,200}"message":[ \t]?"/;

/**
 * The messages in a log of JSON, one after the other as the program wrote them: lines of Docker, of the journal
 * (`journalctl -o json`) or of a program that logs so, or the array that CircleCI gives. `isStart`: the bytes begin
 * the log.
 */
export function* jsonRecords(bytes: Uint8Array, [from, to]: Range, isStart = true): Generator<Piece> {
  const head = latin1(bytes, from, Math.min(to, from + HEAD));
  const isLines = RECORD.test(head);
  if (!isLines && !ARRAY.test(head) && (isStart || !isInArray(bytes, [from, to]))) return;
  const text = latin1(bytes, from, to);
  yield* joinMessages(text, from, isLines ? lineMessages(text) : arrayMessages(text, isStart));
}

/** Whether a later piece of a log belongs to an array of records on one line. */
function isInArray(bytes: Uint8Array, [from, to]: Range): boolean {
  const newline = bytes.indexOf(10, from);
  if (newline !== -1 && newline < from + LONG_LINE) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, to).indexOf('},{"message":"', from) !== -1;
}

function* lineMessages(text: string): Generator<Message> {
  let record = { end: -1, stream: '', goesOn: false };
  for (const { key, parts, start, end } of keyed(text)) {
    if (key === 'log') {
      const stream = startsAt(/,[ \t]?"stream":[ \t]?"(\w+)"/y, text, end);
      // Docker cuts a line at 16 KiB, and ends the last part of it as the program did
      yield { stream: stream ?? '', parts, goesOn: stream !== undefined && !endsLine(parts) };
    } else if (key === 'MESSAGE') {
      // many of them on one line must not each cost a look at all of it
      if (start >= record.end) record = journalRecord(text, start, end);
      yield { stream: record.stream, parts, goesOn: record.goesOn };
    } else yield { stream: '', parts, goesOn: false };
  }
}

/** What the line says of the message in it that stands between two indices, and where the line ends. */
function journalRecord(text: string, from: number, to: number) {
  const end = lineEnd(text, to);
  const line = text.slice(text.lastIndexOf('\n', from) + 1, end);
  const stream = /"_(?:STREAM_ID|PID)":"(\w+)"/.exec(line)?.[1] ?? '';
  return { end, stream, goesOn: line.includes('"_LINE_BREAK":"line-max"') };
}

/** Output as it came, in pieces of any size. */
function* arrayMessages(text: string, isStart: boolean): Generator<Message> {
  if (!isStart) {
    const { parts, end } = jsonString(text, 0);
    if (/^,"|^\}/.test(text.slice(end, end + 2))) yield { stream: typeAfter(text, end), parts, goesOn: true };
  }
  for (const { key, parts, end } of keyed(text)) {
    if (key === 'message') yield { stream: typeAfter(text, end), parts, goesOn: true };
  }
}

function typeAfter(text: string, at: number): string {
  return /^[^{}]{0,200}?"type":[ \t]?"(\w+)"/.exec(text.slice(at, at + 240))?.[1] ?? '';
}

interface Keyed {
  readonly key: string;
  readonly parts: readonly Part[];
  readonly start: number;
  /** Behind the value. */
  readonly end: number;
}

function* keyed(text: string): Generator<Keyed> {
  const pattern = new RegExp(KEY);
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const start = found.index + found[0].length;
    const { parts, end } = text[start] === '"' ? jsonString(text, start + 1) : byteArray(text, start);
    yield { key: found[1]!, parts, start, end };
    pattern.lastIndex = end;
  }
}

/** What the journal writes of a message that is no text, or has control characters: its bytes as numbers. */
function byteArray(text: string, start: number): { parts: readonly Part[]; end: number } {
  const parts: Part[] = [];
  const number = /[[,](\d{1,3})(?=[,\]])/y;
  number.lastIndex = start;
  let end = start + 1;
  for (let found = number.exec(text); found; found = number.exec(text)) {
    end = found.index + found[0].length;
    parts.push([end - found[1]!.length, end, String.fromCharCode(Number(found[1]) & 0xff)]);
  }
  return { parts, end };
}

function endsLine(parts: readonly Part[]): boolean {
  return parts.at(-1)?.[2] === '\n';
}

function startsAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[1];
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}
