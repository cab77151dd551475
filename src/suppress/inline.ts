import type { Finding, IdleIgnore, Suppression } from '../types.js';
import { findPeerMark } from './peer-marks.js';

/** What stands around a finding. */
export interface Surroundings {
  /** Number of the finding's first line. */
  readonly number: number;
  readonly line: string;
  /** The line above; empty where there is none. */
  readonly above: string;
  /** All text before the line, as far as it is at hand. */
  before(): string;
}

export interface InlineOptions {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Other tools whose marks count. */
  readonly honour: readonly string[];
}

/** What marks around a finding say: that it does not count, or why they do not say so. */
export interface InlineVerdict {
  readonly suppression?: Suppression;
  readonly idle?: IdleIgnore;
}

const MARK =
  /keyhound:ignore(?![\w-])(?:[ \t]+(?!until[ \t])(?<rules>[a-z0-9][a-z0-9-]*(?:[ \t]*,[ \t]*[a-z0-9][a-z0-9-]*)*))?(?:[ \t]+until[ \t]+(?<until>[^\s*#>-][^\s*#>]*))?(?:[ \t]+--[ \t]+(?<reason>[^\r\n]{1,200}))?/g;
/** What closes a comment and is no part of a reason. */
const CLOSERS = /\s*(?:\*+\/|--+!?>|#\}|--\}\}|\*\/\}\}|\}\}|%>|"""|\*\))\s*$/;

/** The ignore marks on the finding's line, or on the line above if that holds nothing but a comment. */
export function findInlineIgnore(
  { ruleId, path }: Pick<Finding, 'ruleId' | 'path'>,
  surroundings: Surroundings,
  { today, honour }: InlineOptions,
): InlineVerdict {
  const { line, above, number } = surroundings;
  const places = [
    { text: line, number },
    ...(isOnlyMark(above) ? [{ text: above, number: number - 1 }] : []),
  ];
  let idle: IdleIgnore | undefined;
  for (const { text, number: at } of places) {
    for (const { groups = {} } of text.matchAll(MARK)) {
      const source = `${path}:${at}`;
      const what = refusal(groups, ruleId, today);
      if (what === undefined) return { suppression: { by: 'inline', reason: reasonOf(groups), source } };
      idle ??= { source, what };
    }
  }
  const peer = findPeerMark({ ruleId, surroundings, honour });
  if (peer) return { suppression: { by: 'inline', reason: peer.reason, source: `${path}:${peer.number}` } };
  return idle ? { idle } : {};
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Why a mark does not hide a finding of the rule. */
function refusal({ rules, until }: Groups, ruleId: string, today: string): string | undefined {
  if (rules !== undefined && !rules.split(/[ \t]*,[ \t]*/).includes(ruleId)) {
    return `names ${rules}, but the finding here is ${ruleId}; a reason stands behind --`;
  }
  if (until === undefined) return undefined;
  if (!/^\d{4}-\d\d-\d\d$/.test(until) || Number.isNaN(Date.parse(until)))
    return 'needs a day such as 2027-01-31 after until';
  return until < today ? `expired ${until}` : undefined;
}

function reasonOf({ reason, until }: Groups): string {
  const text = reason?.replace(CLOSERS, '').trim() || 'keyhound:ignore';
  return until === undefined ? text : `${text} (until ${until})`;
}

/** Whether a line holds a mark and, before it, nothing but what opens a comment in some language. */
function isOnlyMark(line: string): boolean {
  const at = line.indexOf('keyhound:ignore');
  return (
    at >= 0 &&
    /^(?:[^\p{L}\p{N}"'`]*|\s*'{1,3}\s*|\s*"{1,3}\s*|\s*(?:rem|dnl|@?::)\s+)$/iu.test(line.slice(0, at))
  );
}

/** The lines, from 1, of all marks in a text that starts at `first`; quoted ones are talk about marks. */
export function markedLines(text: string, first: number): readonly number[] {
  const lines: number[] = [];
  let number = first;
  let counted = 0;
  for (const { index } of text.matchAll(MARK)) {
    if (index > 0 && '`"\''.includes(text[index - 1]!)) continue;
    for (let at = text.indexOf('\n', counted); at !== -1 && at < index; at = text.indexOf('\n', counted)) {
      number++;
      counted = at + 1;
    }
    lines.push(number);
  }
  return lines;
}
