/** A row of the linear part: hashed clues in groups, a label, a weight. */
export interface ClueRow {
  readonly clues: Uint32Array;
  readonly label: number;
  readonly weight: number;
}

export interface LinearSettings {
  readonly buckets: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
}

/** Logistic regression by AdaGrad over hashed clues, in a fixed pseudo-random order; deterministic. */
export function trainLinear(rows: readonly ClueRow[], settings: LinearSettings): Float64Array {
  const mask = settings.buckets - 1;
  const weights = new Float64Array(settings.buckets);
  const squares = new Float64Array(settings.buckets).fill(1e-3);
  const order = Int32Array.from(rows, (_, i) => i);
  const random = createRandom(7);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { clues, label, weight } = rows[index]!;
      let sum = BIAS;
      for (const clue of clues) sum += weights[clue & mask]!;
      const gradient = (1 / (1 + Math.exp(-sum)) - label) * weight;
      for (const clue of clues) {
        const at = clue & mask;
        const g = gradient + settings.decay * weights[at]!;
        squares[at]! += g * g;
        weights[at]! -= (settings.rate * g) / Math.sqrt(squares[at]!);
      }
    }
  }
  return weights;
}

/** Secrets are the rarer kind: where all the start is even, the odds are one to seven. */
const BIAS = -2;

/** A small generator of pseudo-random numbers in [0, 1): the same on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}
