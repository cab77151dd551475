// Scans a directory with keyhound and with the other scanners that are installed, in turn, and prints the table of
// docs/performance.md: npm run bench -- tree [--rounds N] DIRECTORY. Each must first find a planted secret.
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contender, compare, isInstalled, printTable } from './speed/compare.js';
import { writePatterns } from './speed/patterns.js';
import { plantedFolder, whyNot } from './speed/planted.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, only: { type: 'string', default: '' } },
});
const directory = resolve(positionals[0] ?? '.');
const keyhound = resolve('bin/keyhound.js');
const patterns = resolve('out/bench/patterns.txt');
const report = resolve('out/bench/report.json');

/** What each runs on a directory. */
const programs: readonly { readonly name: string; readonly needs: string; command(path: string): string }[] =
  [
    {
      name: 'keyhound scan',
      needs: 'node',
      command: (path) => `node ${keyhound} scan ${path} --quiet --no-gitignore --format json`,
    },
    { name: 'ripgrep', needs: 'rg', command: (path) => `rg --no-unicode -uu -o -f ${patterns} ${path}` },
    {
      name: 'gitleaks dir',
      needs: 'gitleaks',
      command: (path) =>
        `gitleaks dir ${path} --no-banner --exit-code 0 -f json -r ${report} && cat ${report}`,
    },
    {
      name: 'betterleaks dir',
      needs: 'betterleaks',
      command: (path) =>
        `betterleaks dir ${path} --no-banner --exit-code 0 -f json -r ${report} && cat ${report}`,
    },
    {
      name: 'kingfisher',
      needs: 'kingfisher',
      command: (path) => `kingfisher scan ${path} --no-validate --format json`,
    },
    {
      name: 'secretlint',
      needs: 'secretlint',
      command: (path) =>
        `cd ${path} && secretlint --secretlintrcJSON '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}' '**/*'`,
    },
  ];

if (isInstalled('rg')) console.log(`ripgrep looks for ${writePatterns(patterns)} patterns\n`);
const planted = plantedFolder();
const wanted = values.only === '' ? undefined : values.only.split(',');
const contenders: Contender[] = [];
for (const { name, needs, command } of programs) {
  if (!isInstalled(needs) || (wanted && needs !== 'node' && !wanted.includes(needs))) {
    console.log(`${name}: left out`);
    continue;
  }
  const reason = whyNot(command(planted));
  if (reason) {
    console.log(`${name}: ${reason}`);
    continue;
  }
  contenders.push({ name, command: `(${command(directory)}) > /dev/null`, codes: [1, 2, 200, 205] });
}
printTable(compare(contenders, Number(values.rounds)), sizeOf(directory));

function sizeOf(path: string): number {
  let bytes = 0;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !entry.parentPath.includes('/.git'))
      bytes += statSync(join(entry.parentPath, entry.name)).size;
  return bytes;
}
