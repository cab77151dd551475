import { UserError } from '../errors.js';
import { CONFIDENCES, type Confidence } from '../types.js';
import { type Args, type Flags, text } from './command.js';

/** The flags that every command that scans takes. */
export const scanFlags: Flags = {
  format: { type: 'string', describe: 'text, json, sarif, …; repeatable as --output FORMAT=FILE' },
  output: { type: 'string', multiple: true, describe: 'write the report to FILE, or FORMAT=FILE' },
  config: { type: 'string', describe: 'configuration file instead of the one of the repository' },
  baseline: { type: 'string', describe: 'baseline file instead of .keyhound/baseline.json' },
  'no-baseline': { type: 'boolean', describe: 'ignore the baseline' },
  rule: { type: 'string', multiple: true, describe: 'only this rule; repeatable' },
  'min-confidence': {
    type: 'string',
    choices: CONFIDENCES,
    describe: 'leave out findings less sure than this',
  },
  'fail-on': {
    type: 'string',
    choices: [...CONFIDENCES, 'never'],
    describe: 'the least sure finding that fails',
  },
  'no-inline-ignores': { type: 'boolean', describe: 'keyhound:ignore comments do not count' },
  'report-unused': {
    type: 'boolean',
    describe: 'find ignores that hide nothing or are expired; fails when there are any',
  },
  'include-suppressed': { type: 'boolean', describe: 'report suppressed findings too' },
  'show-secrets': { type: 'boolean', describe: 'print secrets unredacted' },
  archives: {
    type: 'boolean',
    describe: 'open zip (jar, docx, …), tar, gzip and SQLite files, and scan what is in them',
  },
  'max-file-size': { type: 'string', describe: 'skip larger files: bytes, or with K, M, G' },
  jobs: { type: 'string', describe: 'accepted for scripts; a scan runs in one thread' },
  'exit-code': { type: 'string', describe: 'exit code for findings instead of 1' },
  quiet: { type: 'boolean', short: 'q', describe: 'no progress and no summary' },
  color: { type: 'string', choices: ['auto', 'always', 'never'], describe: 'colours in text' },
};

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

/** A size such as `10M` in bytes; undefined where the flag was not given. */
export function size(args: Args, name: string): number | undefined {
  const given = text(args, name);
  if (given === undefined) return undefined;
  const [, digits, unit] = /^(\d+)([KMG]?)$/i.exec(given) ?? [];
  if (!digits) throw new UserError(`--${name} ${given}: must be a number of bytes, or end in K, M or G`);
  return Number(digits) * UNITS[(unit ?? '').toUpperCase()]!;
}

/** A whole number within bounds; undefined where the flag was not given. */
export function whole(
  args: Args,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const given = text(args, name);
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!/^\d+$/.test(given) || value < least || value > most) {
    throw new UserError(`--${name} ${given}: must be a whole number from ${least} to ${most}`);
  }
  return value;
}

/** Whether a confidence is at least as sure as a threshold. */
export function isAtLeast(confidence: Confidence, threshold: Confidence): boolean {
  return CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(threshold);
}
