import { createHmac } from 'node:crypto';
import { createLineMap } from '../../lines.js';
import type { Chunk, Finding, RuleInfo, Scanned, Skip, Source } from '../../types.js';
import type { ValueIndex } from './index-file.js';
import { createIndexSearch } from './index-search.js';
import { describePlace } from './place.js';
import { createSearch } from './search.js';
import { type KnownValue, stateOf } from './values.js';

/** What was found of known values in a source, and what was looked at. */
export interface KnownResult {
  readonly findings: readonly Finding[];
  readonly scanned: Readonly<Scanned>;
  readonly skipped: readonly Skip[];
}

/** Looks for known values in a diff, history, tree or log. Findings hold store paths and versions, never a value. */
export function findKnown(source: Source, known: readonly KnownValue[], key = ''): Promise<KnownResult> {
  const search = createSearch(known);
  return findIn(source, key, (bytes) =>
    search(bytes).map(({ known, ...place }) => ({
      ...place,
      previous: stateOf(known) === 'previous',
      words: known.places.map(describePlace).join('; '),
    })),
  );
}

/** The same by an index, without any value at hand. */
export function findIndexed(source: Source, index: ValueIndex, key = ''): Promise<KnownResult> {
  const search = createIndexSearch(index);
  return findIn(source, key, (bytes) => toHits(search(bytes)));
}

/** Finds indexed values in one chunk; `key` is that of fingerprints. */
export function createIndexedFinder(index: ValueIndex): (chunk: Chunk, key: string) => readonly Finding[] {
  const search = createIndexSearch(index);
  return (chunk, key) => findingsIn(chunk, toHits(search(chunk.bytes)), key);
}

function toHits(hits: ReturnType<ReturnType<typeof createIndexSearch>>): Hit[] {
  return hits.map(({ entry, ...place }) => ({
    ...place,
    previous: entry.state === 'previous',
    words: entry.place,
  }));
}

/** A place in the bytes, the verdict, and what to say of it. */
interface Hit {
  readonly from: number;
  readonly to: number;
  readonly encodings: readonly string[];
  readonly previous: boolean;
  readonly words: string;
}

async function findIn(
  source: Source,
  key: string,
  search: (bytes: Uint8Array) => readonly Hit[],
): Promise<KnownResult> {
  const scanned: Scanned = { units: 0, bytes: 0, commits: 0 };
  const skipped: Skip[] = [];
  const findings: Finding[] = [];
  const context = {
    allocate: (size: number) => new Uint8Array(size),
    skip: (skip: Skip) => void skipped.push(skip),
    scanned,
  };
  for await (const chunk of source.chunks(context))
    findings.push(...findingsIn(chunk, search(chunk.bytes), key));
  return { findings: await withCommits(findings.sort(byPlace), source), scanned, skipped };
}

function findingsIn(chunk: Chunk, hits: readonly Hit[], key: string): readonly Finding[] {
  const inside = hits.filter(({ from }) => from >= chunk.core[0] && from < chunk.core[1]);
  if (inside.length === 0) return [];
  const lines = createLineMap(chunk);
  return inside
    .map((hit) => toFinding(hit, chunk, { lines, key }))
    .filter((finding) => isNew(finding, chunk));
}

function byPlace(a: Finding, b: Finding): number {
  const text = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return (
    text(a.path, b.path) ||
    a.startLine - b.startLine ||
    a.startColumn - b.startColumn ||
    text(a.ruleId, b.ruleId) ||
    text(a.object ?? '', b.object ?? '')
  );
}

async function withCommits(findings: readonly Finding[], source: Source): Promise<readonly Finding[]> {
  const objects = new Set(findings.flatMap(({ object }) => object ?? []));
  if (!source.locate || objects.size === 0) return findings;
  const places = await source.locate(objects);
  return findings.map((finding) => {
    const place = places.get(finding.object ?? '');
    return place ? { ...finding, commit: place.commit, inHead: place.inHead } : finding;
  });
}

function isNew({ startLine }: Finding, { addedLines }: Chunk): boolean {
  return !addedLines || addedLines.some(([from, to]) => startLine >= from && startLine < to);
}

/** What reports say of the verdicts. */
export const KNOWN_RULES: readonly RuleInfo[] = [
  {
    id: 'known-secret-current',
    title: 'Secret that a store holds as current',
    impact: 'This exact value is in use now: whoever reads it here has what the store protects.',
    remediation: 'Rotate it in the store named (keyhound rotate), then remove it here.',
    reference: 'https://github.com/keyhound/keyhound/blob/main/docs/stores.md',
    provider: 'stores',
    severity: 'critical',
  },
  {
    id: 'known-secret-previous',
    title: 'Secret that a store has replaced',
    impact: 'This value was a secret and has been rotated since; it should open nothing any more.',
    remediation: 'Check that the old value was revoked where it was used, not only replaced in the store.',
    reference: 'https://github.com/keyhound/keyhound/blob/main/docs/stores.md',
    provider: 'stores',
    severity: 'low',
  },
];

function toFinding(
  hit: Hit,
  chunk: Chunk,
  { lines, key }: { lines: ReturnType<typeof createLineMap>; key: string },
): Finding {
  const { origin } = chunk;
  const rule = KNOWN_RULES[hit.previous ? 1 : 0]!;
  const { startLine, startColumn } = lines.region([hit.from, hit.to]);
  const identity = JSON.stringify([rule.id, origin.path, hit.words]);
  return {
    ruleId: rule.id,
    title: rule.title,
    provider: rule.provider,
    confidence: 'certain',
    severity: rule.severity,
    path: origin.path,
    kind: origin.kind,
    // Where it ends would tell how long it is.
    ...{ startLine, startColumn, endLine: startLine, endColumn: startColumn },
    redacted: '***',
    snippet: hit.words,
    encodings: hit.encodings,
    fingerprint: createHmac('sha256', key).update(identity).digest('hex').slice(0, 32),
    occurrences: 1,
    related: [],
    ...(origin.label === undefined ? {} : { label: origin.label }),
    ...(origin.object === undefined ? {} : { object: origin.object }),
    ...(origin.commit === undefined ? {} : { commit: origin.commit }),
    ...(origin.inHead === undefined ? {} : { inHead: origin.inHead }),
  };
}
