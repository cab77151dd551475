import { existsSync, readFileSync } from 'node:fs';
import { UserError } from '../../errors.js';
import { writeAtomic } from '../atomic-write.js';
import type { LoginStore } from '../config.js';
import { putValue, type Stored } from '../put.js';
import { splice } from '../sops/metadata.js';
import type { Target } from '../target.js';
import { redactedDiff } from './diff.js';
import { type Literal, variableName } from './literal.js';
import { type Replacement, replaceLiteral } from './replace.js';

/** A found literal and where it is to go. `file` is its file on disk; `literal.path` its name. */
export interface Migration {
  readonly literal: Literal;
  readonly file: string;
  readonly target: Target;
  readonly name?: string;
}

/** What a migration changes in files: what is written, and what is shown, without the secret. */
export interface MigrationPlan {
  readonly name: string;
  /** Undefined: no idiomatic reference is known for this type of file, the source stays. */
  readonly replacement?: Replacement;
  readonly files: readonly { readonly file: string; readonly before: string; readonly after: string }[];
  readonly diff: string;
}

/** Works out the change without touching store or files. */
export function planMigration({ literal, file, target, name: wanted }: Migration): MigrationPlan {
  const name = wanted ?? variableName(literal, target.key);
  if (!/^[A-Za-z_]\w*$/.test(name))
    throw new UserError(`--name ${JSON.stringify(name)}: must be a name of letters, digits and _`);
  const replacement = replaceLiteral({ literal, target, name });
  if (!replacement) return { name, files: [], diff: '' };
  const changed = { file, before: literal.text, after: splice(literal.text, replacement.edits) };
  const added = replacement.addLine && lineAdded(file, literal.path, replacement.addLine);
  const secret = literal.text.slice(literal.from, literal.to);
  const diff =
    redactedDiff(literal.path, changed, secret) +
    (added ? redactedDiff(replacement.addLine!.file, added, secret) : '');
  return { name, replacement, files: [changed, ...(added ? [added] : [])], diff };
}

/** Stores the value, proves that it is stored, and only then edits the files. */
export async function applyMigration(
  migration: Migration,
  plan: MigrationPlan,
  access: { env: NodeJS.ProcessEnv; store?: LoginStore },
): Promise<Stored> {
  const { literal, target } = migration;
  const value = Buffer.from(literal.text.slice(literal.from, literal.to));
  try {
    const stored = await putValue({ target, value, replace: false, ...access });
    for (const { file, before } of plan.files) {
      if (read(file) !== before)
        throw new UserError(`${file} changed meanwhile: the value is stored, the file is left as it is`);
    }
    for (const { file, after } of plan.files) await writeAtomic(file, after);
    return stored;
  } finally {
    value.fill(0);
  }
}

function lineAdded(file: string, path: string, { file: name, line }: { file: string; line: string }) {
  const beside = file.slice(0, file.length - path.length) + name;
  const before = read(beside);
  if (before.split('\n').some((existing) => existing.trim() === line)) return undefined;
  return {
    file: beside,
    before,
    after: `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${line}\n`,
  };
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
