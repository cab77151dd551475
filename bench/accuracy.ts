// Measures how well secrets are found, through the command line as a user would run it:
//   npm run bench -- accuracy [--tokens FILE] [--lines FILE] [--misses FILE] [--scanner NAME=PROGRAM]...
// Files are JSON lines, also gzipped; bench/train/README.md says what they hold. More scanners are run on the same
// files in turn: gitleaks, betterleaks, kingfisher, secretlint.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Found, SCANNERS } from './scanners.js';
import { type Row, readRows, UNJUDGED } from './train/rows.js';
import { figuresOf, type Outcome } from './train/score.js';

const { values } = parseArgs({
  options: {
    tokens: { type: 'string' },
    lines: { type: 'string' },
    misses: { type: 'string' },
    scanner: { type: 'string', multiple: true, default: [] },
  },
});

/** One text to scan, and the part of it that is judged: lines, or a range of UTF-16 units. */
interface Case {
  readonly path: string;
  readonly text: string;
  readonly outcome: Omit<Outcome, 'hit'>;
  readonly isHit: (found: Found) => boolean;
  readonly id: string | number;
}

const misses: string[] = [];
if (values.tokens === undefined && values.lines === undefined) {
  console.error('nothing to measure: give --tokens FILE, --lines FILE or both');
  process.exit(2);
}
if (values.tokens !== undefined) measure(tokenCases(readRows(values.tokens)));
if (values.lines !== undefined) measure(lineCases(readRows(values.lines)));
if (values.misses !== undefined) writeFileSync(values.misses, misses.join(''));

function measure(cases: readonly Case[]): void {
  const directory = mkdtempSync(join(tmpdir(), 'accuracy-'));
  for (const { path, text } of cases) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  console.log(`${cases.length} cases`);
  for (const scanner of [`keyhound=node ${resolve('bin/keyhound.js')}`, ...values.scanner]) {
    const [name = '', program = ''] = scanner.split(/=(.*)/s);
    const runScanner = SCANNERS[name];
    if (runScanner === undefined || program === '') {
      console.error(
        `--scanner ${scanner}: give NAME=PROGRAM, with NAME one of ${Object.keys(SCANNERS).join(', ')}`,
      );
      process.exit(2);
    }
    const outcomes = judge(cases, runScanner(program, directory), name);
    console.log(`${name}  ${figuresOf(outcomes)}`);
  }
  rmSync(directory, { recursive: true });
}

function judge(cases: readonly Case[], findings: readonly Found[], scanner: string): Outcome[] {
  const byPath = new Map<string, Found[]>();
  for (const finding of findings) {
    const path = normalize(finding.path);
    byPath.set(path, [...(byPath.get(path) ?? []), finding]);
  }
  return cases.map((one): Outcome => {
    const own = byPath.get(normalize(one.path)) ?? [];
    const hit = own.some(one.isHit);
    if (hit !== one.outcome.positive && scanner === 'keyhound') {
      misses.push(`${JSON.stringify({ id: one.id, ...one.outcome, rules: own.map((f) => f.ruleId) })}\n`);
    }
    return { ...one.outcome, hit };
  });
}

function tokenCases(rows: readonly Row[]): Case[] {
  return rows.flatMap((row, i): Case[] => {
    const positive = row.kind === 'leak';
    // Cases that only one rule of their author must not fire on may well be another's secret.
    if (!positive && row.clean_scope !== 'any') return [];
    const from = row.secret ? row.text.indexOf(row.secret) : -1;
    const overlaps = (found: Found) => {
      const [a, b] = [
        offset(row.text, found.startLine, found.startColumn),
        offset(row.text, found.endLine, found.endColumn),
      ];
      return a < from + row.secret.length && from < b;
    };
    return [
      {
        id: row.id,
        path: `${String(i).padStart(5, '0')}/${safeName(row.filename)}`,
        text: row.text,
        outcome: { set: 'tokens', group: row.source, positive },
        isHit: positive && from >= 0 ? overlaps : () => true,
      },
    ];
  });
}

function lineCases(rows: readonly Row[]): Case[] {
  return rows
    .filter(({ category }) => !UNJUDGED.has(category))
    .map((row, i) => ({
      id: row.id,
      path: `${String(i).padStart(5, '0')}/snippet${row.ext}`,
      text: `${row.lines.join('\n')}\n`,
      outcome: { set: 'lines', group: row.repo, positive: row.label === 'T' },
      isHit: (found) => found.startLine <= row.lineEnd && row.lineStart <= found.endLine,
    }));
}

/** The offset of a line and column, both from 1, columns in UTF-16 units. */
function offset(text: string, line: number, column: number): number {
  let at = 0;
  for (let n = 1; n < line; n++) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}

function safeName(name = 'case.txt'): string {
  const parts = resolve('/', name.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/')).split('/');
  return (
    parts
      .filter((part) => part !== '')
      .map((part) => (part === '.git' ? 'x.git' : part))
      .join('/') || 'case.txt'
  );
}
