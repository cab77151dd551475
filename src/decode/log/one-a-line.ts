const NEWLINE = 10;

/** The first of the ascending places on each line: so many of them cost no more than the line itself to look at. */
export function* oneALine(view: Buffer, places: Iterable<number>): Generator<number> {
  let lineEnd = -1;
  for (const at of places) {
    if (at < lineEnd) continue;
    const newline = view.indexOf(NEWLINE, at);
    lineEnd = newline === -1 ? view.length : newline;
    yield at;
  }
}
