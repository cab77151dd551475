import { parse, TomlError } from 'smol-toml';
import { UserError } from '../errors.js';
import { createFields, type Fields, type Table, withLowerKeys } from './fields.js';
import { allowlistsOf, readAllowlist } from './gitleaks-allowlist.js';
import { coveredBy, isOfGitleaks, kebab } from './gitleaks-names.js';
import { type Reading, readRule } from './gitleaks-rule.js';
import { type Draft, finish, type Importer, type ImportInput, newDraft } from './imported.js';

/** `.gitleaks.toml` and `.betterleaks.toml`: rules, allowlists, what they extend and switch off. */
export const gitleaksConfig: Importer = {
  format: 'gitleaks',
  recognises: (name, text) =>
    /(?:^|\/)\.?(?:gitleaks|betterleaks)[^/]*\.toml$/i.test(name) ||
    (/\.toml$/i.test(name) && /^[ \t]*(?:\[\[rules\]\]|\[\[?allowlists?\]\]?|\[extend\])/m.test(text)),
  read(input) {
    const draft = newDraft();
    const configs = withExtended(parseToml(input.text, input.file), input, draft);
    const usesDefault = configs.some(({ table }) => extendOf(table).usedefault === true);
    const reading = { input, draft, usesDefault };
    for (const rule of mergedRules(configs)) readRule(rule.table, { ...rule, reading });
    for (const config of configs) readConfig(config, reading);
    draft.honour.push(/betterleaks/i.test(input.file) ? 'betterleaks' : 'gitleaks');
    if (!usesDefault)
      draft.remarks.push(
        "gitleaks' own rules are not switched on here ([extend] useDefault); keyhound's own rules run nevertheless",
      );
    return finish(draft);
  },
};

interface Config {
  readonly table: Table;
  readonly file: string;
}

function parseToml(text: string, file: string): Table {
  try {
    return withLowerKeys(parse(text)) as Table;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // the message goes on with lines of the file
    const [what = ''] = error.message.split('\n');
    throw new UserError(
      `${file}:${error.line}: ${what.replace(/^Invalid TOML document: /, 'not valid TOML: ')}`,
    );
  }
}

function extendOf(table: Table): Table {
  return typeof table.extend === 'object' && table.extend !== null ? (table.extend as Table) : {};
}

/** gitleaks follows `extend.path` two files deep. */
const DEEPEST = 2;

/** The file's own settings and, before them, those of the file it extends. */
function withExtended(
  table: Table,
  input: ImportInput,
  draft: Draft,
  file = input.file,
  depth = 0,
): readonly Config[] {
  const own = { table, file };
  const { path, url } = extendOf(table);
  if (url !== undefined)
    draft.lost.push({ what: `${file}: extend.url`, why: 'gitleaks itself does not read it' });
  if (typeof path !== 'string' || path === '') return [own];
  const text = depth < DEEPEST ? input.readFile(path) : undefined;
  if (text === undefined) {
    draft.lost.push({ what: `${file}: extend.path ${path}`, why: 'no such file in this repository' });
    return [own];
  }
  return [...withExtended(parseToml(text, path), input, draft, path, depth + 1), own];
}

/** A rule with the file it is last spoken of in. */
interface MergedRule {
  readonly table: Table;
  readonly at: string;
  readonly file: string;
  readonly fields: Fields;
}

/** The rules of all files: what a file says of a rule that it extends comes on top, keywords and allowlists beside it. */
function mergedRules(configs: readonly Config[]): readonly MergedRule[] {
  const rules = new Map<string, MergedRule>();
  for (const { table, file } of configs) {
    const fields = createFields(file);
    for (const id of fields.texts(extendOf(table).disabledrules, 'extend.disabledRules')) rules.delete(id);
    for (const [index, rule] of fields.tables(table.rules, 'rules').entries()) {
      const at = `rules[${index}]`;
      const id = fields.text(rule.id, `${at}.id`) ?? `${file} ${at}`;
      const base = rules.get(id)?.table ?? {};
      const given = Object.entries(rule).filter(([, value]) => value !== '' && value !== 0);
      const lists = (key: string) =>
        fields.list(base[key], `${at}.${key}`).concat(fields.list(rule[key], `${at}.${key}`));
      const allowlists = [base, rule].flatMap((one) => allowlistsOf(one, fields).map(([, list]) => list));
      const { allowlist: _, ...merged } = { ...base, ...Object.fromEntries(given) } as Record<
        string,
        unknown
      >;
      rules.set(id, { table: { ...merged, keywords: lists('keywords'), allowlists }, at, file, fields });
    }
  }
  return [...rules.values()];
}

function readConfig({ table, file }: Config, reading: Reading): void {
  const { draft } = reading;
  const fields = createFields(file);
  for (const key of Object.keys(table)) {
    if (!KEYS.has(key)) draft.lost.push({ what: `${file}: ${key}`, why: 'keyhound has nothing like it' });
  }
  const extend = extendOf(table);
  for (const id of fields.texts(extend.disabledrules, 'extend.disabledRules')) disable(id, file, reading);
  for (const [at, list] of allowlistsOf(table, fields)) {
    const targets = fields.texts(list.targetrules, `${at}.targetRules`);
    const entry = readAllowlist(list, { at, fields, file, lost: draft.lost });
    if (!entry) continue;
    const rules = targets.flatMap((id) => rulesOf(id, reading));
    if (targets.length === 0) draft.allow.push(entry);
    else if (rules.length > 0) draft.allow.push({ rules: [...new Set(rules)], ...entry });
    else draft.remarks.push(`${file}: ${at} is for ${targets.join(', ')}, which keyhound has no rule for`);
  }
}

const KEYS = new Set([
  'title',
  'description',
  'minversion',
  'betterleaksminversion',
  'extend',
  'rules',
  'allowlist',
  'allowlists',
]);

/** The ids of keyhound's rules, and of those that are imported, that a rule of gitleaks stands for. */
function rulesOf(id: string, { draft }: Reading): readonly string[] {
  const imported = draft.rules.find((rule) => rule.id === kebab(id));
  const own = coveredBy(id);
  return imported ? [...own, imported.id] : own;
}

function disable(id: string, file: string, { draft }: Reading): void {
  const own = coveredBy(id);
  if (own.length > 0) draft.disabledRules.push(...own);
  else if (!isOfGitleaks(id))
    draft.lost.push({
      what: `${file}: extend.disabledRules ${id}`,
      why: 'no such rule of gitleaks is known',
    });
}
