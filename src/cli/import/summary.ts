import { type Imported, plain } from '../../index.js';
import { writeOut } from '../output.js';
import type { Resolved } from './accept.js';
import { probe } from './probe.js';
import type { NewSettings } from './settings.js';

/** All that there is to say of an import. */
export interface Summary {
  readonly names: readonly string[];
  readonly settings: Imported['settings'];
  readonly added: NewSettings;
  readonly resolved: Resolved;
  /** How many baseline entries were there before. */
  readonly present: number;
  readonly baseline: string;
  readonly lost: Imported['lost'];
  readonly remarks: Imported['remarks'];
  readonly isDry: boolean;
  readonly isVerbose: boolean;
}

/** Prints what was taken over and what was not; values that the settings name are hidden in it. */
export async function writeSummary(summary: Summary): Promise<void> {
  const lines = [...summaryLines(summary)];
  const probed = await probe(lines);
  writeOut(lines.map((line) => `${plain(probed(line).shown)}\n`));
}

function* summaryLines({
  names,
  settings,
  added,
  resolved,
  present,
  baseline,
  ...rest
}: Summary): Generator<string> {
  const { lost, remarks, isDry, isVerbose } = rest;
  const wrote = isDry ? 'would get' : 'got';
  yield `From ${names.join(', ')}:`;
  if (added.file) yield `  ${added.file} ${wrote} ${settingsText(settings)}`;
  else yield '  the configuration has these settings already';
  if (resolved.entries.length > 0)
    yield `  ${baseline} ${wrote} ${count(resolved.entries.length, 'entry', 'entries')}`;
  if (present > 0) yield `  ${count(present, 'entry', 'entries')} of the baseline already there`;
  if (added.advice) yield `  ${added.advice}`;
  if (isDry && added.file)
    yield* added.text
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`);
  yield* list(
    'Accepted there, and nothing that keyhound reports',
    resolved.quiet.map(({ entry }) => entry),
    isVerbose,
  );
  yield* list(
    'No longer where it was, so not taken over',
    resolved.stale.map(({ entry }) => entry),
    isVerbose,
  );
  yield* list('Good to know', remarks, isVerbose);
  yield* list(
    'Not carried over',
    lost.map(({ what, why }) => `${what}: ${why}`),
    true,
  );
}

function settingsText({ exclude, allow, rules, disabledRules, honour }: Summary['settings']): string {
  const parts = [
    [allow.length, 'allowlist', 'allowlists'],
    [rules.length, 'rule', 'rules'],
    [exclude.length, 'path that is left out', 'paths that are left out'],
    [disabledRules.length, 'rule switched off', 'rules switched off'],
    [honour.length, "tool's ignore comments", "tools' ignore comments"],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => count(number, one, many))
    .join(', ');
}

/** Entries that need nothing done are only counted after the first few. */
const SHOWN = 5;

function* list(title: string, entries: readonly string[], isWhole: boolean): Generator<string> {
  if (entries.length === 0) return;
  yield `${title} (${entries.length}):`;
  yield* (isWhole ? entries : entries.slice(0, SHOWN)).map((entry) => `  ${entry}`);
  if (!isWhole && entries.length > SHOWN) yield `  and ${entries.length - SHOWN} more; --verbose names them`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
