import type { Random } from '../random.js';

/** What became of one input: read, or refused by a clean error. Anything else is thrown. */
export type Outcome = 'accepted' | 'refused';

/** A reader that the fuzzer feeds. */
export interface Target {
  readonly name: string;
  /** How many rounds the tests run; they take about a second. */
  readonly rounds: number;
  /** Gives what feeds the reader once, and throws where it misbehaves; files go to the directory. */
  create(directory: string): (random: Random) => Outcome | Promise<Outcome>;
}
