// Measures the kernel's prefilter alone, with all keywords and their shapes, over the files of a directory in memory:
// npm run bench -- kernel [--rounds N] DIRECTORY
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rules } from '../rules/index.js';
import { genericContext } from '../src/detect/generic/find-in-context.js';
import { ruleTable } from '../src/detect/rule-table.js';
import { createEncodedFinder } from '../src/kernel/encoded.js';
import { loadKernel } from '../src/kernel/kernel.js';
import { createPrefilter } from '../src/kernel/prefilter.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' } },
});
const files = readdirSync(positionals[0]!, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('/.git'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
const bytes = files.reduce((sum, { length }) => sum + length, 0);
const { keywords, shapes } = ruleTable(rules, { context: genericContext });
const kernel = loadKernel() ?? null;
const prefilter = createPrefilter(keywords, { shapes, kernel });
const plain = createPrefilter(keywords, { kernel: loadKernel() ?? null });
const automaton = createPrefilter(keywords, { shapes, kernel: null });
const findEncoded = kernel && createEncodedFinder(kernel);

console.log(`${keywords.length} keywords, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
console.log('| | CPU ms | MB/s | places |\n|---|--:|--:|--:|');
measure('keywords', (file) => plain.candidates(load(plain, file), 0, file.length).length / 2);
measure(
  'keywords and shapes',
  (file) => prefilter.candidates(load(prefilter, file), 0, file.length).length / 2,
);
measure(
  'keywords and shapes, plain JavaScript',
  (file) => automaton.candidates(file, 0, file.length).length / 2,
);
if (findEncoded)
  measure('encodings', (file) => findEncoded(load(prefilter, file), [0, file.length])?.escapes.size ?? 0);

function load({ allocate }: Pick<typeof prefilter, 'allocate'>, file: Uint8Array): Uint8Array {
  const own = allocate(file.length);
  own.set(file);
  return own;
}

function measure(name: string, run: (file: Uint8Array) => number): void {
  let best = Number.POSITIVE_INFINITY;
  let places = 0;
  for (let round = 0; round < Number(values.rounds); round++) {
    const start = process.cpuUsage();
    places = files.reduce((sum, file) => sum + run(file), 0);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  console.log(`| ${name} | ${best.toFixed(0)} | ${(bytes / 1000 / best).toFixed(0)} | ${places} |`);
}
