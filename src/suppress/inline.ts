import type { Suppression } from '../types.js';

const MARK = /keyhound:ignore(?:\s+(?<rule>[a-z0-9][a-z0-9-]*))?(?:\s+--\s*(?<reason>[^\r\n]{1,200}))?/;

/** The ignore mark on the finding's line, or on the line above if that holds nothing but a comment. */
export function findInlineIgnore(ruleId: string, line: string, lineAbove: string): Suppression | undefined {
  return (
    readMark(ruleId, line) ??
    (/^\s*(?:\/\/|#|--|;|\/\*|<!--|%|'|REM\b)/i.test(lineAbove) ? readMark(ruleId, lineAbove) : undefined)
  );
}

function readMark(ruleId: string, text: string): Suppression | undefined {
  const mark = MARK.exec(text)?.groups;
  if (!mark || (mark.rule !== undefined && mark.rule !== ruleId)) return undefined;
  return { by: 'inline', reason: mark.reason?.replace(/\s*(?:\*\/|-->)\s*$/, '') ?? 'keyhound:ignore' };
}
