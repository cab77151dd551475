// Scans a log from a pipe with keyhound and with the other scanners that read standard input, in turn:
// npm run bench -- log [--rounds N] FILE
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contender, compare, isInstalled, printTable } from './speed/compare.js';
import { writePatterns } from './speed/patterns.js';
import { plantedFolder, whyNot } from './speed/planted.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
const file = resolve(positionals[0]!);
const keyhound = resolve('bin/keyhound.js');
const patterns = resolve('out/bench/patterns.txt');
const report = resolve('out/bench/report.json');
const programs: readonly { readonly name: string; readonly needs: string; readonly command: string }[] = [
  { name: 'keyhound log', needs: 'node', command: `node ${keyhound} log - --quiet --format json` },
  { name: 'ripgrep', needs: 'rg', command: `rg --no-unicode -o -f ${patterns}` },
  {
    name: 'gitleaks stdin',
    needs: 'gitleaks',
    command: `gitleaks stdin --no-banner --exit-code 0 -f json -r ${report} && cat ${report}`,
  },
  {
    name: 'betterleaks stdin',
    needs: 'betterleaks',
    command: `betterleaks stdin --no-banner --exit-code 0 -f json -r ${report} && cat ${report}`,
  },
];

if (isInstalled('rg')) console.log(`ripgrep looks for ${writePatterns(patterns)} patterns\n`);
const planted = plantedFolder();
const contenders: Contender[] = [];
for (const { name, needs, command } of programs) {
  if (!isInstalled(needs)) {
    console.log(`${name}: left out`);
    continue;
  }
  const reason = whyNot(`cat ${planted}/deploy.sh | (${command})`);
  if (reason) {
    console.log(`${name}: ${reason}`);
    continue;
  }
  contenders.push({ name, command: `cat ${file} | (${command}) > /dev/null`, codes: [1] });
}
printTable(compare(contenders, Number(values.rounds)), statSync(file).size);
