const TIME = String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`;
/** RFC 3339 and what is near it; of syslog; seconds, as `journalctl -o short-unix` writes them. */
const STAMP = String.raw`(?:\d{4}-\d\d-\d\d[T ]${TIME}(?: ?Z|[ ]?[+-]\d\d:?\d\d)?|[A-Z][a-z]{2} [ \d]\d ${TIME}|\d{10}\.\d{6}|${TIME})`;
/** What follows a time: stream and flag of GitLab's runner (`00O+`), of CRI (`stderr P`), host and program of syslog. */
const AFTER_STAMP = String.raw`(?:[0-9a-f]{2}[EO][+ ]?|(?:stdout|stderr) [FP](?::\w+)? ?|[\w.-]{1,64} [^\s:[\]]{1,64}(?:\[\d+\])?: )?`;

/** What programs put before each line, one kind after the other. */
const KINDS = [
  // `gh run view --log` names job and step
  String.raw`[^\t\r\n]{1,120}\t[^\t\r\n]{1,200}\t(?=(?:\xef\xbb\xbf)?\d{4}-)`,
  // a byte order mark, as in GitHub's logs
  String.raw`\xef\xbb\xbf`,
  // colours; Buildkite's times; Jenkins' hidden notes
  String.raw`\x1b(?:\[8mha:[\w+/=]{0,4000}\x1b\[0m|\[[0-9;]{0,16}[mK]|_bk;t=\d{1,16}\x07)`,
  String.raw`${STAMP}[ \t]+${AFTER_STAMP}`,
  // levels, pods, Jenkins' timestamper
  String.raw`\[[^\]\r\n]{1,80}\][ \t]*`,
  // docker compose
  String.raw`[\w.-]{1,40}[ \t]*\|[ \t]?`,
  // docker build
  String.raw`#\d+[ \t]+(?:\d+\.\d+[ \t]+)?`,
  String.raw`remote:[ \t]*`,
  String.raw`[ \t]+`,
].map((source) => new RegExp(source, 'y'));
/** Without the first kind, which needs a tab: it looks at much of a line to see that there is none. */
const KINDS_WITHOUT_TAB = KINDS.slice(1);
/** Quotes, diffs, frames of Terraform and Rust; a line of base64 may begin with one, too. */
const MARK = /[>|#*+][ \t]?|\xe2(?:\x94\x82|\x95\xb7|\x95\xb5)[ \t]?/y;
const LONGEST = 5000;

/** What stands before a line, as the kinds of it in their order: what the lines that belong to it have, too. */
export type PrefixShape = readonly RegExp[];

/** How much of a text from an index on is what a program put before the line: times, levels, names, but no marks. */
export function prefixLength(text: string, from = 0): number {
  const kinds = text.indexOf('\t', from) === -1 ? KINDS_WITHOUT_TAB : KINDS;
  let at = from;
  for (let kind = kindAt(text, at, kinds); kind && at - from < LONGEST; kind = kindAt(text, at, kinds))
    at = kind.lastIndex;
  return at - from;
}

/** The shape of a text that is nothing but prefixes and marks; undefined for any other. */
export function shapeOf(text: string): PrefixShape | undefined {
  if (text.length > LONGEST) return undefined;
  const shape: RegExp[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at, [...KINDS, MARK]);
    if (!kind) return undefined;
    shape.push(kind);
    at = kind.lastIndex;
  }
  return shape;
}

/** How much of a text from an index on has a shape; blanks and colours may be missing. */
export function lengthOf(shape: PrefixShape, text: string, from: number): number {
  let at = from;
  for (const kind of shape) at = kindAt(text, at, [kind])?.lastIndex ?? at;
  return at - from;
}

const CHANGING = new RegExp(
  String.raw`${STAMP}|\d+\.\d+|\x1b\[[0-9;]*[mK]|\x1b_[^\x07]*\x07|\xef\xbb\xbf`,
  'g',
);

/** What of a prefix names where the line comes from: all but times and colours. */
export function sourceIn(prefix: string): string {
  return prefix.replace(CHANGING, '').trim();
}

/** The first of the kinds that stands at an index, with `lastIndex` where it ends. */
function kindAt(text: string, at: number, kinds: readonly RegExp[]): RegExp | undefined {
  return kinds.find((kind) => {
    kind.lastIndex = at;
    return kind.test(text) && kind.lastIndex > at;
  });
}
