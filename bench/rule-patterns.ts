// Runs every rule's expression over texts made to hurt it (its own keyword, example and alphabet, repeated) of two
// sizes and prints the slowest: npm run bench -- rule-patterns. A linear one takes four times as long for four times
// the text; the last column is that ratio.
import { rules } from '../rules/index.js';
import { prepareRule } from '../src/detect/pattern.js';
import type { Rule } from '../src/types.js';
import { fill } from '../test/fill.js';

const SIZE = 20_000;
const FACTOR = 4;
const UNITS = ['a', '0', 'A', '-_', 'a0', 'aB3', 'ey', '"', ' ', '=', '\n', "'", '{"', ': '];

const results = rules.map(measure).sort((a, b) => b.large - a.large);
console.log('ms/80kB  ratio  rule');
for (const { id, large, ratio } of results.slice(0, 25)) {
  console.log(`${large.toFixed(1).padStart(7)}  ${ratio.toFixed(1).padStart(5)}  ${id}`);
}

function measure(rule: Rule): { id: string; large: number; ratio: number } {
  const { regex } = prepareRule(rule);
  let worst = { id: rule.id, large: 0, ratio: 0 };
  for (const make of texts(rule)) {
    const large = milliseconds(regex, make(SIZE * FACTOR));
    if (large > worst.large) worst = { id: rule.id, large, ratio: large / milliseconds(regex, make(SIZE)) };
  }
  return worst;
}

function* texts(rule: Rule): Generator<(size: number) => string> {
  const example = fill(rule.examples.match[0]!);
  const keyword = rule.keywords[0]!;
  const own = [
    keyword,
    `${keyword}=`,
    `${keyword} `,
    example.slice(0, -1),
    example.slice(0, example.length / 2),
  ];
  for (const unit of [...own, ...UNITS]) {
    for (const start of ['', keyword, example]) yield (size) => start + repeat(unit, size);
    const line = `"${keyword}": ${unit.repeat(200)}\n`;
    yield (size) => repeat(line, size);
  }
}

function repeat(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}

function milliseconds(regex: RegExp, text: string): number {
  const start = process.hrtime.bigint();
  for (const _ of text.matchAll(regex));
  return Number(process.hrtime.bigint() - start) / 1e6;
}
