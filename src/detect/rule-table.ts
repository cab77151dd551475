import type { Rule, Shape } from '../types.js';
import { anchorsOf, type RuleAnchors } from './anchors.js';
import type { ContextDetector } from './context.js';

/** Rules by the keywords that lead to them: worked out here, or when this program was built. */
export interface RuleTable {
  /** Lower case, each once: those of the context first, then those of the formats. */
  readonly keywords: readonly string[];
  readonly contextKeywords: number;
  /** What must stand near each keyword for its place to count; none where any place does. */
  readonly shapes: readonly (readonly Shape[])[];
  /** Numbers of the rules with a format that a keyword may lead to. */
  rulesOf(keyword: number): readonly number[];
  rule(number: number): Rule;
  /** How many bytes before and after its keywords a rule looks at. */
  reachOf(number: number): Pick<RuleAnchors, 'before' | 'after'>;
  /** Numbers of the rules without keywords, which run on everything. */
  readonly everywhere: readonly number[];
  /** Whether an object with this keyword is to be looked at whatever the rules say; absent: none is. */
  isMark?(keyword: number): boolean;
  /** A rule of the context; undefined where it is not wanted. */
  contextRule(id: string): Rule | undefined;
}

/** What a table is made of besides its rules. */
export interface TableParts {
  readonly context: ContextDetector;
  /** Those that are known already. */
  readonly anchors?: ((rule: Rule) => RuleAnchors | undefined) | undefined;
  /** Texts that make an object one to be looked at. */
  readonly marks?: readonly string[] | undefined;
}

/** The table of these rules, some of which the context detector may be. */
export function ruleTable(
  rules: readonly Rule[],
  { context, anchors = () => undefined, marks = [] }: TableParts,
): RuleTable {
  const enabled = new Set(rules.map(({ id }) => id));
  const contextRules = new Map(context.rules.map((rule) => [rule.id, rule]));
  const formatRules = rules.filter(({ id }) => !contextRules.has(id));
  const hasContext = context.rules.some(({ id }) => enabled.has(id));
  const contextKeywords = hasContext ? context.keywords : [];
  const anchored = formatRules.map((rule) => anchors(rule) ?? anchorsOf(rule));
  const byKeyword = indexKeywords(anchored, contextKeywords);
  for (const mark of marks) if (!byKeyword.has(mark)) byKeyword.set(mark, { rules: [], shapes: new Map() });
  const leads = [...byKeyword.values()];
  const keywords = [...byKeyword.keys()];
  return {
    keywords,
    contextKeywords: contextKeywords.length,
    shapes: leads.map(({ shapes }, keyword) =>
      keyword < contextKeywords.length ? [] : [...shapes.values()],
    ),
    rulesOf: (keyword) => leads[keyword]!.rules,
    rule: (number) => formatRules[number]!,
    reachOf: (number) => anchored[number]!,
    isMark: (keyword) => marks.includes(keywords[keyword]!),
    everywhere: formatRules.flatMap((rule, number) => (rule.keywords.length === 0 ? [number] : [])),
    contextRule: (id) => (enabled.has(id) ? contextRules.get(id) : undefined),
  };
}

/** Where a keyword leads to. */
interface Lead {
  readonly rules: number[];
  /** By their text, each once. */
  readonly shapes: Map<string, Shape>;
}

function indexKeywords(
  anchored: readonly RuleAnchors[],
  contextKeywords: readonly string[],
): Map<string, Lead> {
  const leads = new Map<string, Lead>();
  const leadOf = (keyword: string): Lead => {
    const lead = leads.get(keyword) ?? { rules: [], shapes: new Map() };
    leads.set(keyword, lead);
    return lead;
  };
  for (const keyword of contextKeywords) leadOf(keyword);
  for (const [number, anchors] of anchored.entries()) {
    for (const [keyword, shape] of Object.entries(anchors.shapes)) {
      const { rules, shapes } = leadOf(keyword);
      rules.push(number);
      shapes.set(`${shape.before} ${shape.after} ${shape.run} ${shape.members}`, shape);
    }
  }
  return leads;
}
