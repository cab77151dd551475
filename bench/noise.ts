// Counts findings per 100,000 lines in trees that are taken to hold no secrets: npm run bench -- noise DIRECTORY...
// --list prints each with its place, so that it can be read by eye.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: 'boolean' } } });
const MOST_BYTES = 2_000_000;

interface Found {
  readonly path: string;
  readonly startLine: number;
  readonly ruleId: string;
  readonly confidence: string;
  readonly snippet: string;
}

for (const directory of positionals) {
  const lines = countLines(directory);
  const findings = scan(directory);
  const of = (wanted: (confidence: string) => boolean) => {
    const count = findings.filter(({ confidence }) => wanted(confidence)).length;
    return `${count} (${((count / lines) * 100_000).toFixed(1)} per 100,000 lines)`;
  };
  console.log(
    `${basename(directory)}: ${lines} lines; probable or certain ${of((c) => c !== 'possible')}, all ${of(() => true)}`,
  );
  if (values.list !== true) continue;
  for (const { path, startLine, ruleId, confidence, snippet } of findings) {
    console.log(`  ${confidence} ${ruleId} ${path}:${startLine} ${snippet.trim().slice(0, 120)}`);
  }
}

function scan(directory: string): Found[] {
  const result = spawnSync('node', ['bin/keyhound.js', 'scan', directory, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  // Exit code 3, something could not be read, does not matter here.
  if (result.status === null || result.status === 2) {
    console.error(`the scanner ended with ${result.status}: ${result.stderr.slice(-2000)}`);
    process.exit(2);
  }
  return JSON.parse(result.stdout).findings;
}

function countLines(directory: string): number {
  let lines = 0;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.includes('/.git/') || statSync(path).size > MOST_BYTES) continue;
    const bytes = readFileSync(path);
    if (!bytes.subarray(0, 8000).includes(0)) for (const byte of bytes) if (byte === 10) lines++;
  }
  return lines;
}
