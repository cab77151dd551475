import { stepAt } from './decode/log-step.js';
import { transcode } from './decode/transcode.js';
import { createEngine, type Engine, matchesIn } from './engine.js';
import { type FindingOptions, toFindings } from './finding.js';
import { createLineMap, type LineMap } from './lines.js';
import { createSieve } from './sieve.js';
import { summarize } from './summary.js';
import { findInlineIgnore } from './suppress/inline.js';
import { utf8 } from './text.js';
import type { Chunk, Finding, Match, Report, Rule, Scanned, Skip, Source, Suppression } from './types.js';

/** What a scan needs. Everything is optional but the source and the rules. */
export interface ScanOptions {
  readonly source: Source;
  readonly rules: readonly Rule[];
  /** Reasons to suppress, in the order they are asked; see suppress/. */
  readonly suppressors?: readonly ((match: Match, finding: Finding) => Suppression | undefined)[];
  /** Honour `keyhound:ignore` comments; default true. */
  readonly inlineIgnores?: boolean;
  readonly finding?: Partial<FindingOptions>;
  readonly signal?: AbortSignal;
  /** Called after each chunk. */
  readonly onProgress?: (scanned: Readonly<Scanned>) => void;
}

/** Scans a source to its end and reports what was found and what was not read. Throws UserError for a wrong target. */
export async function scan(options: ScanOptions): Promise<Report> {
  const engine = createEngine(options.rules);
  const scanned: Scanned = { units: 0, bytes: 0, commits: 0 };
  const skipped: Skip[] = [];
  const findings: Finding[] = [];
  const context = {
    allocate: (size: number) => engine.detector.prefilter.allocate(size),
    skip: (skip: Skip) => void skipped.push(skip),
    scanned,
    unpacker: engine.unpacker,
    sieve: createSieve(engine),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  for await (const chunk of options.source.chunks(context)) {
    findings.push(...scanChunk(chunk, engine, options));
    options.onProgress?.(scanned);
    if (options.signal?.aborted) skipped.push({ path: '', reason: 'interrupted', incomplete: true });
    if (options.signal?.aborted) break;
  }
  const located = await locate(findings, options.source);
  return summarize({ mode: options.source.mode, scanned, skipped, findings: located, rules: options.rules });
}

/** Says of findings in git objects where in the history they stand; sources that know it already are not asked. */
async function locate(findings: readonly Finding[], source: Source): Promise<readonly Finding[]> {
  const objects = new Set(findings.flatMap(({ object }) => object ?? []));
  if (!source.locate || objects.size === 0) return findings;
  const places = await source.locate(objects);
  return findings.map((finding) => {
    const place = places.get(finding.object ?? '');
    if (!place) return finding;
    const label = [finding.label, place.byMerge ? 'introduced by a merge' : undefined, place.label]
      .filter((part) => part !== undefined)
      .join(', ');
    return { ...finding, commit: place.commit, inHead: place.inHead, ...(label ? { label } : {}) };
  });
}

/** The way of one chunk through decode, detect, finding and suppress. */
function* scanChunk(raw: Chunk, engine: Engine, options: ScanOptions): Generator<Finding> {
  const chunk = transcode(raw);
  const located = matchesIn(chunk, engine);
  if (located.length === 0) return;
  const lines = createLineMap(chunk);
  const findings = toFindings(located, { chunk, lines }, { key: '', showSecrets: false, ...options.finding });
  for (const [index, finding] of findings.entries()) {
    const { match, place } = located[index]!;
    if (place[0] < chunk.core[0] || place[0] >= chunk.core[1] || !isNew(finding, chunk)) continue;
    const suppression =
      (options.inlineIgnores !== false && inlineIgnore(finding, place[0], { chunk, lines })) ||
      firstOf(options.suppressors ?? [], match, finding);
    const step = chunk.origin.kind === 'log' && !finding.label ? stepAt(chunk.bytes, place[0]) : undefined;
    yield { ...finding, ...(step ? { label: `step ${step}` } : {}), ...(suppression ? { suppression } : {}) };
  }
}

function isNew({ startLine, endLine }: Finding, { addedLines }: Chunk): boolean {
  return !addedLines || addedLines.some(([from, to]) => startLine < to && endLine >= from);
}

function inlineIgnore(
  finding: Finding,
  offset: number,
  { chunk, lines }: { chunk: Chunk; lines: LineMap },
): Suppression | undefined {
  const text = ([from, to]: readonly [number, number]) => utf8(chunk.bytes, from, Math.min(to, from + 4096));
  const line = lines.lineAt(offset);
  const above = line[0] > 0 ? text(lines.lineAt(line[0] - 1)) : '';
  return findInlineIgnore(finding.ruleId, text(line), above);
}

function firstOf(
  suppressors: NonNullable<ScanOptions['suppressors']>,
  match: Match,
  finding: Finding,
): Suppression | undefined {
  for (const suppress of suppressors) {
    const suppression = suppress(match, finding);
    if (suppression) return suppression;
  }
  return undefined;
}
