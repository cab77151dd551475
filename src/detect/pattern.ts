import type { Rule } from '../types.js';

/** A rule whose expression is ready to run over windows of latin1 text. */
export interface PreparedRule {
  readonly rule: Rule;
  /** With the flag `g`; group `secret`, where there is one, is the secret. */
  readonly regex: RegExp;
  /** The same expression, sticky and with indices: run once on each match to place its groups. */
  readonly placing: RegExp;
  /** How many bytes before and after a keyword a match can reach. */
  readonly before: number;
  readonly after: number;
}

/** How far a `value` may stand behind its keyword, in bytes. */
const VALUE_GAP = 64;
const DEFAULT_BEFORE = 512;
const DEFAULT_AFTER = 4096;

/** Compiles a rule's pattern, or composes one from its keywords and `value`. */
export function prepareRule(rule: Rule): PreparedRule {
  const source = rule.pattern ?? composeValuePattern(rule);
  const flags = source.flags.replace(/[gyd]/g, '');
  return {
    rule,
    regex: new RegExp(source.source, `${flags}g`),
    placing: new RegExp(source.source, `${flags}dy`),
    before: DEFAULT_BEFORE,
    after: DEFAULT_AFTER,
  };
}

function composeValuePattern(rule: Rule): RegExp {
  if (!rule.value) throw new Error(`rule ${rule.id} has neither pattern nor value`);
  const keywords = rule.keywords.map((k) => k.replace(/[^A-Za-z0-9_]/g, '\\$&')).join('|');
  const anyCase = keywords.replace(/[A-Za-z]/g, (c) => `[${c.toUpperCase()}${c.toLowerCase()}]`);
  return new RegExp(
    `(?:${anyCase})[^\\0]{0,${VALUE_GAP}}?(?<![A-Za-z0-9_+/.-])(?<secret>${rule.value.source})(?![A-Za-z0-9_+/-])`,
    rule.value.flags,
  );
}
