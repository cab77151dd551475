import type { Prefilter, Shape } from '../types.js';
import { hasShape, shapeTables } from './shape.js';

/** Aho and Corasick's automaton as tables: `next` has one row of `width` for each state. */
interface Automaton {
  /** The column of each byte; both cases of a letter have the same, bytes of no keyword have 0. */
  readonly columns: Uint8Array;
  readonly width: number;
  readonly next: Int32Array;
  /** The keyword that ends in a state, or -1, and the next state in which a shorter one ends too, or 0. */
  readonly keyword: Int32Array;
  readonly shorter: Int32Array;
}

/** The prefilter in plain JavaScript. */
export function createAutomatonPrefilter(
  keywords: readonly string[],
  shapes: readonly (readonly Shape[])[] | undefined,
): Prefilter {
  const automaton = buildAutomaton(keywords);
  const tables = shapes && shapeTables(shapes);
  let buffer = new Uint8Array(0);
  return {
    keywords,
    allocate(size) {
      if (buffer.length < size) buffer = new Uint8Array(size);
      return buffer.subarray(0, size);
    },
    candidates(bytes, from, to) {
      const found = search(automaton, keywords, bytes.subarray(from, to));
      for (const place of found) place.at += from;
      const kept = found.filter(({ at: start, keyword }) => {
        const end = start + keywords[keyword]!.length;
        return !tables || hasShape(tables, keyword, { bytes, start, end });
      });
      kept.sort((a, b) => a.at - b.at || a.keyword - b.keyword);
      return Uint32Array.from(kept.flatMap(({ at, keyword }) => [at, keyword]));
    },
  };
}

function search(automaton: Automaton, keywords: readonly string[], bytes: Uint8Array) {
  const { columns, width, next, keyword, shorter } = automaton;
  const found: { at: number; keyword: number }[] = [];
  let state = 0;
  for (let at = 0; at < bytes.length; at++) {
    state = next[state * width + columns[bytes[at]!]!]!;
    for (let end = keyword[state]! >= 0 ? state : shorter[state]!; end !== 0; end = shorter[end]!) {
      const index = keyword[end]!;
      found.push({ at: at + 1 - keywords[index]!.length, keyword: index });
    }
  }
  return found;
}

function buildAutomaton(keywords: readonly string[]): Automaton {
  const columns = columnsOf(keywords);
  const width = Math.max(...columns) + 1;
  const states = 1 + keywords.reduce((sum, { length }) => sum + length, 0);
  const next = new Int32Array(states * width);
  const keyword = new Int32Array(states).fill(-1);
  let last = 0;
  for (const [index, text] of keywords.entries()) {
    let state = 0;
    for (const byte of Buffer.from(text, 'latin1')) {
      const edge = state * width + columns[byte]!;
      if (next[edge] === 0) next[edge] = ++last;
      state = next[edge]!;
    }
    keyword[state] = index;
  }
  return { columns, width, next, keyword, shorter: linkStates({ next, keyword, width }) };
}

function columnsOf(keywords: readonly string[]): Uint8Array {
  const columns = new Uint8Array(256);
  for (const [index, byte] of [...new Set(Buffer.from(keywords.join(''), 'latin1'))].entries()) {
    columns[byte] = index + 1;
    if (byte >= 97 && byte <= 122) columns[byte - 32] = index + 1;
  }
  return columns;
}

/** Fills in where each state goes when no keyword goes on: breadth first, so that shorter texts are done before. */
function linkStates({ next, keyword, width }: Pick<Automaton, 'next' | 'keyword' | 'width'>): Int32Array {
  const fallback = new Int32Array(keyword.length);
  const shorter = new Int32Array(keyword.length);
  const queue = [0];
  for (const state of queue) {
    for (let column = 0; column < width; column++) {
      const edge = state * width + column;
      const target = next[edge]!;
      const other = state === 0 ? 0 : next[fallback[state]! * width + column]!;
      if (target === 0) {
        next[edge] = other;
        continue;
      }
      fallback[target] = other;
      shorter[target] = keyword[other]! >= 0 ? other : shorter[other]!;
      queue.push(target);
    }
  }
  return shorter;
}
