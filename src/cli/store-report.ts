import { loadReporter } from '../index.js';
import { version } from '../summary.js';
import type { Finding, Mode, Report, RuleInfo, Skip } from '../types.js';
import { type Args, type Flags, isOn, text, texts } from './command.js';
import { writeFileAtomically, writeOut } from './output.js';

/** The flags of store commands that report findings. */
export const reportFlags: Flags = {
  format: { type: 'string', describe: 'text, json, sarif, …' },
  output: { type: 'string', multiple: true, describe: 'write the report to FILE, or FORMAT=FILE' },
  quiet: { type: 'boolean', short: 'q', describe: 'no summary' },
};

/** What a store command found. */
export interface StoreResult {
  readonly mode: Mode;
  readonly units: number;
  readonly bytes: number;
  readonly commits?: number;
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skip[];
  readonly rules: readonly RuleInfo[];
}

/** Writes a result as any report is written, and gives the exit code: 1 findings, 3 incomplete, 0 clean. */
export async function writeStoreReport(args: Args, result: StoreResult): Promise<number> {
  const { mode, units, bytes, commits = 0, findings, skipped, rules } = result;
  const active = findings.some(({ suppression }) => !suppression);
  const incomplete = skipped.some((skip) => skip.incomplete);
  const outcome = active ? 'findings' : incomplete ? 'incomplete' : 'clean';
  const tool = { name: 'keyhound', version, rules: 'stores' } as const;
  const scanned = { units, bytes, commits };
  await render(args, { schema: 'keyhound/1', tool, mode, outcome, scanned, skipped, findings, rules });
  return active ? 1 : incomplete ? 3 : 0;
}

async function render(args: Args, report: Report): Promise<void> {
  const format = text(args, 'format') ?? 'text';
  const outputs = texts(args, 'output').map((value) => {
    const [, prefix, file] = /^([a-z]+)=(.+)$/.exec(value) ?? [];
    return { format: prefix ?? format, file: file ?? value };
  });
  const options = { includeSuppressed: false, quiet: isOn(args, 'quiet'), color: false };
  for (const output of outputs.length > 0 ? outputs : [{ format, file: undefined }]) {
    const parts = (await loadReporter(output.format)).render(report, options);
    if (output.file === undefined) writeOut(parts);
    else writeFileAtomically(output.file, parts);
  }
}
