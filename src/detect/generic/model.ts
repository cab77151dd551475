/** A trained scorer: a linear part over hashed clues, and trees over features. */
export interface Model {
  /** The weight of one clue. */
  clueWeight(hash: number): number;
  /** The logarithm of the odds that a candidate with these features is a secret. */
  logOdds(features: Float64Array): number;
  /** The most that the odds can be where the features at these places are not known. */
  mostOdds(features: Float64Array, unknown: ReadonlySet<number>): number;
}

/** Marks a leaf where a node's feature stands. */
export const LEAF = 255;
/** Bytes of a node: feature, threshold or value (float32), index of the right child within the tree (uint16). */
export const NODE_BYTES = 7;

/** What the training script writes; see bench/train. */
export interface ModelData {
  /** Weights of the linear part in steps of `clueScale`, one per bucket; the number of buckets is a power of two. */
  readonly clues: Int8Array;
  readonly clueScale: number;
  /** Per tree its number of nodes (uint16), then the nodes in preorder: the left child follows its parent. */
  readonly trees: Uint8Array;
}

/** Reads the trees once into typed arrays. */
export function createModel({ clues, clueScale, trees }: ModelData): Model {
  const nodes = readNodes(trees);
  const mask = clues.length - 1;
  return {
    clueWeight: (hash) => clues[hash & mask]! * clueScale,
    logOdds: (features) => sumOfTrees(nodes, features),
    mostOdds: (features, unknown) => mostOfTrees(nodes, features, unknown),
  };
}

interface Nodes {
  readonly roots: readonly number[];
  readonly feature: Uint8Array;
  readonly value: Float32Array;
  readonly right: Int32Array;
}

function readNodes(bytes: Uint8Array): Nodes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const most = Math.ceil(bytes.length / NODE_BYTES);
  const feature = new Uint8Array(most);
  const value = new Float32Array(most);
  const right = new Int32Array(most);
  const roots: number[] = [];
  let node = 0;
  for (let at = 0; at < bytes.length; ) {
    const count = view.getUint16(at, true);
    const root = node;
    at += 2;
    roots.push(root);
    for (let i = 0; i < count; i++, node++, at += NODE_BYTES) {
      feature[node] = view.getUint8(at);
      value[node] = view.getFloat32(at + 1, true);
      right[node] = root + view.getUint16(at + 5, true);
    }
  }
  return { roots, feature, value, right };
}

function sumOfTrees({ roots, feature, value, right }: Nodes, features: Float64Array): number {
  let sum = 0;
  for (const root of roots) {
    let node = root;
    while (feature[node] !== LEAF) node = features[feature[node]!]! <= value[node]! ? node + 1 : right[node]!;
    sum += value[node]!;
  }
  return sum;
}

/** The sum, in the same order as `sumOfTrees` makes it, of the most that each tree can give. */
function mostOfTrees(nodes: Nodes, features: Float64Array, unknown: ReadonlySet<number>): number {
  const { feature, value, right } = nodes;
  function mostBelow(root: number): number {
    let node = root;
    while (feature[node] !== LEAF) {
      const index = feature[node]!;
      if (unknown.has(index)) return Math.max(mostBelow(node + 1), mostBelow(right[node]!));
      node = features[index]! <= value[node]! ? node + 1 : right[node]!;
    }
    return value[node]!;
  }
  let sum = 0;
  for (const root of nodes.roots) sum += mostBelow(root);
  return sum;
}
