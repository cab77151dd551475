import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createLanguage } from '../../src/detect/generic/language.js';
import type { ModelData } from '../../src/detect/generic/model.js';
import { crossValidate } from './cross-validate.js';
import { learn, prepare } from './learn.js';
import { createRandom } from './linear.js';
import {
  type LabelledRange,
  samplesOfClean,
  samplesOfLines,
  samplesOfTokens,
  withoutContext,
} from './samples.js';
import { createCounter, type Vocabulary } from './vocabulary.js';

const { values } = parseArgs({
  options: {
    lines: { type: 'string' },
    tokens: { type: 'string' },
    clean: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
    folds: { type: 'string', default: '5' },
    misses: { type: 'string' },
  },
});
const OUTER_FOLDS = Number(values.folds);
const CLEAN_WEIGHT = 0.3;
/** Code that shows off credentials on purpose says nothing about what to report elsewhere. */
const SHOWS =
  /(?:^|[/_.-])(?:tests?|testing|testdata|specs?|fixtures?|examples?|samples?|docs?|documentation|mocks?|locale|i18n|vendor|node_modules|e2e|integration|benchmarks?|contrib)(?:[/_.-]|$)/i;
const MOST_CLEAN_SHARE = 12_000;
/** How many samples are also shown without their surroundings. */
const ALONE_SHARE = 0.3;

function main(): void {
  const { lines, tokens } = values;
  if (lines === undefined)
    throw new Error('--lines FILE is needed: labelled snippets, see bench/train/README.md');
  const { vocabulary, clean } = readClean(values.clean);
  const language = createLanguage(vocabulary.words, vocabulary.costs);
  const ranges: LabelledRange[] = [];
  const labelled = samplesOfLines(lines, ranges);
  const random = createRandom(5);
  // Cases of other tools have no file of their own: they get the extensions of the labelled lines.
  const extend = () => labelled[Math.floor(random() * labelled.length)]!.extension;
  const other = tokens === undefined ? [] : samplesOfTokens(tokens, ranges, extend);
  const whole = [...labelled, ...other, ...clean];
  const alone = withoutContext(
    whole.filter(({ weight }) => weight > 0),
    ALONE_SHARE,
    random,
  );
  const rows = [...whole, ...alone].map(prepare);
  console.log(`${labelled.length} candidates on labelled lines, ${rows.length} samples in all`);
  const misses: string[] = [];
  const onMiss = ({ set, group, positive, text, from, to }: LabelledRange) =>
    misses.push(`${JSON.stringify({ set, group, positive, secret: text.slice(from, to), text })}\n`);
  if (OUTER_FOLDS > 1) crossValidate(rows, ranges, { language, folds: OUTER_FOLDS, onMiss });
  if (values.misses !== undefined) writeFileSync(values.misses, misses.join(''));
  if (values.out !== undefined) write(values.out, learn(rows, language), vocabulary);
}

function readClean(roots: readonly string[]) {
  const counter = createCounter();
  const clean = [];
  const random = createRandom(11);
  for (const root of roots) {
    const name = basename(root);
    const own = [];
    for (const path of filesBelow(root)) {
      const content = readFileSync(join(root, path));
      if (content.includes(0)) continue;
      counter.add(name, content.toString('latin1'));
      if (!SHOWS.test(path))
        own.push(...samplesOfClean(path, content, { group: `clean ${name}`, weight: CLEAN_WEIGHT }));
    }
    const share = Math.min(1, MOST_CLEAN_SHARE / Math.max(1, own.length));
    clean.push(...own.filter(() => random() < share));
  }
  return { vocabulary: counter.finish(), clean };
}

const MOST_BYTES = 400_000;

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split('/').includes('.git') && statSync(join(root, path)).size <= MOST_BYTES)
    .sort();
}

function write(path: string, model: ModelData, vocabulary: Vocabulary): void {
  const line = (name: string, comment: string, bytes: Uint8Array | Int8Array) =>
    `/** ${comment} */\nexport const ${name} =\n  '${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}';\n`;
  const text = [
    '// Written by bench/train/train.ts. Hashes and counts only: no text of what it was trained on can be read back.\n',
    line('words', 'A Bloom filter of common words, see language.ts.', vocabulary.words),
    line('costs', 'Bits per letter after two others, two to a byte.', vocabulary.costs),
    line('clues', 'Weights of hashed clues.', model.clues),
    `/** What a step of \`clues\` is worth. */\nexport const clueScale = ${model.clueScale};\n`,
    line('trees', 'Packed trees, see model.ts.', model.trees),
  ].join('\n');
  writeFileSync(path, text);
  console.log(`wrote ${path}: ${text.length} bytes`);
}

main();
