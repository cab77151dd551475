import { createStepNames } from './decode/log/steps.js';
import { transcode } from './decode/transcode.js';
import { createEngine, type Engine, matchesIn } from './engine.js';
import { type FindingOptions, toFindings } from './finding.js';
import { hideInNames } from './hidden-names.js';
import { createLineMap } from './lines.js';
import { createSieve, sieveKeyOf } from './sieve.js';
import { openArchives } from './sources/archive/open-archives.js';
import { summarize } from './summary.js';
import type { InlineOptions } from './suppress/inline.js';
import { createSuppressing, type Suppressing } from './suppress/suppress.js';
import type { Chunk, Finding, Report, Rule, Scanned, Skip, Source, Suppressor, Watcher } from './types.js';
import { finishWatchers } from './watch.js';

/** What a scan needs. Everything is optional but the source and the rules. */
export interface ScanOptions {
  readonly source: Source;
  readonly rules: readonly Rule[];
  /** Reasons to suppress, in the order they are asked; see suppress/. */
  readonly suppressors?: readonly Suppressor[];
  /** What else looks at the source, in this order. */
  readonly watchers?: readonly Watcher[];
  /** How ignore comments count: `today` is YYYY-MM-DD, `honour` names other tools. Default: those without an end do. */
  readonly inlineIgnores?: boolean | InlineOptions;
  /** Report ignore comments that hide nothing. */
  readonly findUnusedMarks?: boolean;
  /** Paths whose content is not looked at. */
  readonly isExcluded?: (path: string) => boolean;
  readonly finding?: Partial<FindingOptions>;
  /** Whether archives are opened, see sources/archive; default: they are bytes as any other. */
  readonly archives?: boolean;
  /** How deep archives in archives, and encodings in encodings, are opened. */
  readonly limits?: { readonly archiveDepth?: number; readonly decodeDepth?: number };
  readonly signal?: AbortSignal;
  /** Called after each chunk. */
  readonly onProgress?: (scanned: Readonly<Scanned>) => void;
  /** Adds to the report what is known besides the scan; secrets in names are hidden after it. */
  readonly complete?: (report: Report) => Report;
}

/** Scans a source to its end and reports what was found and what was not read. Throws UserError for a wrong target. */
export async function scan(options: ScanOptions): Promise<Report> {
  const { watchers = [] } = options;
  const scanned: Scanned = { units: 0, bytes: 0, commits: 0 };
  const skipped: Skip[] = [];
  const { archiveDepth, decodeDepth } = options.limits ?? {};
  const marks = watchers.flatMap((watcher) => watcher.marks ?? []);
  const engine = createEngine(options.rules, {
    onOverrun: ({ id }, path) => {
      skipped.push({
        path,
        reason: `rule ${id} takes too long; it was not run from here on`,
        incomplete: true,
      });
    },
    onCut: (path) => {
      skipped.push({
        path,
        reason: 'decodes to more than 32 MiB in one piece; the rest of it was not decoded',
        incomplete: true,
      });
    },
    ...(decodeDepth === undefined ? {} : { decodeDepth }),
    marks,
  });
  const suppressing = createSuppressing(suppressionOf(options), (skip) => void skipped.push(skip));
  const findings: Finding[] = [];
  const context = {
    allocate: (size: number) => engine.detector.prefilter.allocate(size),
    skip: (skip: Skip) => void skipped.push(skip),
    scanned,
    unpacker: engine.unpacker,
    sieve: createSieve(engine),
    sieveKey: () => sieveKeyOf(options.rules, [decodeDepth, ...marks]),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(archiveDepth === undefined ? {} : { archiveDepth }),
  };
  const stages: Stages = { engine, suppressing, nameSteps: createStepNames() };
  const source = options.archives ? openArchives(options.source, options.isExcluded) : options.source;
  for await (const chunk of source.chunks(context)) {
    if (!isExcluded(chunk, options)) {
      for (const watcher of watchers) {
        // awaiting nothing would cost every chunk a turn of the event loop
        const seen = watcher.see(chunk);
        if (seen) await seen;
      }
      // one by one: a chunk may hold more findings than a call takes arguments
      for (const finding of scanChunk(chunk, stages, options)) findings.push(finding);
    }
    options.onProgress?.(scanned);
    if (options.signal?.aborted) skipped.push({ path: '', reason: 'interrupted', incomplete: true });
    if (options.signal?.aborted) break;
  }
  const found = { findings: await locate(findings, options.source), skipped, rules: [] };
  const watched = await finishWatchers(watchers, found, { ...options, suppressing });
  const located = suppressing.settle(watched.findings);
  const { mode } = options.source;
  const told = { ...watched, findings: located, idleIgnores: suppressing.idle(located) };
  const report = summarize({ ...told, mode, scanned, rules: options.rules });
  const whole = options.complete?.(report) ?? report;
  return options.finding?.showSecrets ? whole : hideInNames(whole, engine);
}

/** What of the options is about suppression. */
export function suppressionOf({
  inlineIgnores = true,
  suppressors = [],
  findUnusedMarks = false,
}: ScanOptions) {
  const inline = inlineIgnores === true ? { today: '0000-00-00', honour: [] } : inlineIgnores;
  return { ...(inline ? { inline } : {}), suppressors, findUnusedMarks };
}

/** What is left out by name; messages and logs have no name of the repository's. */
function isExcluded({ origin: { kind, path } }: Chunk, options: ScanOptions): boolean {
  return kind !== 'message' && kind !== 'log' && options.isExcluded?.(path) === true;
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

interface Stages {
  readonly engine: Engine;
  readonly suppressing: Suppressing;
  readonly nameSteps: ReturnType<typeof createStepNames>;
}

/** The way of one chunk through decode, detect, finding and suppress. */
function* scanChunk(
  raw: Chunk,
  { engine, suppressing, nameSteps }: Stages,
  options: ScanOptions,
): Generator<Finding> {
  const chunk = transcode(raw);
  suppressing.note(chunk);
  const stepAt = chunk.origin.kind === 'log' ? nameSteps(chunk) : undefined;
  const located = matchesIn(chunk, engine);
  if (located.length === 0) return;
  const lines = createLineMap(chunk);
  const findings = toFindings(located, { chunk, lines }, { key: '', showSecrets: false, ...options.finding });
  for (const [index, finding] of findings.entries()) {
    const { match, place } = located[index]!;
    if (place[0] < chunk.core[0] || place[0] >= chunk.core[1] || !isNew(finding, chunk)) continue;
    const whole = { ...finding, ...withStep(finding.label, stepAt?.(place[0])) };
    yield suppressing.apply(match, whole, { chunk, lines, place });
  }
}

/** Where in a log a finding stands: what its file's name says of it, then what the log itself does. */
function withStep(label: string | undefined, step: string | undefined): Pick<Finding, 'label'> {
  if (!step || label?.includes(', step ')) return label === undefined ? {} : { label };
  return { label: label === undefined ? step : `${label}, ${step}` };
}

function isNew({ startLine, endLine }: Finding, { addedLines }: Chunk): boolean {
  return !addedLines || addedLines.some(([from, to]) => startLine < to && endLine >= from);
}
