import { join } from 'node:path';
import {
  type Baseline,
  rules as builtIn,
  type Config,
  createAllowlist,
  createBaselineLookup,
  createConfidenceFloor,
  describeRepository,
  idleEntries,
  parseBaseline,
  type Report,
  type Rule,
  type ScanOptions,
  type Source,
  scan,
  UserError,
} from '../index.js';
import { nearest } from '../nearest.js';
import type { Confidence, Finding, Suppressor } from '../types.js';
import { readBaselineText } from './baseline-file.js';
import { type Args, isOn, text, texts } from './command.js';
import { createProgress } from './progress.js';
import { isAtLeast, whole } from './scan-flags.js';
import { loadSettings } from './settings.js';
import { STORE_RULES } from './store-rules.js';
import { watchersOf } from './watchers.js';
import { prepareReports } from './write-reports.js';

/** What a scanning command adds to the common flags. */
export interface ScanCommand {
  /** The directory whose configuration and baseline hold. */
  readonly root: string;
  /** Adds a file to a root that stands for a commit. */
  readonly bring?: (path: string) => void;
  /** Whose installed packages settings may extend, where the root stands for a commit. */
  readonly packages?: string;
  /** What is scanned, where that is not the root; and its path from there. */
  readonly scanned?: string;
  readonly below?: string;
  /** The repository that is scanned, where that is not the root. */
  readonly repository?: string;
  readonly source: (config: Config) => Source;
  /** The least sure finding that fails when --fail-on is not given; default `possible`. */
  readonly failOn?: Confidence;
  /** Of a history: all versions of some paths. */
  readonly versions?: (paths: readonly string[]) => Source;
  /** Whether ignore comments in what is scanned count; default true. */
  readonly inlineIgnores?: boolean;
  /** All of the repository is looked at: an ignore that hides nothing here hides nothing at all. */
  readonly isWhole?: boolean;
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
  const { bring, packages } = command;
  const config = await loadSettings(args, command.root, {
    ...(bring ? { bring } : {}),
    ...(packages === undefined ? {} : { packages }),
  });
  const baseline = readBaseline(args, command.root);
  const scanned = await scan({
    ...scanOptions(args, command, { config, baseline }),
    complete: (report) => ({
      ...withIdle(report, { args, command, config, baseline }),
      ...(isDescribed(reports.formats, report) ? described(command) : {}),
    }),
  });
  const report = onlyFrom(scanned, text(args, 'min-confidence'));
  reports.write(report);
  const code = exitCodeOf(report, {
    failWith,
    failOn: text(args, 'fail-on') ?? command.failOn ?? 'possible',
  });
  return code === 0 && isOn(args, 'report-unused') && report.idleIgnores?.length ? failWith : code;
}

/** Whether a report is read away from its repository, and worth two calls of git that the hook does without. */
function isDescribed(formats: readonly string[], { mode }: Report): boolean {
  return mode !== 'staged' && mode !== 'log' && formats.some((format) => DESCRIBED.has(format));
}

function described({ root, scanned = root, repository = scanned }: ScanCommand) {
  const found = describeRepository(repository);
  return found ? { repository: found } : {};
}

/** A baseline and the file it comes from. */
export interface NamedBaseline {
  readonly file: string;
  readonly content: Baseline;
}

interface Policy {
  readonly config: Config;
  readonly baseline: NamedBaseline | undefined;
}

/** Everything the scan itself needs, from flags, configuration and baseline. */
export function scanOptions(args: Args, command: ScanCommand, { config, baseline }: Policy): ScanOptions {
  const prefix = command.below ? `${command.below}/` : '';
  const suppressors: Suppressor[] = [
    createAllowlist(config.allow, today()),
    createConfidenceFloor(config.confidence),
  ].map((suppressor) => fromRoot(prefix, suppressor));
  if (baseline) suppressors.push(createBaselineLookup(baseline.content, today(), baseline.file));
  const { archiveDepth, decodeDepth } = config.limits;
  const source = command.source(config);
  const { root, scanned = root, repository = scanned, versions } = command;
  const watched = { source, root: repository, ...(versions && { versions }) };
  return {
    source,
    watchers: watchersOf(args, watched, config),
    rules: chooseRules(config, texts(args, 'rule')).map((rule) => ruleFromRoot(prefix, rule)),
    suppressors,
    isExcluded: (path) => config.isExcluded(prefix + path),
    inlineIgnores: (command.inlineIgnores ?? true) &&
      !isOn(args, 'no-inline-ignores') && { today: today(), honour: config.honour },
    archives: isOn(args, 'archives'),
    findUnusedMarks: isOn(args, 'report-unused'),
    limits: {
      ...(archiveDepth === undefined ? {} : { archiveDepth }),
      ...(decodeDepth === undefined ? {} : { decodeDepth }),
    },
    finding: {
      key: baseline?.content.salt ?? '',
      showSecrets: isOn(args, 'show-secrets'),
      severity: (id) => config.severities[id],
    },
    ...(isOn(args, 'quiet') ? {} : { onProgress: createProgress() }),
  };
}

/** Settings name paths from their own directory, a report from the one that is scanned. */
function fromRoot(prefix: string, suppressor: Suppressor): Suppressor {
  if (prefix === '') return suppressor;
  return (match, finding, context) => suppressor(match, { ...finding, path: prefix + finding.path }, context);
}

function ruleFromRoot(prefix: string, rule: Rule): Rule {
  const { paths } = rule;
  return prefix === '' || !paths ? rule : { ...rule, paths: { test: (path) => paths.test(prefix + path) } };
}

/** Adds entries of configuration and baseline that do nothing, as far as this scan can tell. */
function withIdle(
  report: Report,
  { args, command, config, baseline }: Policy & { readonly args: Args; readonly command: ScanCommand },
): Report {
  const { idleIgnores: marks = [], ...rest } = report;
  const tells = report.mode === 'tree' || report.mode === 'history';
  const isWhole =
    command.isWhole === true &&
    texts(args, 'rule').length === 0 &&
    !report.skipped.some((skip) => skip.incomplete);
  const entries = idleEntries(report.findings, {
    allow: tells ? config.allow : [],
    ...(tells && baseline ? { baseline } : {}),
    today: today(),
    unusedAllow: isWhole,
    unusedBaseline: isWhole && isOn(args, 'report-unused'),
  });
  const all = [...entries, ...marks];
  return all.length === 0 ? rest : { ...rest, idleIgnores: all };
}

/** The baseline of a directory, or of --baseline; undefined where there is none. Throws UserError. */
export function readBaseline(args: Args, root: string): NamedBaseline | undefined {
  if (isOn(args, 'no-baseline')) return undefined;
  const named = text(args, 'baseline');
  const file = named ?? join(root, BASELINE);
  const content = readBaselineText(file);
  if (content === undefined && named !== undefined) throw new UserError(`${file}: no such baseline`);
  return content === undefined
    ? undefined
    : { file: named ?? BASELINE, content: parseBaseline(content, file) };
}

/** The rules that configuration and --rule leave; throws UserError for one that does not exist. */
export function chooseRules(config: Config, wanted: readonly string[]): readonly Rule[] {
  const all = [...builtIn, ...config.rules];
  const ids = [...all.map(({ id }) => id), ...STORE_RULES];
  for (const id of wanted) {
    if (ids.includes(id)) continue;
    const near = nearest(id, ids);
    const hint = near ? `; did you mean ${near}?` : "; 'keyhound rules' lists them";
    throw new UserError(`--rule ${JSON.stringify(id)}: no such rule${hint}`);
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
