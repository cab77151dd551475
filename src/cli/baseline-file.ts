import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Baseline, type BaselineEntry, formatBaseline, parseBaseline, UserError } from '../index.js';
import { writeFileAtomically } from './output.js';

/** A baseline on disk that is changed a little at a time, also while others change it. */
export interface BaselineFile {
  readonly file: string;
  /** As it was when it was opened; a new one is not written before its first entry. */
  readonly baseline: Baseline;
  /** Takes out entries by fingerprint and puts others in, in what the file holds now; written whole or not at all. */
  change(edit: { readonly remove: ReadonlySet<string>; readonly add: readonly BaselineEntry[] }): void;
}

/** Opens a baseline, or begins one. Throws UserError for one that is not readable. */
export function openBaseline(file: string): BaselineFile {
  const baseline = read(file) ?? newBaseline();
  return {
    file,
    baseline,
    change({ remove, add }) {
      const now = read(file) ?? { ...baseline, findings: [] };
      if (now.salt !== baseline.salt)
        throw new UserError(`${file}: was made anew meanwhile, with another salt; start again`);
      const added = new Set(add.map(({ fingerprint }) => fingerprint));
      const kept = now.findings.filter(
        ({ fingerprint }) => !remove.has(fingerprint) && !added.has(fingerprint),
      );
      writeBaseline(file, { ...now, findings: [...kept, ...add] });
    },
  };
}

/** A baseline without entries, with a salt of its own. */
export function newBaseline(): Baseline {
  return { schema: 'keyhound-baseline/1', salt: randomBytes(16).toString('hex'), findings: [] };
}

/** Writes a baseline whole or not at all, for all to read. */
export function writeBaseline(file: string, baseline: Baseline): void {
  writeFileAtomically(file, [formatBaseline(baseline)], 0o644);
}

/** The text of a baseline; undefined where there is none. Throws UserError for one that is not readable. */
export function readBaselineText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new UserError(`${file}: not readable (${code})`);
  }
}

function read(file: string): Baseline | undefined {
  const text = readBaselineText(file);
  return text === undefined ? undefined : parseBaseline(text, file);
}
