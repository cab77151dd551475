import { segmentsOf } from './decode/segments.js';
import { createDetector, type Detector } from './detect/detector.js';
import { type FindingOptions, toFindings } from './finding.js';
import { createPrefilter } from './kernel/prefilter.js';
import { createLineMap, type LineMap } from './lines.js';
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
  const detector = createDetector(options.rules, createPrefilter);
  const scanned: Scanned = { units: 0, bytes: 0, commits: 0 };
  const skipped: Skip[] = [];
  const findings: Finding[] = [];
  const context = {
    allocate: (size: number) => detector.prefilter.allocate(size),
    skip: (skip: Skip) => void skipped.push(skip),
    scanned,
    ...(options.signal ? { signal: options.signal } : {}),
  };
  for await (const chunk of options.source.chunks(context)) {
    findings.push(...scanChunk(chunk, detector, options));
    options.onProgress?.(scanned);
    if (options.signal?.aborted) skipped.push({ path: '', reason: 'interrupted', incomplete: true });
    if (options.signal?.aborted) break;
  }
  return summarize({ mode: options.source.mode, scanned, skipped, findings, rules: options.rules });
}

/** The way of one chunk through decode, detect, finding and suppress. */
function* scanChunk(chunk: Chunk, detector: Detector, options: ScanOptions): Generator<Finding> {
  let lines: LineMap | undefined;
  for (const segment of segmentsOf(chunk)) {
    const matches = detector.detect(segment, chunk.origin.path);
    if (matches.length === 0) continue;
    lines ??= createLineMap(chunk);
    const findings = toFindings(
      matches,
      { chunk, segment, lines },
      { key: '', showSecrets: false, ...options.finding },
    );
    for (const [index, finding] of findings.entries()) {
      const match = matches[index]!;
      const [start] = segment.locate(match.from, match.to);
      if (start < chunk.core[0] || start >= chunk.core[1] || !isNew(finding, chunk)) continue;
      const suppression =
        (options.inlineIgnores !== false && inlineIgnore(finding, start, { chunk, lines })) ||
        firstOf(options.suppressors ?? [], match, finding);
      yield suppression ? { ...finding, suppression } : finding;
    }
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
