import { loadReporter, type Report, type Reporter } from '../index.js';
import { type Args, isOn, text, texts } from './command.js';
import { writeFileAtomically, writeOut } from './output.js';
import { usesColor } from './uses-color.js';

interface Output {
  readonly format: string;
  /** Undefined: standard output. */
  readonly file?: string;
}

/** Where reports go, and how they are written there. */
export interface Reports {
  readonly formats: readonly string[];
  write(report: Report): void;
}

/** Prepares what --format and --output ask for. Throws UserError for an unknown format, before anything is scanned. */
export async function prepareReports(args: Args): Promise<Reports> {
  const outputs = outputsOf(args);
  const reporters = await Promise.all(outputs.map(({ format }) => loadReporter(format)));
  const start = clock();
  return {
    formats: outputs.map(({ format }) => format),
    write(report) {
      const time = { start, end: clock() };
      for (const [index, output] of outputs.entries())
        write(report, reporters[index]!, { output, args, time });
    },
  };
}

interface Writing {
  readonly output: Output;
  readonly args: Args;
  readonly time: { readonly start: string; readonly end: string };
}

function write(report: Report, reporter: Reporter, { output: { file }, args, time }: Writing): void {
  const parts = reporter.render(report, {
    includeSuppressed: isOn(args, 'include-suppressed'),
    quiet: isOn(args, 'quiet'),
    color: file === undefined && usesColor(text(args, 'color')),
    time,
    ...(file === undefined && process.stdout.isTTY ? { width: process.stdout.columns } : {}),
  });
  if (file === undefined) writeOut(parts);
  else writeFileAtomically(file, parts);
}

/** Now, or what https://reproducible-builds.org/docs/source-date-epoch/ says it is. */
function clock(): string {
  const fixed = Number(process.env.SOURCE_DATE_EPOCH ?? Number.NaN);
  return new Date(
    Number.isSafeInteger(fixed) && Math.abs(fixed) < 8e12 ? fixed * 1000 : Date.now(),
  ).toISOString();
}

function outputsOf(args: Args): readonly Output[] {
  const format = text(args, 'format') ?? 'text';
  const named = texts(args, 'output').map((value): Output => {
    const [, prefix, file] = /^([a-z]+)=(.+)$/.exec(value) ?? [];
    const chosen = prefix && file ? { format: prefix, file } : { format, file: value };
    return chosen.file === '-' ? { format: chosen.format } : chosen;
  });
  return named.length === 0 ? [{ format }] : named;
}
