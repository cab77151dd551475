/** The public API: whatever the command line does, a library user can do through these. */
import { rules as formats } from '../rules/index.js';
import { contextRules } from './detect/generic/rules.js';
import type { Rule } from './types.js';

export {
  type AllowSetting,
  type Config,
  type KnownNames,
  type LoadOptions,
  loadConfig,
  parseConfig,
} from './config/config.js';
export { CONFIG_NAMES, findConfig, findHome, findTop, settingsInPackage } from './config/find-config.js';
export { checkNames } from './detect/checks.js';
export { OutputError, UserError } from './errors.js';
export { type Explanation, explain, type KeywordHit, type Trial } from './explain.js';
export type { Accepted, AllowText, Imported, Importer, Lost, RuleText } from './import/imported.js';
export { findImporter, IMPORTED_NAMES } from './import/load.js';
export { createMasker, type Masker, type MaskerOptions } from './mask/masker.js';
export { createWideMasker } from './mask/wide.js';
export { type RawOptions, type RawValue, rawValues } from './raw-values.js';
export { commandMessage, plain, sourceLine } from './report/escape.js';
export { loadReporter, REPORT_FORMATS } from './report/index.js';
export { readReport } from './report/saved.js';
export { type ScanOptions, scan } from './scan.js';
export { unopenedKind } from './sources/archive/archive.js';
export { blobSource, type NamedBlob } from './sources/blobs.js';
export { type CiOptions, type CiScan, ciSource } from './sources/ci-source.js';
export { findGit } from './sources/git/binary.js';
export { type CiRange, ciRange } from './sources/git/ci-range.js';
export { describeRepository } from './sources/git/describe.js';
export { isCommittable } from './sources/git/ignored.js';
export { type Policy, policyOf } from './sources/git/policy.js';
export { type GitCaller, gitCaller, workTreeOf } from './sources/git/repository.js';
export { type StagedPolicy, stagedPolicy } from './sources/git/staged-policy.js';
export { listTracked } from './sources/git/tracked.js';
export { type HistoryOptions, historySource } from './sources/history.js';
export { logSource } from './sources/log.js';
export { messageSource } from './sources/message.js';
export { parsePrePush, parsePreReceive, pushSource, type RefUpdate } from './sources/push.js';
export { type RangeOptions, rangeSource } from './sources/range.js';
export { type StagedOptions, stagedSource } from './sources/staged.js';
export { type TreeOptions, treeSource } from './sources/tree.js';
export { version } from './summary.js';
export { type AllowEntry, createAllowlist } from './suppress/allowlist.js';
export {
  BASELINE_STATES,
  type Baseline,
  type BaselineEntry,
  type BaselineState,
  createBaselineLookup,
  formatBaseline,
  isDay,
  isExpired,
  parseBaseline,
} from './suppress/baseline.js';
export { createConfidenceFloor } from './suppress/confidence.js';
export { type IdleQuestion, idleEntries } from './suppress/idle.js';
export type { InlineOptions } from './suppress/inline.js';
export { createLens, type Lens, type Surroundings } from './surroundings.js';
export type * from './types.js';

/** All built-in rules: secrets with a format, and secrets that only their context gives away. */
export const rules: readonly Rule[] = [...formats, ...contextRules];
