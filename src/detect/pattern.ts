import { type Budget, createBudget } from '../budget.js';
import type { Rule } from '../types.js';

/** A rule whose expression is ready to run over windows of latin1 text. */
export interface PreparedRule {
  readonly rule: Rule;
  /** With the flag `g`; group `secret`, where there is one, is the secret. */
  readonly regex: RegExp;
  /** The same expression, sticky and with indices: run once on each match to place its groups. */
  readonly placing: RegExp;
  /** Where the expressions are a user's. */
  readonly budget?: Budget;
}

/** How far a `value` may stand behind its keyword, in bytes. */
const VALUE_GAP = 64;

/** Compiles a rule's expression. */
export function prepareRule(rule: Rule): PreparedRule {
  const { source, flags } = expressionOf(rule);
  const plain = flags.replace(/[gyd]/g, '');
  return {
    rule,
    regex: new RegExp(source, `${plain}g`),
    placing: new RegExp(source, `${plain}dy`),
    ...(rule.isGuarded ? { budget: createBudget() } : {}),
  };
}

/** The expression that finds a rule's matches: its pattern, or what its keywords and `value` make. */
export function expressionOf(rule: Rule): RegExp {
  return rule.pattern ?? composeValuePattern(rule);
}

/** Keyword, gap, value; or keyword, credential word, operator, value where the rule asks for an assignment. */
function composeValuePattern(rule: Rule): RegExp {
  if (!rule.value) throw new Error(`rule ${rule.id} has neither pattern nor value`);
  const before = rule.assigned ? assignment(rule.keywords) : `${oneOf(rule.keywords)}[^\\0]{0,${VALUE_GAP}}?`;
  return new RegExp(
    `${before}(?<![A-Za-z0-9_+/.-])(?<secret>${rule.value.source})(?![A-Za-z0-9_+/-])`,
    rule.value.flags,
  );
}

/**
 * A keyword and a credential word behind it, or a keyword that has one in itself; then an operator. Or a keyword that
 * is all of the name, and a quoted value that is no checksum.
 */
function assignment(keywords: readonly string[]): string {
  const itself = keywords.filter((keyword) => /key|token|secret|passw|auth|credential/i.test(keyword));
  const name = `${oneOf(keywords)}[^\\0]{0,48}?(?:${CREDENTIAL})`;
  const names = itself.length > 0 ? `(?:${name}|${oneOf(itself)})` : name;
  const credential = `${names}[A-Za-z0-9_-]{0,16}[^A-Za-z0-9\\0]{1,12}?(?:(?:${LABEL})[^A-Za-z0-9\\0]{1,8}?)?`;
  const alone = `(?<![A-Za-z])${oneOf(keywords)}["'\`\\]]{0,2}\\s{0,3}(?:=>|:=|[=:,-])?\\s{0,3}["'\`](?![0-9A-Fa-f-]{8,160}["'\`])`;
  return `(?:${credential}|${alone})`;
}

function oneOf(keywords: readonly string[]): string {
  return `(?:${anyCase(keywords.map((keyword) => keyword.replace(/[^A-Za-z0-9_]/g, '\\$&')).join('|'))})`;
}

function anyCase(source: string): string {
  return source.replace(/[A-Za-z]/g, (c) => `[${c.toUpperCase()}${c.toLowerCase()}]`);
}

const CREDENTIAL = anyCase('key|token|secret|passw|pwd|auth(?!or[^i])|bearer|basic|credential|login');
const LABEL = anyCase('value|string|default|bearer|basic|token|key');
