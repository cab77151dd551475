import { printableText } from './base64-text.js';
import type { Candidate } from './candidate.js';

const REACH = 2048;
const MOST_ENTRIES = 64;
/** `data:` or `stringData:` in YAML, `"data": {` in JSON. */
const DATA = /(?:^|[\n{,])([ \t]*)"?(data|stringData)"?[ \t]*:[ \t]*(\{|\r?\n)/g;
const ENTRY =
  /[ \t]*"?([\w.-]{1,128})"?[ \t]*:[ \t]*(["']?)([^\s"',{}]{6,1024})\2[ \t]*,?[ \t]*(?:#[^\n]*)?(?:\r?\n|(?=[}"])|$)/y;

/** The entries of a Kubernetes Secret behind its `kind`; `at` is the start of that word. */
export function readManifest(text: string, at: number): Candidate[] {
  const area = text.slice(at, at + REACH);
  const end = area.search(/\n---|\nkind:/);
  const manifest = end < 0 ? area : area.slice(0, end);
  const found: Candidate[] = [];
  for (const block of manifest.matchAll(DATA)) {
    const encoded = block[2] === 'data';
    const from = block.index + block[0].length;
    for (const entry of entriesFrom(manifest, from, block[3] === '{' ? undefined : block[1]!.length)) {
      found.push(toCandidate(entry, at, encoded));
    }
  }
  return found;
}

interface Entry {
  readonly name: string;
  readonly nameFrom: number;
  readonly value: string;
  readonly from: number;
}

/** Entries one after another; in YAML only while they stand deeper than their block. */
function entriesFrom(text: string, from: number, indent: number | undefined): Entry[] {
  const entries: Entry[] = [];
  ENTRY.lastIndex = from;
  while (entries.length < MOST_ENTRIES) {
    const start = ENTRY.lastIndex;
    const match = ENTRY.exec(text);
    if (match === null) break;
    const [whole, name, , value] = match;
    const nameFrom = start + whole.indexOf(name!);
    if (indent !== undefined && nameFrom - start <= indent) break;
    const valueFrom = start + whole.indexOf(value!, nameFrom - start + name!.length);
    entries.push({ name: name!, nameFrom, value: value!, from: valueFrom });
  }
  return entries;
}

function toCandidate({ name, nameFrom, value, from }: Entry, at: number, encoded: boolean): Candidate {
  const decoded = encoded ? printableText(value) : undefined;
  return {
    ruleId: 'kubernetes-secret',
    nameFrom: at + nameFrom,
    nameTo: at + nameFrom + name.length,
    operator: ':',
    quote: 'bare',
    gapFrom: at + from,
    gapTo: at + from,
    from: at + from,
    to: at + from + value.length,
    ...(decoded === undefined ? {} : { decoded }),
  };
}
