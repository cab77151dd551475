import type { Rule, Shape } from '../types.js';
import { type ByteSet, isWithin, lettersOf, rangeSet, union } from './expression/byte-set.js';
import { type Node, parseExpression } from './expression/parse.js';
import { longest, type Sequence, type Stretch, sequencesOf, stretches } from './expression/sequences.js';
import { expressionOf } from './pattern.js';

/** Where matches of a rule lie, as far as its expression tells. */
export interface RuleAnchors {
  /** How many bytes before and after a keyword the rule's expression must see to find all that is there. */
  readonly before: number;
  readonly after: number;
  /** What stands near each keyword wherever there is a match; keywords that no match needs are left out. */
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** How far a rule looks before and after its keywords when its expression does not tell. */
export const FARTHEST = { before: 512, after: 4096 } as const;

/** Derives from a rule's expression where to look for its matches and what to look for first. */
export function anchorsOf(rule: Rule): RuleAnchors {
  const keywords = [...new Set(rule.keywords.map((keyword) => keyword.toLowerCase()))];
  // a user's expression is not analysed: there may be thousands, and made to take long
  if (keywords.length === 0 || rule.isGuarded) {
    const anyShape = { ...FARTHEST, run: 0, members: '' };
    return { ...FARTHEST, shapes: Object.fromEntries(keywords.map((keyword) => [keyword, anyShape])) };
  }
  const tree = parseExpression(expressionOf(rule));
  if (!tree) return anywhere(keywords, []);
  const sequences = sequencesOf(tree);
  const places = sequences.map((sequence) => placesOf(keywords, sequence));
  const sight = sightOf(tree);
  // a match without a keyword in it is found from one that stands nearby
  if (sight === undefined || places.some((found) => found === undefined))
    return anywhere(keywords, sequences);

  const byKeyword = new Map<string, { before: number; after: number; sequences: Sequence[] }>();
  for (const [index, found] of places.entries()) {
    for (const { keyword, before, after } of found!) {
      const known = byKeyword.get(keyword) ?? { before: 0, after: 0, sequences: [] };
      known.before = Math.max(known.before, before);
      known.after = Math.max(known.after, after);
      known.sequences.push(sequences[index]!);
      byKeyword.set(keyword, known);
    }
  }
  const companions = Math.max(0, ...(rule.companions ?? []).map(({ within }) => within));
  const all = [...byKeyword.values()];
  const reach = (side: 'before' | 'after') =>
    Math.min(FARTHEST[side], Math.max(...all.map((one) => one[side])) + companions + sight);
  const shapes = [...byKeyword].map(([keyword, known]): [string, Shape] => {
    const before = Math.min(known.before, FARTHEST.before);
    const after = Math.min(known.after, FARTHEST.after);
    return [keyword, { before, after, ...rarestRun(known.sequences) }];
  });
  return { before: reach('before'), after: reach('after'), shapes: Object.fromEntries(shapes) };
}

function anywhere(keywords: readonly string[], sequences: readonly Sequence[]): RuleAnchors {
  const shape = { ...FARTHEST, ...rarestRun(sequences) };
  return { ...FARTHEST, shapes: Object.fromEntries(keywords.map((keyword) => [keyword, shape])) };
}

/** A keyword in a sequence, with the most characters of it before and after. */
interface Place {
  readonly keyword: string;
  readonly before: number;
  readonly after: number;
}

/** Keywords of which every match of a sequence has one, at the first such place; undefined: there are none. */
function placesOf(keywords: readonly string[], sequence: Sequence): readonly Place[] | undefined {
  const parts = stretches(sequence).flatMap(apart);
  const letters = parts.map(({ set, min, max }) => (min === 1 && max === 1 ? lettersOf(set) : undefined));
  for (const index of parts.keys()) {
    const here = keywordsAt(keywords, letters, index);
    if (here.length === 0) continue;
    const before = longest(parts.slice(0, index));
    const after = longest(parts.slice(index + here[0]!.length));
    return here.map((keyword) => ({ keyword, before, after }));
  }
  return placesAhead(keywords, sequence);
}

/** The same for what an expression looks at ahead. */
function placesAhead(keywords: readonly string[], sequence: Sequence): readonly Place[] | undefined {
  for (const [index, part] of sequence.entries()) {
    if (!('ahead' in part)) continue;
    const inside = part.ahead.map((ahead) => placesOf(keywords, ahead));
    if (inside.length === 0 || inside.some((places) => places === undefined)) continue;
    const before = longest(sequence.slice(0, index));
    const after = longest(sequence.slice(index));
    return inside.flat().map((place) => ({ ...place!, before: before + place!.before, after }));
  }
  return undefined;
}

/** The same character several times as so many stretches. */
function apart(stretch: Stretch): readonly Stretch[] {
  const { set, min, max } = stretch;
  if (min !== max || max === 1 || max > 16) return [stretch];
  return Array.from({ length: max }, () => ({ set, min: 1, max: 1 }));
}

/** Keywords of one length that together are all there can be from this place on, without regard to case. */
function keywordsAt(
  keywords: readonly string[],
  letters: readonly (string | undefined)[],
  index: number,
): readonly string[] {
  const fitting = keywords.filter((keyword) => isAt(keyword, letters, index));
  for (const length of new Set(fitting.map((keyword) => keyword.length))) {
    const ways = letters.slice(index, index + length).reduce((product, one) => product * one!.length, 1);
    const same = fitting.filter((keyword) => keyword.length === length);
    if (same.length === ways) return same;
  }
  return [];
}

function isAt(keyword: string, letters: readonly (string | undefined)[], index: number): boolean {
  for (let i = 0; i < keyword.length; i++) if (!letters[index + i]?.includes(keyword[i]!)) return false;
  return true;
}

/** How many characters around its match an expression looks at; undefined where it asks for an end of the text. */
function sightOf(node: Node): number | undefined {
  switch (node.kind) {
    case 'set':
    case 'reference':
      return 0;
    case 'edge':
      return node.of === 'text' ? undefined : 1;
    case 'repeat':
      return sightOf(node.part);
    case 'look': {
      const inside = sightOf(node.part);
      return inside === undefined ? undefined : inside + Math.max(...sequencesOf(node.part).map(longest));
    }
    default:
      return (node.kind === 'choice' ? node.options : node.parts).reduce<number | undefined>((most, part) => {
        const sight = sightOf(part);
        return most === undefined || sight === undefined ? undefined : Math.max(most, sight);
      }, 0);
  }
}

/** Anchors as numbers, for the table that the build makes: before, after, then for each keyword its shape. */
export type PackedAnchors = readonly [
  before: number,
  after: number,
  shapes: Readonly<Record<string, readonly [before: number, after: number, run: number, members: number]>>,
];

/** Packs anchors; `unpackAnchors` gives them back. */
export function packAnchors({ before, after, shapes }: RuleAnchors): PackedAnchors {
  const packed = Object.entries(shapes).map(([keyword, shape]) => {
    const members = CLASSES.findIndex((one) => one.members === shape.members);
    return [keyword, [shape.before, shape.after, shape.run, members] as const] as const;
  });
  return [before, after, Object.fromEntries(packed)];
}

/** Anchors from their packed form. */
export function unpackAnchors([before, after, packed]: PackedAnchors): RuleAnchors {
  const shapes: Record<string, Shape> = {};
  for (const [keyword, [shapeBefore, shapeAfter, run, members]] of Object.entries(packed))
    shapes[keyword] = { before: shapeBefore, after: shapeAfter, run, members: CLASSES[members]!.members };
  return { before, after, shapes };
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
/** What runs are looked for, and how likely in source text one character of it follows another. */
const CLASSES = (
  [
    [DIGITS, 0.3],
    [`${DIGITS}abcdefABCDEF`, 0.45],
    [`${DIGITS}${UPPER}`, 0.5],
    [`${DIGITS}${LOWER}`, 0.87],
    [`${DIGITS}${UPPER}${LOWER}`, 0.88],
    [`${DIGITS}${UPPER}${LOWER}_-`, 0.91],
    [`${DIGITS}${UPPER}${LOWER}+/=`, 0.9],
    [`${DIGITS}${UPPER}${LOWER}_-+/=.:`, 0.93],
  ] as const
).map(([members, likely]) => ({ members, likely, set: setOf(members) }));
const LONGEST_RUN = 200;

/** The run that all of these sequences have and that is least likely to be met elsewhere. */
function rarestRun(sequences: readonly Sequence[]): Pick<Shape, 'run' | 'members'> {
  const runs = new Uint32Array(CLASSES.length).fill(LONGEST_RUN);
  const masks = new Map<ByteSet, number>();
  for (const sequence of sequences) {
    for (const [index, run] of longestRuns(sequence, masks).entries())
      runs[index] = Math.min(runs[index]!, run);
  }
  let best = { run: 0, members: DIGITS };
  let least = 0;
  for (const [index, { members, likely }] of sequences.length === 0 ? [] : CLASSES.entries()) {
    const odds = runs[index]! * Math.log(likely);
    if (odds >= least) continue;
    least = odds;
    best = { run: runs[index]!, members };
  }
  return best;
}

/** For each class how many characters of it stand in a row in every match of a sequence. */
function longestRuns(sequence: Sequence, masks: Map<ByteSet, number>): Uint32Array {
  const best = new Uint32Array(CLASSES.length);
  const runs = new Uint32Array(CLASSES.length);
  for (const { set, min } of stretches(sequence)) {
    const mask = masks.get(set) ?? classesOf(set);
    masks.set(set, mask);
    for (const index of runs.keys()) {
      runs[index] = mask & (1 << index) ? runs[index]! + min : 0;
      best[index] = Math.max(best[index]!, runs[index]!);
    }
  }
  return best;
}

/** The classes that a set is part of, as bits. */
function classesOf(set: ByteSet): number {
  return CLASSES.reduce((mask, one, index) => (isWithin(set, one.set) ? mask | (1 << index) : mask), 0);
}

function setOf(members: string): ByteSet {
  return union([...members].map((char) => rangeSet(char.charCodeAt(0), char.charCodeAt(0))));
}
