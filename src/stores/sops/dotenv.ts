import { createLeafList, type SopsDocument, UnreadableDocument } from './document.js';
import { unflatten } from './flat.js';

const PREFIX = 'sops_';

/**
 * Reads a dotenv file as SOPS does: `#` in column 1 is a comment, everything after the first `=` is the value,
 * quotes and blanks included, `\n` is a newline. Throws `UnreadableDocument`.
 */
export function readDotenv(text: string): SopsDocument {
  const leaves = createLeafList();
  const entries: [string, string][] = [];
  const active: string[] = [];
  let metadataAt = 0;
  for (const { line, at } of linesOf(text)) {
    if (line.startsWith('#')) {
      active.push(line.slice(1));
      continue;
    }
    const equals = line.indexOf('=');
    if (equals < 0) throw new UnreadableDocument('a line without =');
    const key = line.slice(0, equals);
    const value = line.slice(equals + 1).replaceAll('\\n', '\n');
    if (key.startsWith(PREFIX)) {
      if (entries.push([key.slice(PREFIX.length), value]) === 1) metadataAt = at;
    } else {
      const comments = [[...active]];
      leaves.add({
        keys: [key],
        path: key,
        kind: 'str',
        text: value,
        from: at + equals + 1,
        to: at + line.length,
        comments,
      });
    }
    active.length = 0;
  }
  const metadata = entries.length > 0 && { metadata: unflatten(entries) };
  return { format: 'dotenv', text, leaves: leaves.leaves, ...metadata, metadataAt };
}

function* linesOf(text: string): Iterable<{ line: string; at: number }> {
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (end > at) yield { line: text.slice(at, end), at };
    at = end + 1;
  }
}
