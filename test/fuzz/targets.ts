import { createRandom, type Random } from '../random.js';
import { config } from './config.js';
import { delta } from './delta.js';
import { index } from './index-of-pack.js';
import { inflate } from './inflate.js';
import type { Target } from './target.js';
import { tree } from './tree.js';

/** All readers of untrusted bytes that are fuzzed. */
export const targets: readonly Target[] = [inflate, delta, index, tree, config];

/** The numbers of one round: a round is repeated by its seed alone. */
export function randomOf(seed: number): Random {
  return createRandom(Math.imul(2 * seed + 1, 0x9e3779b1));
}
