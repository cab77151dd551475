import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** A finding of any scanner: lines and columns from 1, the end exclusive, the path below the scanned directory. */
export interface Found {
  readonly path: string;
  readonly ruleId: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Runs a scanner with its defaults, offline, over a directory. `program` is its command, with arguments if need be. */
export type RunScanner = (program: string, directory: string) => readonly Found[];

const REPORT = join(tmpdir(), `accuracy-report-${process.pid}.json`);

/** Scanners whose reports can be read; betterleaks kept the options and the report of gitleaks. */
export const SCANNERS: Readonly<Record<string, RunScanner>> = {
  keyhound: (program, directory) =>
    JSON.parse(run(program, ['scan', directory, '--format', 'json'], directory, [0, 1])).findings,
  gitleaks: runGitleaks,
  betterleaks: runGitleaks,
  kingfisher: runKingfisher,
  secretlint: runSecretlint,
  trufflehog: runTrufflehog,
};

function runGitleaks(program: string, directory: string): readonly Found[] {
  const options = ['--report-format', 'json', '--report-path', REPORT, '--no-banner', '--exit-code', '0'];
  run(program, ['dir', directory, ...options], directory, [0]);
  const found: Record<string, never>[] = JSON.parse(readFileSync(REPORT, 'utf8')) ?? [];
  rmSync(REPORT);
  return found.map((f) => ({
    path: relative(directory, f.File!),
    ruleId: f.RuleID!,
    startLine: f.StartLine!,
    startColumn: f.StartColumn!,
    endLine: f.EndLine!,
    endColumn: f.EndColumn! + 1,
  }));
}

function runKingfisher(program: string, directory: string): readonly Found[] {
  // each value is reported once unless told otherwise
  const options = ['--no-validate', '--no-update-check', '--no-dedup', '--git-history', 'none'];
  const output = run(program, ['scan', directory, '--format', 'json', ...options], directory, [0, 200, 205]);
  const report = JSON.parse(output.slice(output.indexOf('{"findings":[')).split('\n')[0]!);
  return report.findings.map(({ rule, finding }: Record<string, Record<string, never>>) => {
    const lines = `${finding!.snippet}`.split('\n').length - 1;
    return {
      path: relative(directory, finding!.path!),
      ruleId: rule!.id,
      startLine: finding!.line,
      startColumn: finding!.column_start,
      endLine: finding!.line! + lines,
      endColumn: finding!.column_end! + 1,
    };
  });
}

function runSecretlint(program: string, directory: string): readonly Found[] {
  const settings = join(dirname(REPORT), `secretlint-${process.pid}.json`);
  writeFileSync(settings, '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}');
  // what it prints into a pipe ends early
  const options = ['--secretlintrc', settings, '--format', 'json', '--output', REPORT, '**/*'];
  run(program, options, directory, [0, 1]);
  const files = JSON.parse(readFileSync(REPORT, 'utf8'));
  rmSync(settings);
  rmSync(REPORT);
  return files.flatMap(({ filePath, messages }: { filePath: string; messages: Record<string, never>[] }) =>
    messages.map(({ ruleId, loc }) => {
      const { start, end } = loc as unknown as Record<'start' | 'end', { line: number; column: number }>;
      return {
        path: relative(directory, filePath),
        ruleId: `${ruleId}`,
        startLine: start.line,
        startColumn: start.column + 1,
        endLine: end.line,
        endColumn: end.column + 1,
      };
    }),
  );
}

/** trufflehog names lines only: each part of a secret counts where it stands in the file, else all of its line. */
function runTrufflehog(program: string, directory: string): readonly Found[] {
  const output = run(
    program,
    ['filesystem', directory, '--json', '--no-verification', '--no-update'],
    directory,
    [0],
  );
  return output
    .split('\n')
    .filter((line) => line.startsWith('{"SourceMetadata"'))
    .flatMap((line) => {
      const { SourceMetadata, DetectorName, Raw, SecretParts } = JSON.parse(line);
      const { file, line: number = 1 } = SourceMetadata.Data.Filesystem;
      const text = readFileSync(file, 'utf8');
      const found = { path: relative(directory, file), ruleId: `${DetectorName}` };
      const parts: string[] = [Raw, ...Object.values(SecretParts ?? {})];
      const places = parts.flatMap((part) => (part ? placeOf(text, part) : []));
      const whole = { startLine: number, startColumn: 1, endLine: number + 1, endColumn: 1 };
      return (places.length > 0 ? places : [whole]).map((place) => ({ ...found, ...place }));
    });
}

function placeOf(text: string, part: string): readonly Omit<Found, 'path' | 'ruleId'>[] {
  const from = text.indexOf(part);
  if (from === -1) return [];
  const [start, end] = [from, from + part.length].map((at) => {
    const before = text.slice(0, at);
    return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
  });
  return [{ startLine: start!.line, startColumn: start!.column, endLine: end!.line, endColumn: end!.column }];
}

function run(program: string, args: readonly string[], cwd: string, allowed: readonly number[]): string {
  const [command, ...first] = program.split(' ');
  const result = spawnSync(command!, [...first, ...args], { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (result.status === null || !allowed.includes(result.status)) {
    console.error(
      `${program} ended with ${result.status}: ${(result.stderr ?? result.error ?? '').slice(-2000)}`,
    );
    process.exit(2);
  }
  return result.stdout;
}
