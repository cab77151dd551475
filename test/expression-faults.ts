import type { ByteSet } from '../src/detect/expression/byte-set.js';
import { type Node, parseExpression } from '../src/detect/expression/parse.js';
import { longest, sequencesOf } from '../src/detect/expression/sequences.js';

/** How many ends a first repeat may have: it is tried from every place. */
const WIDEST_START = 64;
/** How many ways repeats that stand side by side may share the same characters. */
const MOST_WAYS = 30_000;

/** Why an expression might take more than linear time, or what keeps its longest match from being known. */
export function expressionFaults(expression: RegExp): readonly string[] {
  const tree = parseExpression(expression);
  if (!tree) return ['uses what is not analysed'];
  const faults: string[] = [];
  if (any(tree, (node) => node.kind === 'reference')) faults.push('has a reference back');
  if (any(tree, isUnbounded)) faults.push('has a repeat without a bound');
  if (!sequencesOf(tree).every((sequence) => Number.isFinite(longest(sequence))))
    faults.push('has no longest match');
  if (any(tree, isNested)) faults.push('has a repeat in a repeat, without a character that ends each round');
  if (startsWide(tree)) faults.push('begins with a wide repeat');
  if (any(tree, (node) => node.kind === 'sequence' && waysOf(node.parts) > MOST_WAYS))
    faults.push('has wide repeats of the same characters side by side');
  return faults;
}

function partsOf(node: Node): readonly Node[] {
  if (node.kind === 'sequence') return node.parts;
  if (node.kind === 'choice') return node.options;
  return node.kind === 'repeat' || node.kind === 'look' ? [node.part] : [];
}

function any(node: Node, is: (node: Node) => boolean): boolean {
  return is(node) || partsOf(node).some((part) => any(part, is));
}

function isUnbounded(node: Node): boolean {
  return node.kind === 'repeat' && node.max === Number.POSITIVE_INFINITY;
}

function isNested(node: Node): boolean {
  return node.kind === 'repeat' && node.max > 1 && any(node.part, isOpen) && !hasEnd(node.part);
}

/** A repeat of more than one length. */
function isOpen(node: Node): boolean {
  return node.kind === 'repeat' && node.max > 1 && node.min !== node.max;
}

/** Whether every round has a character that is nowhere else in it, so that there is one way to cut it in rounds. */
function hasEnd(node: Node): boolean {
  if (node.kind === 'choice') return node.options.every(hasEnd);
  if (node.kind !== 'sequence') return false;
  return node.parts.some(
    (part, index) =>
      part.kind === 'set' &&
      node.parts.every((other, at) => at === index || setsIn(other).every((set) => !overlap(set, part.set))),
  );
}

function setsIn(node: Node): readonly ByteSet[] {
  if (node.kind === 'look') return [];
  return node.kind === 'set' ? [node.set] : partsOf(node).flatMap(setsIn);
}

function startsWide(node: Node): boolean {
  if (node.kind === 'choice') return node.options.some(startsWide);
  if (node.kind === 'repeat') return node.max - node.min > WIDEST_START || startsWide(node.part);
  if (node.kind !== 'sequence') return false;
  const first = node.parts.find((part) => part.kind !== 'look' && part.kind !== 'edge');
  return first !== undefined && startsWide(first);
}

/** In how many ways repeats next to one another, with nothing certain between them, can share one text. */
function waysOf(parts: readonly Node[]): number {
  let [most, ways] = [1, 1];
  let before: ByteSet | undefined;
  for (const part of parts) {
    if (part.kind === 'look' || part.kind === 'edge') continue;
    const isShared = part.kind === 'repeat' && part.min !== part.max && part.part.kind === 'set';
    const set = isShared && part.part.kind === 'set' ? part.part.set : undefined;
    const width = isShared ? part.max - part.min + 1 : 1;
    const isOptional = isShared && part.max === 1;
    ways = before && set && overlap(before, set) ? ways * width : isOptional ? ways : width;
    before = isOptional ? before : set;
    most = Math.max(most, ways);
  }
  return most;
}

function overlap(one: ByteSet, other: ByteSet): boolean {
  return one.some((member, index) => member === 1 && other[index] === 1);
}
