import { type ByteSet, rangeSet, union } from './byte-set.js';
import type { Node } from './parse.js';

/** So many characters of a set in a row. */
export interface Stretch {
  readonly set: ByteSet;
  readonly min: number;
  readonly max: number;
}

/** What stands from here on besides what follows, as one of these sequences. */
export interface Ahead {
  readonly ahead: readonly Sequence[];
}

/** One way to match: every match of the expression is one of its sequences, though not all of those are matches. */
export type Sequence = readonly (Stretch | Ahead)[];

/** Alternatives beyond this many are taken together as one stretch of all their characters. */
const MOST = 256;
const ANYTHING = rangeSet(0, 255);

/** All ways in which an expression can match. */
export function sequencesOf(node: Node): readonly Sequence[] {
  switch (node.kind) {
    case 'set':
      return [[{ set: node.set, min: 1, max: 1 }]];
    case 'choice':
      return limited(node.options.flatMap(sequencesOf));
    case 'sequence':
      return node.parts.reduce<readonly Sequence[]>((heads, part) => follow(heads, sequencesOf(part)), [[]]);
    case 'repeat':
      return repeated(sequencesOf(node.part), node.min, node.max);
    case 'look':
      return node.ahead && !node.negative ? [[{ ahead: sequencesOf(node.part) }]] : [[]];
    case 'edge':
      return [[]];
    case 'reference':
      return [[{ set: ANYTHING, min: 0, max: Number.POSITIVE_INFINITY }]];
  }
}

/** The most characters that a sequence matches. */
export function longest(sequence: Sequence): number {
  return stretches(sequence).reduce((sum, { max }) => sum + max, 0);
}

function shortest(sequence: Sequence): number {
  return stretches(sequence).reduce((sum, { min }) => sum + min, 0);
}

/** The parts of a sequence that match characters. */
export function stretches(sequence: Sequence): readonly Stretch[] {
  return sequence.filter((part): part is Stretch => 'set' in part);
}

function follow(heads: readonly Sequence[], tails: readonly Sequence[]): readonly Sequence[] {
  if (heads.length * tails.length > MOST) return follow(heads, [[merged(tails, 1, 1)]]);
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
}

function repeated(sequences: readonly Sequence[], min: number, max: number): readonly Sequence[] {
  const [only, ...others] = sequences;
  const part = only?.length === 1 && others.length === 0 ? only[0] : undefined;
  if (max === 1) return min === 1 ? sequences : limited([[], ...sequences]);
  if (part && 'set' in part && part.min === 1 && part.max === 1) return [[{ set: part.set, min, max }]];
  if (min !== max || max * (only?.length ?? 0) > 64 || sequences.length > 1)
    return [[merged(sequences, min, max)]];
  return [Array.from({ length: max }, () => only!).flat()];
}

function limited(sequences: readonly Sequence[]): readonly Sequence[] {
  return sequences.length <= MOST ? sequences : [[merged(sequences, 1, 1)]];
}

/** Any of the sequences, so many times, as one stretch. */
function merged(sequences: readonly Sequence[], min: number, max: number): Stretch {
  const length = Math.max(...sequences.map(longest));
  return {
    set: union(sequences.flatMap((sequence) => stretches(sequence).map(({ set }) => set))),
    min: min * Math.min(...sequences.map(shortest)),
    max: length === 0 ? 0 : max * length,
  };
}
