import type { FindingOptions } from './finding.js';
import { createLineMap } from './lines.js';
import type { Suppressing } from './suppress/suppress.js';
import type { Chunk, Finding, OwnFinding, RuleInfo, Skip, Source, Watcher } from './types.js';

interface Found {
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skip[];
  /** Of rules that are not the detector's. */
  readonly infos: readonly RuleInfo[];
}

/** Adds what the watchers found, with the reasons for which it does not count. */
export async function finishWatchers(
  watchers: readonly Watcher[],
  found: Omit<Found, 'infos'>,
  scan: {
    readonly source: Source;
    readonly finding?: Partial<FindingOptions>;
    readonly suppressing: Suppressing;
  },
): Promise<Found> {
  const { source, finding, suppressing } = scan;
  let all: Found = { ...found, infos: [] };
  for (const watcher of watchers) {
    const of = { locate: source.locate?.bind(source), key: finding?.key ?? '' };
    const watched = await watcher.finish(all.findings, of);
    const own = watched.own.map((own) => suppress(own, suppressing));
    all = {
      findings: [...watched.found, ...own],
      skipped: [...all.skipped, ...watched.skipped],
      infos: [...all.infos, ...watched.rules],
    };
  }
  return all;
}

function suppress({ finding, lines = '' }: OwnFinding, suppressing: Suppressing): Finding {
  const bytes = Buffer.from(lines);
  const [start, end] = [lines.lastIndexOf('\n') + 1, bytes.length];
  const { path, kind, startLine } = finding;
  const line = startLine - (start > 0 ? 1 : 0);
  const chunk: Chunk = { origin: { path, kind }, bytes, offset: 0, line, column: 1, core: [0, end] };
  const place = [Buffer.byteLength(lines.slice(0, start)), end] as const;
  return suppressing.apply({ secret: '', text: '' }, finding, { chunk, lines: createLineMap(chunk), place });
}
