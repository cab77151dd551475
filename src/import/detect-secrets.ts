import { createFields, type Fields, parseJson, type Table } from './fields.js';
import { type Draft, finish, type Importer, newDraft } from './imported.js';
import { translations } from './translations.js';

/** `.secrets.baseline` of detect-secrets: SHA-1 of accepted values by file, and patterns of what is left out. */
export const detectSecrets: Importer = {
  format: 'detect-secrets',
  recognises: (name, text) =>
    /(?:^|\/)\.secrets\.baseline$/.test(name) || /"hashed_secret"\s*:|"plugins_used"\s*:/.test(text),
  read({ text, file }) {
    const draft = newDraft();
    const fields = createFields(file);
    const root = fields.table(parseJson(text, file), 'the baseline');
    for (const [path, results] of Object.entries(fields.table(root.results ?? {}, 'results')))
      for (const [index, result] of fields.tables(results, `results.${path}`).entries())
        readResult(result, { at: `results.${path}[${index}]`, path, file, fields, draft });
    readFilters(root, { fields, file, draft });
    draft.honour.push('detect-secrets');
    return finish(draft);
  },
};

interface Where {
  readonly file: string;
  readonly fields: Fields;
  readonly draft: Draft;
}

function readResult(result: Table, where: Where & { readonly at: string; readonly path: string }): void {
  const { at, path, file, fields, draft } = where;
  const hash = fields.text(result.hashed_secret, `${at}.hashed_secret`);
  const type = fields.text(result.type, `${at}.type`) ?? 'secret';
  const line = fields.number(result.line_number, `${at}.line_number`);
  const entry = `${file}: ${path}${line === undefined ? '' : `:${line}`}: ${type}`;
  if (!hash || !/^[0-9a-f]{40}$/i.test(hash)) {
    draft.lost.push({ what: entry, why: 'it has no SHA-1 of the value' });
    return;
  }
  if (result.is_secret === true)
    draft.remarks.push(`${entry} was audited as a real secret: it stays accepted; rotate it`);
  draft.accepted.push({
    entry,
    path: path.replaceAll('\\', '/'),
    ...(line === undefined ? {} : { line }),
    sha1: hash.toLowerCase(),
    state: result.is_secret === false ? 'false-positive' : 'accepted',
    reason: result.is_secret === true ? `audited as real in ${file}` : `from ${file}`,
  });
}

const FILTERS = {
  should_exclude_file: 'pathPatterns',
  should_exclude_line: 'lines',
  should_exclude_secret: 'values',
} as const;

/** Filters that only look at what a value is like; keyhound judges that itself. */
const HEURISTICS = /^detect_secrets\.filters\.(?:heuristic|allowlist|common|gibberish)\./;

function readFilters(root: Table, { fields, file, draft }: Where): void {
  const patterns = (sources: readonly string[], key: string, where: string) => {
    const translated = translations(sources, {
      dialect: 'python',
      where: `${file}: ${where}`,
      lost: draft.lost,
    });
    if (translated.length > 0) draft.allow.push({ [key]: translated, reason: `from ${file}` });
  };
  for (const filter of fields.tables(root.filters_used, 'filters_used')) {
    const path = fields.text(filter.path, 'filters_used.path') ?? '';
    const [, name = ''] = /^detect_secrets\.filters\.regex\.(\w+)$/.exec(path) ?? [];
    if (Object.hasOwn(FILTERS, name)) {
      const sources =
        typeof filter.pattern === 'string'
          ? [filter.pattern]
          : fields.texts(filter.pattern, `${name}.pattern`);
      patterns(sources, FILTERS[name as keyof typeof FILTERS], name);
    } else if (!HEURISTICS.test(path))
      draft.lost.push({ what: `${file}: filter ${path}`, why: 'keyhound runs no code of a repository' });
  }
  // the form before version 1
  const old = fields.table(root.exclude ?? {}, 'exclude');
  for (const [name, key] of [
    ['files', 'pathPatterns'],
    ['lines', 'lines'],
  ] as const) {
    const source = fields.text(old[name], `exclude.${name}`);
    if (source) patterns([source], key, `exclude.${name}`);
  }
  for (const plugin of fields.tables(root.plugins_used, 'plugins_used')) {
    const name = fields.text(plugin.name, 'plugins_used.name') ?? '';
    if (plugin.path !== undefined)
      draft.lost.push({ what: `${file}: plugin ${name}`, why: 'keyhound runs no code of a repository' });
  }
}
