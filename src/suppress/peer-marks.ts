import type { Surroundings } from './inline.js';

interface Question {
  readonly ruleId: string;
  readonly surroundings: Surroundings;
  /** The tools whose marks count. */
  readonly honour: readonly string[];
}

interface PeerMark {
  readonly reason: string;
  /** Line of the mark. */
  readonly number: number;
}

/** Marks that hold for the line they stand on. */
const ON_LINE: Readonly<Record<string, RegExp>> = {
  betterleaks: /betterleaks:allow/,
  'detect-secrets': /pragma: ?(?:allow|white)list[ -]secret/,
  gitleaks: /gitleaks:allow/,
  kingfisher: /kingfisher:ignore/,
  trufflehog: /trufflehog:ignore/,
};
const ON_NEXT_LINE = /pragma: ?(?:allow|white)list[ -]nextline[ -]secret/;

/** The mark of another tool that holds for a finding, as that tool reads it. */
export function findPeerMark({ ruleId, surroundings, honour }: Question): PeerMark | undefined {
  const { line, above, number } = surroundings;
  for (const tool of honour) {
    const mark = ON_LINE[tool]?.exec(line);
    if (mark) return { reason: mark[0], number };
    const next = tool === 'detect-secrets' ? ON_NEXT_LINE.exec(above) : undefined;
    if (next) return { reason: next[0], number: number - 1 };
    if (tool === 'secretlint') {
      const found = findDirective(ruleId, surroundings);
      if (found) return found;
    }
  }
  return undefined;
}

const DIRECTIVE =
  /secretlint-(?<what>disable-next-line|disable-line|disable|enable)(?![\w-])(?:[ \t]+(?!--)(?<rules>[@\w/,. \t-]*?[\w/]))?(?=[ \t]*(?:--|\*\/|$|[^\w@/,. \t-]))/gm;

/** A directive of this line, of the line above, or the last one before that opened a range and was not closed. */
function findDirective(ruleId: string, { line, above, number, before }: Surroundings): PeerMark | undefined {
  const reads = (text: string, wanted: string) =>
    [...text.matchAll(DIRECTIVE)].find(
      ({ groups }) => groups?.what === wanted && concerns(groups.rules, ruleId),
    );
  if (reads(line, 'disable-line')) return { reason: 'secretlint-disable-line', number };
  if (reads(above, 'disable-next-line'))
    return { reason: 'secretlint-disable-next-line', number: number - 1 };
  const text = before();
  let open: number | undefined;
  for (const { groups, index } of text.matchAll(DIRECTIVE)) {
    if (!concerns(groups?.rules, ruleId)) continue;
    if (groups?.what === 'disable') open ??= index;
    if (groups?.what === 'enable') open = undefined;
  }
  if (open === undefined) return undefined;
  return { reason: 'secretlint-disable', number: number - (text.slice(open).match(/\n/g)?.length ?? 0) };
}

/** Whether a directive is about a rule: its names are packages such as `@secretlint/secretlint-rule-github`. */
function concerns(names: string | undefined, ruleId: string): boolean {
  if (!names) return true;
  return names.split(/[\s,]+/).some((name) => {
    const short = name.replace(/^@[\w-]+\//, '').replace(/^secretlint-rule-/, '');
    return ruleId === short || ruleId.startsWith(`${short}-`);
  });
}
