import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { historySource, isCommittable, plain, type Report, rawValues, UserError } from '../index.js';
import type { Finding, Skip } from '../types.js';
import type { Args } from './command.js';
import { writeFileAtomically, writeOut } from './output.js';
import { chooseRules, readBaseline } from './run-scan.js';
import { loadSettings } from './settings.js';

/** Shorter values stand in too many places that are no secret. */
const SHORTEST = 8;
const REPLACEMENT = '***REMOVED***';

/**
 * Writes the file that `git filter-repo --replace-text` takes, for the findings of a report on the repository here, and
 * says what to do first and with it. Gives 3 where it does not cover all. Throws UserError where nothing is covered.
 */
export async function writeReplaceText(report: Report, file: string, args: Args): Promise<number> {
  const active = report.findings.filter(({ suppression }) => !suppression);
  if (active.length === 0) throw new UserError('--replace-text: the report has no findings that count');
  refuseCommittable(file);
  const found = await valuesOf(active, args);
  if (found.lines.length === 0) {
    throw new UserError(
      '--replace-text: none of the findings is in the repository here; run it there, with the baseline of the scan',
    );
  }
  writeFileAtomically(file, found.lines);
  writeOut(steps(report, active, { file: resolve(file), ...found }));
  return found.left.length > 0 ? 3 : 0;
}

/** Throws UserError where git would commit the file. Git tells only of files that are there. */
function refuseCommittable(file: string): void {
  const isThere = existsSync(file);
  if (!isThere) writeFileAtomically(file, []);
  const refused = isCommittable(dirname(resolve(file)), basename(file));
  if (!isThere) rmSync(file, { force: true });
  if (!refused) return;
  throw new UserError(
    `--replace-text ${file}: it will hold secrets, and git would commit it; name a place outside the repository`,
  );
}

interface Found {
  readonly lines: readonly string[];
  /** What the file does not cover, for people. */
  readonly left: readonly string[];
}

async function valuesOf(active: readonly Finding[], args: Args): Promise<Found> {
  const config = await loadSettings(args, process.cwd());
  const wanted = new Map(active.map((finding) => [keyOf(finding), finding]));
  const missing = new Set(wanted.keys());
  const values = new Map<string, Buffer>();
  const skipped: Skip[] = [];
  const short: Finding[] = [];
  const named: Finding[] = [];
  const options = {
    source: historySource({ path: process.cwd() }),
    rules: chooseRules(config, []),
    key: readBaseline(args, process.cwd())?.content.salt ?? '',
    isWanted: (finding: Finding) => wanted.has(keyOf(finding)),
    skip: (skip: Skip) => void skipped.push(skip),
  };
  for await (const { finding, bytes, isWide } of rawValues(options)) {
    missing.delete(keyOf(finding));
    if (finding.kind === 'name') named.push(finding);
    else if (bytes.length < SHORTEST) short.push(finding);
    else for (const form of isWide ? wideForms(bytes) : [bytes]) values.set(form.toString('latin1'), form);
  }
  const places = (findings: readonly Finding[]) =>
    [...new Set(findings.map(({ path, startLine }) => `${path}:${startLine}`))].join(', ');
  return {
    // a value that lies in another must not take a piece out of it
    lines: [...values.values()].sort((a, b) => b.length - a.length || a.compare(b)).map(lineOf),
    left: [
      ...(missing.size > 0
        ? [`not in the repository any more: ${places([...missing].map((key) => wanted.get(key)!))}`]
        : []),
      ...(short.length > 0 ? [`too short to be replaced everywhere: ${places(short)}`] : []),
      ...(named.length > 0 ? [`in names of files, which take --path-rename: ${places(named)}`] : []),
      ...skipped
        .filter(({ incomplete }) => incomplete)
        .map(({ path, reason }) => `not read: ${path}: ${reason}`),
    ],
  };
}

function keyOf({ ruleId, fingerprint }: Finding): string {
  return `${ruleId} ${fingerprint}`;
}

function wideForms(bytes: Buffer): readonly Buffer[] {
  const little = Buffer.from(bytes.toString(), 'utf16le');
  return [little, Buffer.from(little).swap16()];
}

/** One line of the file; bytes that a line of text can't hold go into an expression. */
function lineOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  if (/^[\x20-\x7e]+$/.test(text)) return `literal:${text}==>${REPLACEMENT}\n`;
  const escaped = [...bytes].map((byte) => {
    const isPlain = /[A-Za-z0-9]/.test(String.fromCharCode(byte));
    return isPlain ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return `regex:${escaped.join('')}==>${REPLACEMENT}\n`;
}

/** What a person does now, in its order. */
function* steps(
  report: Report,
  active: readonly Finding[],
  done: Found & { file: string },
): Iterable<string> {
  const { file, lines, left } = done;
  yield 'First replace the secrets where they were issued; whoever has a clone has them for good:\n';
  for (const rule of report.rules) {
    const ofRule = active.filter(({ ruleId }) => ruleId === rule.id);
    const number = new Set(ofRule.map(keyOf)).size;
    if (number > 0) yield `  ${number} × ${plain(rule.title)}: ${plain(rule.remediation)}\n`;
  }
  yield `\nThen take them out of a fresh clone (${lines.length === 1 ? '1 text' : `${lines.length} texts`} to replace):\n`;
  const quoted = `'${file.replaceAll("'", "'\\''")}'`;
  yield `  git filter-repo --sensitive-data-removal --replace-text ${quoted} --replace-message ${quoted}\n`;
  yield `\nThe file holds the secrets: delete it afterwards.\n`;
  if (left.length > 0) yield `\nNot covered:\n${left.map((one) => `  ${plain(one)}\n`).join('')}`;
}
