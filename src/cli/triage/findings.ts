import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  blobSource,
  type Config,
  type Finding,
  historySource,
  listTracked,
  type Matched,
  type Report,
  readReport,
  type ScanOptions,
  type Source,
  scan,
  treeSource,
  UserError,
} from '../../index.js';
import type { BaselineFile } from '../baseline-file.js';
import { type Args, isOn } from '../command.js';
import { readBaseline, scanOptions } from '../run-scan.js';
import { loadSettings } from '../settings.js';
import { type Group, groupFindings } from './groups.js';

/** What there is to decide, and what could not be told. */
export interface Triage {
  readonly groups: readonly Group[];
  readonly warning?: string;
}

/** Scans as the flags say and groups what is not suppressed by its value. */
export async function findFresh(args: Args, root: string, baseline: BaselineFile): Promise<Triage> {
  const source = ({ isExcluded }: Pick<Config, 'isExcluded'>): Source =>
    isOn(args, 'history')
      ? historySource({ path: root })
      : treeSource({ root, targets: [root], listTracked, isExcluded });
  const values = createValues();
  const report = await scan(withValues(await optionsOf(args, { root, source }, baseline), values));
  return triageOf(report, values);
}

/**
 * The findings of a saved report, as they are found now where the report says: fingerprints are keyed by the baseline,
 * and a report that was made without it has others. Where nothing is found any more there is nothing to decide.
 */
export async function findReported(
  file: string,
  args: Args,
  { root, baseline }: { root: string; baseline: BaselineFile },
): Promise<Triage> {
  const saved = readReport(read(file), file);
  const values = createValues();
  const reported = new Set(saved.findings.map(placeKey));
  const found: Report[] = [];
  for (const source of sourcesOf(saved.findings, root)) {
    const options = await optionsOf(args, { root, source: () => source }, baseline);
    found.push(await scan(withValues(options, values)));
  }
  const findings = found
    .flatMap((report) => report.findings)
    .filter((finding) => reported.has(placeKey(finding)));
  const known = new Map(saved.findings.map((finding) => [placeKey(finding), finding]));
  const withHistory = findings.map((finding) => ({ ...known.get(placeKey(finding)), ...finding }));
  const lost = saved.findings.length - new Set(withHistory.map(placeKey)).size;
  const triage = triageOf({ ...saved, skipped: [], findings: withHistory }, values);
  if (lost === 0) return triage;
  const what = lost === 1 ? '1 finding of the report is' : `${lost} findings of the report are`;
  return { ...triage, warning: `${what} no longer where it says; scan again for them.` };
}

/** The source that holds a finding's surroundings; nothing for what is neither file nor blob. */
export function sourceOf({ kind, path, object }: Finding, root: string): Source | undefined {
  if (kind === 'blob' && object !== undefined)
    return blobSource({ repository: root, blobs: [{ path, object }] });
  return kind === 'file' && isFile(join(root, path)) ? treeSource({ root, targets: [path] }) : undefined;
}

function sourcesOf(findings: readonly Finding[], root: string): readonly Source[] {
  const blobs = new Map(
    findings.flatMap(({ kind, path, object }) =>
      kind === 'blob' && object !== undefined ? [[`${object} ${path}`, { path, object }] as const] : [],
    ),
  );
  const files = new Set(findings.filter(({ kind }) => kind === 'file').map(({ path }) => path));
  const targets = [...files].filter((path) => isFile(join(root, path)));
  return [
    ...(targets.length > 0 ? [treeSource({ root, targets })] : []),
    ...(blobs.size > 0 ? [blobSource({ repository: root, blobs: [...blobs.values()] })] : []),
  ];
}

async function optionsOf(
  args: Args,
  command: { root: string; source: (config: Config) => Source },
  { baseline }: BaselineFile,
): Promise<ScanOptions> {
  const config = await loadSettings(args, command.root);
  const options = scanOptions(args, command, { config, baseline: readBaseline(args, command.root) });
  return { ...options, finding: { ...options.finding, key: baseline.salt, showSecrets: false } };
}

/** Which findings show the same value: by a key of this run, so that no value is kept. */
interface Values {
  note(match: Matched, finding: Finding): undefined;
  of(finding: Finding): string;
}

function createValues(): Values {
  const key = randomBytes(16);
  const values = new Map<string, string>();
  return {
    note(match, finding) {
      // what a watcher found has no value
      if (match.secret !== '')
        values.set(valueKey(finding), createHmac('sha256', key).update(match.secret).digest('hex'));
    },
    of: (finding) => values.get(valueKey(finding)) ?? finding.fingerprint,
  };
}

const placeKey = ({ ruleId, path, object, startLine, startColumn }: Finding) =>
  JSON.stringify([ruleId, path, object, startLine, startColumn]);

// two encodings at one place are two values
const valueKey = (finding: Finding) =>
  JSON.stringify([placeKey(finding), finding.fingerprint, finding.encodings]);

function withValues(options: ScanOptions, values: Values): ScanOptions {
  return { ...options, suppressors: [...(options.suppressors ?? []), values.note] };
}

function triageOf(report: Report, values: Values): Triage {
  const active = report.findings.filter(({ suppression }) => !suppression);
  const groups = groupFindings(active, { rules: report.rules, keyOf: values.of });
  const missed = report.skipped.filter(({ incomplete }) => incomplete).length;
  return missed === 0
    ? { groups }
    : { groups, warning: `The scan was incomplete: ${missed} not read; 'keyhound scan' lists them.` };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
