import picomatch from 'picomatch';
import type { Finding, Match, Suppression } from '../types.js';

/** One entry of the configuration's `allow`: all that is given must hold. */
export interface AllowEntry {
  readonly rules?: readonly string[];
  readonly paths?: readonly string[];
  /** Regular expressions for the secret's value. */
  readonly values?: readonly RegExp[];
  readonly reason: string;
}

/** Prepares allowlist entries; the first that fits gives the reason. */
export function createAllowlist(
  entries: readonly AllowEntry[],
): (match: Match, finding: Finding) => Suppression | undefined {
  const prepared = entries.map((entry) => ({
    entry,
    fitsPath: entry.paths && picomatch([...entry.paths], { dot: true }),
  }));
  return (match, finding) => {
    const fitting = prepared.find(
      ({ entry, fitsPath }) =>
        (!entry.rules || entry.rules.includes(finding.ruleId)) &&
        (!fitsPath || fitsPath(finding.path)) &&
        (!entry.values || entry.values.some((value) => value.test(match.secret))),
    );
    return fitting && { by: 'allowlist', reason: fitting.entry.reason };
  };
}
