import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  rules as builtIn,
  type Config,
  createAllowlist,
  createBaselineLookup,
  describeRepository,
  loadConfig,
  type Match,
  parseBaseline,
  type Report,
  type Rule,
  type ScanOptions,
  type Source,
  scan,
  UserError,
} from '../index.js';
import type { Confidence, Finding, Suppression } from '../types.js';
import { type Args, isOn, text, texts } from './command.js';
import { createProgress } from './progress.js';
import { isAtLeast, whole } from './scan-flags.js';
import { prepareReports } from './write-reports.js';

/** What a scanning command adds to the common flags. */
export interface ScanCommand {
  /** The directory whose configuration and baseline hold. */
  readonly root: string;
  /** The repository that is scanned, where that is not the root. */
  readonly repository?: string;
  readonly source: (config: Config) => Source;
  /** The least sure finding that fails when --fail-on is not given; default `possible`. */
  readonly failOn?: Confidence;
  /** Whether ignore comments in what is scanned count; default true. */
  readonly inlineIgnores?: boolean;
}

/** Where the baseline is, relative to the scanned root. */
export const BASELINE = '.keyhound/baseline.json';
const DESCRIBED = new Set(['html', 'json', 'sarif', 'gitlab']);

/** Today as YYYY-MM-DD, in UTC: what entries with an expiry are held against. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Runs a scan as the flags say, writes the reports, and gives the exit code. */
export async function runScan(args: Args, command: ScanCommand): Promise<number> {
  const reports = await prepareReports(args);
  const failWith = whole(args, 'exit-code', [0, 125]) ?? 1;
  const config = loadConfig(command.root, text(args, 'config'));
  const report = onlyFrom(await scan(scanOptions(args, command, config)), text(args, 'min-confidence'));

  reports.write(isDescribed(reports.formats, report) ? { ...report, ...described(command) } : report);
  return exitCodeOf(report, { failWith, failOn: text(args, 'fail-on') ?? command.failOn ?? 'possible' });
}

/** Whether a report is read away from its repository, and worth two calls of git that the hook does without. */
function isDescribed(formats: readonly string[], { mode }: Report): boolean {
  return mode !== 'staged' && mode !== 'log' && formats.some((format) => DESCRIBED.has(format));
}

function described({ root, repository = root }: ScanCommand) {
  const found = describeRepository(repository);
  return found ? { repository: found } : {};
}

/** Everything the scan itself needs, from flags, configuration and baseline. */
export function scanOptions(args: Args, command: ScanCommand, config: Config): ScanOptions {
  const baseline = readBaseline(args, command.root);
  const allowed = createAllowlist(config.allow);
  const suppressors: ((match: Match, finding: Finding) => Suppression | undefined)[] = [allowed];
  if (baseline) {
    const lookup = createBaselineLookup(baseline, today());
    suppressors.push((_, finding) => lookup(finding));
  }
  return {
    source: command.source(config),
    rules: chooseRules(config, texts(args, 'rule')),
    suppressors,
    inlineIgnores: (command.inlineIgnores ?? true) && !isOn(args, 'no-inline-ignores'),
    finding: {
      key: baseline?.salt ?? '',
      showSecrets: isOn(args, 'show-secrets'),
      severity: (id) => config.severities[id],
    },
    ...(isOn(args, 'quiet') ? {} : { onProgress: createProgress() }),
  };
}

function readBaseline(args: Args, root: string) {
  if (isOn(args, 'no-baseline')) return undefined;
  const named = text(args, 'baseline');
  const file = named ?? join(root, BASELINE);
  try {
    return parseBaseline(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && named === undefined) return undefined;
    throw new UserError(`${file}: ${code === 'ENOENT' ? 'no such baseline' : `not readable (${code})`}`);
  }
}

/** The rules that configuration and --rule leave; throws UserError for one that does not exist. */
export function chooseRules(config: Config, wanted: readonly string[]): readonly Rule[] {
  const all = [...builtIn, ...config.rules];
  for (const id of [...wanted, ...config.disabledRules]) {
    if (!all.some((rule) => rule.id === id))
      throw new UserError(`no rule ${JSON.stringify(id)}; 'keyhound rules' lists them`);
  }
  const enabled = all.filter(({ id }) => !config.disabledRules.includes(id));
  return wanted.length === 0 ? enabled : enabled.filter(({ id }) => wanted.includes(id));
}

function onlyFrom(report: Report, least: string | undefined): Report {
  if (least === undefined) return report;
  const findings = report.findings.filter(({ confidence }) => isAtLeast(confidence, least as Confidence));
  const clean = report.outcome === 'findings' && !findings.some((finding) => !finding.suppression);
  const outcome = clean
    ? report.skipped.some((skip) => skip.incomplete)
      ? 'incomplete'
      : 'clean'
    : report.outcome;
  return { ...report, findings, outcome };
}

/** The contract: 0 clean, 1 (or another) findings that fail, 3 incomplete without any. */
function exitCodeOf(report: Report, { failWith, failOn }: { failWith: number; failOn: string }): number {
  const fails = ({ confidence, suppression }: Finding) =>
    !suppression && failOn !== 'never' && isAtLeast(confidence, failOn as Confidence);
  if (report.findings.some(fails)) return failWith;
  return report.skipped.some((skip) => skip.incomplete) ? 3 : 0;
}
