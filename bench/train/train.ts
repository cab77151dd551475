import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createLanguage, type Language } from '../../src/detect/generic/language.js';
import { createModel, type ModelData } from '../../src/detect/generic/model.js';
import { foldsOf, judge, learn, type Prepared, prepare } from './learn.js';
import { createRandom } from './linear.js';
import {
  type LabelledRange,
  type Sample,
  samplesOfClean,
  samplesOfLines,
  samplesOfTokens,
  UNCOUNTED,
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
  },
});
const OUTER_FOLDS = Number(values.folds);
const TOKEN_WEIGHT = 0.5;
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
  const labelled = samplesOfLines(lines);
  const random = createRandom(5);
  const other = tokens === undefined ? [] : samplesOfTokens(tokens, TOKEN_WEIGHT);
  // Cases of other tools have no file of their own: they get the extensions of the labelled lines.
  const extended = other.map((sample): Sample => {
    const extension = sample.extension || pickOne(labelled.samples, random).extension;
    return { ...sample, extension };
  });
  const whole = [...labelled.samples, ...extended, ...clean];
  const rows = [...whole, ...withoutContext(whole, ALONE_SHARE, random)].map(prepare);
  console.log(
    `samples: ${labelled.samples.length} on labelled lines, ${rows.length} in all; vocabulary ${vocabulary.words.length} bytes`,
  );
  if (OUTER_FOLDS > 1) crossValidate(rows, labelled.ranges, language);
  if (values.out !== undefined) write(values.out, learn(rows, language), vocabulary);
}

/** Leaves whole repositories out of training and judges them by a model that never saw them. */
function crossValidate(
  rows: readonly Prepared[],
  ranges: readonly LabelledRange[],
  language: Language,
): void {
  const folds = foldsOf(rows, OUTER_FOLDS);
  const odds = new Float64Array(ranges.length).fill(-Infinity);
  const loose: { odds: number; label: number; group: string }[] = [];
  for (let fold = 0; fold < OUTER_FOLDS; fold++) {
    const model = createModel(
      learn(
        rows.filter((_, i) => folds[i] !== fold),
        language,
      ),
    );
    rows.forEach((row, i) => {
      if (folds[i] !== fold) return;
      const found = judge(row, model, language);
      const { range, label, group } = row.sample;
      if (range === UNCOUNTED) return;
      if (range < 0) loose.push({ odds: found, label, group });
      else if (found > odds[range]!) odds[range] = found;
    });
  }
  for (const threshold of [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4])
    report(threshold, { ranges, odds, loose });
}

interface Judged {
  readonly ranges: readonly LabelledRange[];
  readonly odds: Float64Array;
  readonly loose: readonly { odds: number; label: number; group: string }[];
}

function report(threshold: number, { ranges, odds, loose }: Judged): void {
  const per = new Map<string, number[]>();
  ranges.forEach(({ group, positive }, i) => {
    const counts = per.get(group) ?? [0, 0, 0];
    per.set(group, counts);
    const hit = odds[i]! > threshold;
    if (hit && positive) counts[0]!++;
    else if (hit) counts[1]!++;
    else if (positive) counts[2]!++;
  });
  const all = [...per.values()].reduce((a, b) => a.map((n, i) => n + b[i]!), [0, 0, 0]);
  const means = [...per.values()].filter(([tp, , fn]) => tp! + fn! >= 3).map((c) => scoreOf(c).f1);
  const { precision, recall, f1 } = scoreOf(all);
  const share = (label: number, prefix: string) => {
    const of = loose.filter((l) => l.label === label && l.group.startsWith(prefix));
    return `${of.filter((l) => l.odds > threshold).length}/${of.length}`;
  };
  console.log(
    `> ${threshold}: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)} mean F1 ${(means.reduce((a, b) => a + b, 0) / means.length).toFixed(3)}` +
      `  token leaks ${share(1, 'tokens')} token clean ${share(0, 'tokens')} clean code ${share(0, 'clean')}`,
  );
}

function scoreOf([tp, fp, fn]: readonly number[]) {
  const precision = tp! / Math.max(1, tp! + fp!);
  const recall = tp! / Math.max(1, tp! + fn!);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

function pickOne<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
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
