import { basename } from 'node:path/posix';
import { createFields, type Fields, parseJson, parseYaml, type Table } from './fields.js';
import { readIgnoreLines } from './gitignore.js';
import { kebab } from './gitleaks-names.js';
import { type AllowText, type Draft, finish, type Importer, type KnownRule, newDraft } from './imported.js';

/** `.secretlintignore`, in gitignore's syntax. */
export const secretlintIgnore: Importer = {
  format: 'secretlintignore',
  recognises: (name) => basename(name) === '.secretlintignore',
  read({ text, file }) {
    const draft = newDraft();
    readIgnoreLines(text.split('\n'), file, draft);
    return finish(draft);
  },
};

/** `.secretlintrc.json` and `.secretlintrc.yml`, as data: a `.secretlintrc.js` would have to be run. */
export const secretlint: Importer = {
  format: 'secretlint',
  recognises: (name) => /^\.secretlintrc(?:\.(?:json|ya?ml|js|cjs|mjs))?$/.test(basename(name)),
  read({ text, file, known }) {
    const draft = newDraft();
    draft.honour.push('secretlint');
    if (/\.[cm]?js$/.test(file)) {
      draft.lost.push({ what: file, why: 'a program; keyhound runs no code of a repository' });
      return finish(draft);
    }
    const fields = createFields(file);
    const root = fields.table(
      /^\s*\{/.test(text) ? parseJson(text, file) : parseYaml(text, file),
      'the file',
    );
    for (const rule of fields.tables(root.rules, 'rules')) readRule(rule, { fields, file, draft, known });
    return finish(draft);
  },
};

interface Where {
  readonly fields: Fields;
  readonly file: string;
  readonly draft: Draft;
  readonly known: readonly KnownRule[];
}

function readRule(rule: Table, where: Where): void {
  const { fields, file, draft, known } = where;
  const id = (fields.text(rule.id, 'rules.id') ?? '').replace(
    /^@secretlint\/secretlint-rule-|^secretlint-rule-/,
    '',
  );
  for (const inner of fields.tables(rule.rules, `${id}.rules`)) readRule(inner, where);
  const rules = RULES[id] ?? known.filter(({ provider }) => provider === id).map((one) => one.id);
  const options = fields.table(rule.options ?? {}, `${id}.options`);
  if (rule.disabled === true) {
    if (rules.length > 0) draft.disabledRules.push(...rules);
    else if (!id.startsWith('preset-'))
      draft.lost.push({ what: `${file}: ${id}: disabled`, why: 'keyhound has no rule by that name' });
    return;
  }
  const values = fields
    .texts(options.allows, `${id}.allows`)
    .flatMap((text) => expressionOf(text, `${file}: ${id}: allows`, draft));
  if (values.length > 0) {
    const allow: AllowText = { values, reason: `from ${file}` };
    if (rules.length > 0) draft.allow.push({ rules, ...allow });
    else if (id === 'pattern' || id.startsWith('preset-')) draft.allow.push(allow);
    else draft.lost.push({ what: `${file}: ${id}: allows`, why: 'keyhound has no rule by that name' });
  }
  const messages = fields.texts(rule.allowMessageIds, `${id}.allowMessageIds`);
  if (messages.length > 0)
    draft.lost.push({
      what: `${file}: ${id}: allowMessageIds ${messages.join(', ')}`,
      why: 'keyhound has no message ids; use disabledRules',
    });
  if (id === 'pattern') readPatterns(options, where);
}

function readPatterns(options: Table, { fields, file, draft }: Where): void {
  for (const pattern of fields.tables(options.patterns, 'patterns')) {
    const name = fields.text(pattern.name, 'patterns.name') ?? 'pattern';
    const texts = [pattern.pattern, ...fields.list(pattern.patterns, 'patterns.patterns')].flatMap(
      (text) => fields.text(text, 'patterns.pattern') ?? [],
    );
    const sources = texts.flatMap((text) => expressionOf(text, `${file}: pattern ${name}`, draft));
    const globs = fields.texts(pattern.filePathGlobs, 'patterns.filePathGlobs');
    for (const [index, source] of sources.entries()) {
      const id = index === 0 ? kebab(name) : `${kebab(name)}-${index + 1}`;
      draft.rules.push({
        id,
        title: name.slice(0, 200),
        pattern: source,
        ...(globs.length > 0 ? { paths: globs } : {}),
      });
    }
    if (texts.length === 0) draft.lost.push({ what: `${file}: pattern ${name}`, why: 'it has no pattern' });
  }
}

/** A literal text, or `/expression/flags`, as an expression. */
function expressionOf(text: string, where: string, draft: Draft): readonly string[] {
  const [, source, flags = ''] = /^\/([\s\S]+)\/([a-z]*)$/.exec(text) ?? [];
  if (source === undefined) return [text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')];
  if (flags.includes('v') || /\\[pP]\{|\\u\{/.test(source)) {
    draft.lost.push({ what: `${where}: ${text.slice(0, 60)}`, why: 'an expression over Unicode properties' });
    return [];
  }
  const kept = [...new Set(flags)].filter((flag) => 'ims'.includes(flag)).join('');
  return [kept ? `(?${kept})${source}` : source];
}

/** Rules of secretlint that are not simply those of a provider, by keyhound's ids. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  gcp: ['google-service-account-key'],
  privatekey: ['private-key', 'private-key-putty'],
  basicauth: ['url-credentials'],
  'database-connection-string': ['connection-string-password', 'url-credentials'],
};
