import { resolve } from 'node:path';
import { rules as builtIn, findConfig, findHome, type Rule, UserError } from '../index.js';
import { nearest } from '../nearest.js';
import { type Args, type Command, text } from './command.js';
import { writeOut } from './output.js';
import { testRules } from './rules/test-rules.js';
import { listText, showText } from './rules/text.js';
import { scanFlags } from './scan-flags.js';
import { loadSettings } from './settings.js';

const { config } = scanFlags;
type Verb = (args: Args, rest: readonly string[]) => Promise<number>;
const VERBS: Readonly<Record<string, Verb>> = { list, show, test };

export const command: Command = {
  usage: 'rules [list | show ID | test [FILE]]',
  describe:
    "Lists the rules, the repository's own among them; shows one; or runs the rules of a configuration on their examples.",
  flags: {
    format: { type: 'string', choices: ['text', 'json'], describe: 'of list and show; default text' },
    config: config!,
  },
  run(args) {
    const [verb = 'list', ...rest] = args.positionals;
    const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
    if (!run) throw new UserError(`rules ${verb}: must be list, show ID or test FILE`);
    return run(args, rest);
  },
};

/** A rule and what the settings say of it. */
export interface ListedRule {
  readonly rule: Rule;
  readonly isEnabled: boolean;
}

async function list(args: Args, rest: readonly string[]): Promise<number> {
  if (rest.length > 0) throw new UserError('rules list: takes nothing more');
  const rules = await listed(args);
  writeOut([isJson(args) ? json(rules.map(plainRule)) : listText(rules)]);
  return 0;
}

async function show(args: Args, [id, ...more]: readonly string[]): Promise<number> {
  if (id === undefined || more.length > 0) throw new UserError('rules show: takes the id of one rule');
  const rules = await listed(args);
  const found = rules.find(({ rule }) => rule.id === id);
  if (!found) {
    const near = nearest(
      id,
      rules.map(({ rule }) => rule.id),
    );
    throw new UserError(
      `rules show ${id}: no such rule${near ? `; did you mean ${near}?` : "; see 'keyhound rules'"}`,
    );
  }
  writeOut([isJson(args) ? json(plainRule(found)) : showText(found)]);
  return 0;
}

async function test(args: Args, [file, ...more]: readonly string[]): Promise<number> {
  if (more.length > 0) throw new UserError('rules test: takes one configuration');
  const home = findHome(process.cwd());
  const chosen = file ?? text(args, 'config') ?? findConfig(home);
  if (chosen === undefined) throw new UserError('rules test: there is no configuration here; name one');
  const named = { ...args, values: { ...args.values, config: resolve(chosen) } };
  const { rules } = await loadSettings(named, home);
  if (rules.length === 0) throw new UserError(`${chosen}: has no rules of its own`);
  const results = await testRules(rules);
  const failed = results.filter(({ problem }) => problem !== undefined);
  writeOut([
    ...results.map(({ ruleId, what, problem }) =>
      problem === undefined ? `✔ ${ruleId}: ${what}\n` : `✖ ${ruleId}: ${what}: ${problem}\n`,
    ),
    `${rules.length} rules, ${results.length} checks, ${failed.length} failed\n`,
  ]);
  return failed.length > 0 ? 1 : 0;
}

/** Every rule, as the settings of the repository leave it. */
async function listed(args: Args): Promise<readonly ListedRule[]> {
  const { rules, disabledRules, severities } = await loadSettings(args, findHome(process.cwd()));
  return [...builtIn, ...rules]
    .map((rule) => ({
      rule: { ...rule, severity: severities[rule.id] ?? rule.severity ?? 'high' },
      isEnabled: !disabledRules.includes(rule.id),
    }))
    .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

function isJson(args: Args): boolean {
  return text(args, 'format') === 'json';
}

function json(value: unknown): string {
  return `${JSON.stringify(value, (_, item) => (item instanceof RegExp ? item.source : item), 2)}\n`;
}

function plainRule({ rule: { isGuarded: _, ...rule }, isEnabled }: ListedRule) {
  return { ...rule, enabled: isEnabled };
}
