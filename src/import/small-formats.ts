import { basename } from 'node:path/posix';
import { createFields, parseJson, parseYaml } from './fields.js';
import { readIgnoreLines } from './gitignore.js';
import { coveredBy } from './gitleaks-names.js';
import { type Draft, finish, type Importer, newDraft } from './imported.js';
import { translations } from './translations.js';
import { sameValue } from './value.js';

/** `.secretsignore` of ripsecrets: gitignore's lines, and expressions for values below `[secrets]`. */
export const ripsecrets: Importer = {
  format: 'ripsecrets',
  recognises: (name) => basename(name) === '.secretsignore',
  read({ text, file }) {
    const draft = newDraft();
    const lines = text.split(/\r?\n/);
    const start = lines.findIndex((line) => line.trim() === '[secrets]');
    readIgnoreLines(start === -1 ? lines : lines.slice(0, start), file, draft);
    const sources =
      start === -1
        ? []
        : lines.slice(start + 1).filter((line) => line.trim() !== '' && !line.startsWith('#'));
    const values = translations(sources, { dialect: 'go', where: `${file}: [secrets]`, lost: draft.lost });
    if (values.length > 0) draft.allow.push({ values, reason: `from ${file}` });
    draft.honour.push('detect-secrets');
    draft.remarks.push("ripsecrets honours detect-secrets' comments: so does keyhound now");
    return finish(draft);
  },
};

/** `.github/secret_scanning.yml`. https://docs.github.com/code-security/secret-scanning */
export const githubScanning: Importer = {
  format: 'github',
  recognises: (name) => /^secret_scanning\.ya?ml$/.test(basename(name)),
  read({ text, file }) {
    const draft = newDraft();
    const fields = createFields(file);
    const root = fields.table(parseYaml(text, file) ?? {}, 'the file');
    draft.exclude.push(
      ...fields.texts(root['paths-ignore'], 'paths-ignore').map((glob) => glob.replace(/^\//, '')),
    );
    return finish(draft);
  },
};

/** `.hashicorp/vault-radar/ignore.yaml`: paths, values and kinds. */
export const vaultRadar: Importer = {
  format: 'vault-radar',
  recognises: (name) => /vault-radar\/ignore\.ya?ml$/.test(name),
  read({ text, file }) {
    const draft = newDraft();
    const fields = createFields(file);
    for (const entry of fields.tables(parseYaml(text, file), 'the file')) {
      draft.exclude.push(...fields.texts(entry.paths, 'paths').map((glob) => glob.replace(/^\//, '')));
      const sources = fields.texts(entry.secret_values, 'secret_values');
      const values = translations(sources, {
        dialect: 'go',
        where: `${file}: secret_values`,
        lost: draft.lost,
      });
      if (values.length > 0) draft.allow.push({ values, reason: `from ${file}` });
      for (const kind of fields.texts(entry.secret_types, 'secret_types'))
        draft.lost.push({
          what: `${file}: secret type ${kind}`,
          why: 'keyhound has no rule by that name; see disabledRules',
        });
    }
    return finish(draft);
  },
};

/** A baseline of Kingfisher, in its first and second version. Its fingerprints are those of places. */
export const kingfisher: Importer = {
  format: 'kingfisher',
  recognises: (_, text) =>
    /^ExactFindings:/m.test(text) || /^fingerprint_algorithm:\s*["']?kingfisher/m.test(text),
  read({ text, file, known }) {
    const draft = newDraft();
    const fields = createFields(file);
    const root = fields.table(parseYaml(text, file) ?? {}, 'the baseline');
    const first = fields.tables(fields.table(root.ExactFindings ?? {}, 'ExactFindings').matches, 'matches');
    const second = fields
      .tables(root.repositories, 'repositories')
      .flatMap((repository) => fields.tables(repository.findings, 'findings'));
    for (const found of [...first, ...second]) {
      const path = fields.text(found.filepath ?? found.path, 'path') ?? '';
      const line = fields.number(found.linenum ?? found.line, 'line');
      const id = fields.text(found.rule_id, 'rule_id') ?? '';
      const entry = `${file}: ${path}:${line ?? '?'}${id ? `: ${id}` : ''}`;
      if (line === undefined) draft.lost.push({ what: entry, why: 'it has no line' });
      else
        draft.accepted.push({
          entry,
          path,
          line,
          ...ruleOf(id, known),
          state: 'accepted',
          reason: `from ${file}`,
        });
    }
    draft.honour.push('kingfisher');
    return finish(draft);
  },
};

/** `kingfisher.aws.1` is a rule for a provider; the second version has ids as betterleaks has them. */
function ruleOf(id: string, known: readonly { id: string; provider: string }[]) {
  const [, provider] = /^(?:kingfisher|np)\.([a-z0-9]+)\./.exec(id) ?? [];
  const rules = provider
    ? known.filter((rule) => rule.provider === provider).map((rule) => rule.id)
    : coveredBy(id);
  return rules.length > 0 ? { rules } : {};
}

/** `config.json` of CredSweeper: what its `exclude` names. */
export const credsweeper: Importer = {
  format: 'credsweeper',
  recognises: (name, text) =>
    /\.json$/.test(name) &&
    /"exclude"\s*:/.test(text) &&
    /"(?:use_filters|find_by_ext|min_keyword_value_length)"\s*:/.test(text),
  read({ text, file }) {
    const draft = newDraft();
    const fields = createFields(file);
    const exclude = fields.table(fields.table(parseJson(text, file), 'the file').exclude ?? {}, 'exclude');
    const texts = (key: string) => fields.texts(exclude[key], `exclude.${key}`);
    draft.exclude.push(
      ...['extension', 'containers', 'documents']
        .flatMap(texts)
        .map((ending) => `*${ending.startsWith('.') ? '' : '.'}${ending}`),
    );
    const allow = (key: string, list: readonly string[]) => {
      if (list.length > 0) draft.allow.push({ [key]: list, reason: `from ${file}` });
    };
    allow(
      'pathPatterns',
      texts('path').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')),
    );
    allow(
      'lines',
      translations(texts('pattern'), {
        dialect: 'python',
        where: `${file}: exclude.pattern`,
        lost: draft.lost,
      }),
    );
    acceptTexts(texts('values'), (value) => sameValue(value), { name: 'value', file, draft });
    acceptTexts(texts('lines'), (line) => (value) => value.length >= 4 && line.includes(value), {
      name: 'line',
      file,
      draft,
    });
    return finish(draft);
  },
};

function acceptTexts(
  list: readonly string[],
  isValue: (text: string) => (value: string) => boolean,
  { name, file, draft }: { readonly name: string; readonly file: string; readonly draft: Draft },
): void {
  for (const [index, text] of list.entries())
    draft.accepted.push({
      entry: `${file}: ${name} ${index + 1}`,
      isValue: isValue(text),
      state: 'accepted',
      reason: `from ${file}`,
    });
}
