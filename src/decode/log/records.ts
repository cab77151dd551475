import { anchoredPiece, type Cut, type Piece } from '../piece.js';

/** A part of a message: as it stands, or what an escape stands for. */
export type Part = readonly [from: number, to: number, instead?: string];

/** What a program wrote, as a log keeps it in a record of its own. Places are indices of the text. */
export interface Message {
  /** Messages of one stream belong together. */
  readonly stream: string;
  readonly parts: readonly Part[];
  /** The next one of the stream goes on with its last line. */
  readonly goesOn: boolean;
}

/** The messages of each stream one after the other, as the program wrote them. `offset`: where the text stands. */
export function* joinMessages(text: string, offset: number, messages: Iterable<Message>): Generator<Piece> {
  const streams = new Map<string, { cuts: Cut[]; at: number; isLineEnd: boolean }>();
  for (const { stream, parts, goesOn } of messages) {
    const state = streams.get(stream) ?? { cuts: [], at: 0, isLineEnd: true };
    streams.set(stream, state);
    // a line end is put where the structure between two messages is cut
    let lead = state.isLineEnd ? '' : '\n';
    let last = '';
    for (const [from, to, instead] of parts) {
      if (from > state.at || lead) state.cuts.push([state.at, from, lead]);
      lead = '';
      if (instead !== undefined) state.cuts.push([from, to, instead]);
      last = (instead ?? text.slice(Math.max(from, to - 1), to)) || last;
      state.at = to;
    }
    state.isLineEnd = goesOn || last.endsWith('\n');
  }
  for (const { cuts, at } of streams.values()) {
    if (cuts.length > 0) yield anchoredPiece(text.slice(0, at), cuts, offset);
  }
}
