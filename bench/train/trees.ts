import { LEAF, NODE_BYTES } from '../../src/detect/generic/model.js';

/** Rows of features, one after another, with label and weight per row. */
export interface Table {
  readonly columns: number;
  readonly features: Float64Array;
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
}

export interface TreeSettings {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly leastWeight: number;
  readonly lambda: number;
}

const BINS = 64;

/** Gradient-boosted trees on the logistic loss, by histograms, best leaf first; deterministic. Packed as model.ts reads. */
export function growTrees(table: Table, settings: TreeSettings): Uint8Array {
  const rows = table.labels.length;
  const cuts = findCuts(table);
  const bins = toBins(table, cuts);
  const score = new Float64Array(rows);
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const packed: Uint8Array[] = [];
  for (let n = 0; n < settings.trees; n++) {
    for (let r = 0; r < rows; r++) {
      const p = 1 / (1 + Math.exp(-score[r]!));
      gradient[r] = (p - table.labels[r]!) * table.weights[r]!;
      hessian[r] = Math.max(1e-9, p * (1 - p)) * table.weights[r]!;
    }
    const tree = growTree({ bins, gradient, hessian, columns: table.columns, rows, settings });
    for (const leaf of tree.leaves) for (const r of leaf.rows) score[r]! += leaf.value;
    packed.push(pack(tree.root, cuts));
  }
  return Buffer.concat(packed);
}

/** Up to 63 thresholds per column, at quantiles of its different values. */
function findCuts({ columns, features }: Table): Float64Array[] {
  const rows = features.length / columns;
  return Array.from({ length: columns }, (_, c) => {
    const values = new Float64Array(rows);
    for (let r = 0; r < rows; r++) values[r] = features[r * columns + c]!;
    values.sort();
    const cuts: number[] = [];
    for (let i = 1; i < BINS; i++) {
      const value = Math.fround(values[Math.floor((i * rows) / BINS)]!);
      if (value !== cuts[cuts.length - 1] && value < values[rows - 1]!) cuts.push(value);
    }
    // Rare values hide between quantiles: small sets of values get a cut each.
    const different = [...new Set(values)];
    return Float64Array.from(different.length <= BINS ? different.slice(0, -1).map(Math.fround) : cuts);
  });
}

function toBins({ columns, features }: Table, cuts: readonly Float64Array[]): Uint8Array {
  return Uint8Array.from(features, (value, i) => {
    const own = cuts[i % columns]!;
    let low = 0;
    let high = own.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= own[middle]!) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

interface Growth {
  readonly bins: Uint8Array;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly columns: number;
  readonly rows: number;
  readonly settings: TreeSettings;
}

interface Split {
  readonly gain: number;
  readonly column: number;
  readonly bin: number;
}

interface Node {
  rows: Int32Array;
  value: number;
  split?: Split | undefined;
  left?: Node;
  right?: Node;
}

function growTree(growth: Growth): { root: Node; leaves: Node[] } {
  const root = createNode(
    Int32Array.from({ length: growth.rows }, (_, r) => r),
    growth,
  );
  const leaves = [root];
  while (leaves.length < growth.settings.leaves) {
    let best = -1;
    for (let i = 0; i < leaves.length; i++) {
      if ((leaves[i]!.split?.gain ?? 0) > (best < 0 ? 1e-6 : leaves[best]!.split!.gain)) best = i;
    }
    if (best < 0) break;
    const node = leaves[best]!;
    const { column, bin } = node.split!;
    const goesLeft = (r: number) => growth.bins[r * growth.columns + column]! <= bin;
    node.left = createNode(node.rows.filter(goesLeft), growth);
    node.right = createNode(
      node.rows.filter((r) => !goesLeft(r)),
      growth,
    );
    leaves.splice(best, 1, node.left, node.right);
  }
  return { root, leaves };
}

function createNode(rows: Int32Array, growth: Growth): Node {
  const { settings } = growth;
  let g = 0;
  let h = 0;
  for (const r of rows) {
    g += growth.gradient[r]!;
    h += growth.hessian[r]!;
  }
  return {
    rows,
    value: (-settings.rate * g) / (h + settings.lambda),
    split: bestSplit(rows, growth, [g, h]),
  };
}

function bestSplit(rows: Int32Array, growth: Growth, [g, h]: readonly [number, number]): Split | undefined {
  const { columns, settings } = growth;
  if (h < settings.leastWeight * 2) return undefined;
  const sums = histogram(rows, growth);
  const whole = (g * g) / (h + settings.lambda);
  let best: Split | undefined;
  for (let column = 0; column < columns; column++) {
    let gl = 0;
    let hl = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      gl += sums[(column * BINS + bin) * 2]!;
      hl += sums[(column * BINS + bin) * 2 + 1]!;
      if (hl < settings.leastWeight || h - hl < settings.leastWeight) continue;
      const gain =
        (gl * gl) / (hl + settings.lambda) + ((g - gl) * (g - gl)) / (h - hl + settings.lambda) - whole;
      if (gain > (best?.gain ?? 0)) best = { gain, column, bin };
    }
  }
  return best;
}

function histogram(rows: Int32Array, { bins, gradient, hessian, columns }: Growth): Float64Array {
  const sums = new Float64Array(columns * BINS * 2);
  for (const r of rows) {
    const g = gradient[r]!;
    const h = hessian[r]!;
    const base = r * columns;
    for (let c = 0; c < columns; c++) {
      const at = (c * BINS + bins[base + c]!) * 2;
      sums[at]! += g;
      sums[at + 1]! += h;
    }
  }
  return sums;
}

function pack(root: Node, cuts: readonly Float64Array[]): Uint8Array {
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    nodes.push(node);
    if (node.left) visit(node.left);
    if (node.right) visit(node.right);
  };
  visit(root);
  const bytes = Buffer.alloc(2 + nodes.length * NODE_BYTES);
  bytes.writeUInt16LE(nodes.length, 0);
  nodes.forEach((node, i) => {
    const at = 2 + i * NODE_BYTES;
    const split = node.left ? node.split! : undefined;
    bytes.writeUInt8(split ? split.column : LEAF, at);
    bytes.writeFloatLE(split ? cuts[split.column]![split.bin]! : node.value, at + 1);
    bytes.writeUInt16LE(node.right ? nodes.indexOf(node.right) : 0, at + 5);
  });
  return bytes;
}
