const CONTEXT = 3;

/** Two versions of a file as a unified diff; the secret is `***` wherever it stands. */
export function redactedDiff(
  path: string,
  versions: { before: string; after: string },
  secret: string,
): string {
  const [before, after] = [linesOf(versions.before), linesOf(versions.after)];
  const hunks = hunksOf(before, after);
  const hide = (line: string): string => (secret === '' ? line : line.replaceAll(secret, '***'));
  return [`--- a/${path}`, `+++ b/${path}`, ...hunks.map(hide), ''].join('\n');
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** One hunk from the first to the last line that differs: edits of a migration stand close together or at the end. */
function hunksOf(before: readonly string[], after: readonly string[]): string[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--;
    endAfter--;
  }
  const from = Math.max(0, start - CONTEXT);
  const until = Math.min(before.length, endBefore + CONTEXT);
  const tail = until - endBefore;
  return [
    `@@ -${from + 1},${until - from} +${from + 1},${endAfter + tail - from} @@`,
    ...before.slice(from, start).map((line) => ` ${line}`),
    ...changes(before.slice(start, endBefore), after.slice(start, endAfter)),
    ...before.slice(endBefore, until).map((line) => ` ${line}`),
  ];
}

/** Lines in between that are in both, in order, stay as context. */
function changes(before: readonly string[], after: readonly string[]): string[] {
  const out: string[] = [];
  let at = 0;
  for (const line of before) {
    const same = after.indexOf(line, at);
    if (same < 0) {
      out.push(`-${line}`);
      continue;
    }
    out.push(...after.slice(at, same).map((added) => `+${added}`), ` ${line}`);
    at = same + 1;
  }
  return [...out, ...after.slice(at).map((line) => `+${line}`)];
}
