import { type ArchiveEntry, ArchiveFault } from './zip.js';

const BLOCK = 512;

/** Whether bytes begin with a tar header: POSIX ustar or GNU. */
export function isTar(bytes: Uint8Array): boolean {
  return (
    bytes.length >= BLOCK &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', 257, 262) === 'ustar'
  );
}

/** The regular files of a tar archive, long names of both kinds included. Throws ArchiveFault where it is damaged. */
export function* tarEntries(bytes: Uint8Array): Generator<ArchiveEntry> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= view.length && view[at] !== 0; ) {
    const size = numberAt(view, at + 124, 12);
    const start = at + BLOCK;
    const end = start + size;
    if (!Number.isSafeInteger(size) || end > view.length) throw new ArchiveFault('is cut short');
    const type = String.fromCharCode(view[at + 156]!);
    if (type === 'L') longName = textAt(view, start, size);
    else if (type === 'x') longName = paxPath(view.toString('utf8', start, end)) ?? longName;
    else {
      if (type === '0' || type === '\0' || type === '7')
        yield entry(longName ?? nameAt(view, at), view.subarray(start, end));
      longName = undefined;
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function entry(name: string, data: Uint8Array): ArchiveEntry {
  return {
    name,
    size: data.length,
    read(most) {
      if (data.length > most) throw new ArchiveFault('is too large');
      return data;
    },
  };
}

function nameAt(view: Buffer, at: number): string {
  const prefix = textAt(view, at + 345, 155);
  const name = textAt(view, at, 100);
  return prefix && textAt(view, at + 257, 6) === 'ustar' ? `${prefix}/${name}` : name;
}

function textAt(view: Buffer, at: number, length: number): string {
  const end = view.indexOf(0, at);
  return view.toString('utf8', at, end === -1 || end > at + length ? at + length : end);
}

/** Octal text, or GNU's binary form for what does not fit. */
function numberAt(view: Buffer, at: number, length: number): number {
  if (view[at]! & 0x80) return Number(view.readBigUInt64BE(at + length - 8));
  return Number.parseInt(textAt(view, at, length).trim() || '0', 8);
}

function paxPath(records: string): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)/.exec(records)?.[1];
}
