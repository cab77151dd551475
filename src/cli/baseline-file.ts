import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
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
  const baseline = read(file) ?? {
    schema: 'keyhound-baseline/1' as const,
    salt: randomBytes(16).toString('hex'),
    findings: [],
  };
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
      mkdirSync(dirname(file), { recursive: true });
      writeFileAtomically(file, [formatBaseline({ ...now, findings: [...kept, ...add] })], 0o644);
    },
  };
}

function read(file: string): Baseline | undefined {
  try {
    return parseBaseline(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new UserError(`${file}: not readable (${code})`);
  }
}
