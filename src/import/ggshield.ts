import { basename } from 'node:path/posix';
import { createFields, type Fields, parseYaml, type Table } from './fields.js';
import { type Draft, finish, type Importer, newDraft } from './imported.js';
import { translations } from './translations.js';
import { hashedValue, sameValue } from './value.js';

/** `.gitguardian.yaml` in its first and second version. https://docs.gitguardian.com/ggshield-docs/configuration */
export const ggshield: Importer = {
  format: 'ggshield',
  recognises: (name) => /^\.gitguardian\.ya?ml$/.test(basename(name)),
  read({ text, file }) {
    const draft = newDraft();
    const fields = createFields(file);
    const root = withUnderscores(fields.table(parseYaml(text, file) ?? {}, 'the file'));
    const secret = withUnderscores(fields.table(root.secret ?? {}, 'secret'));
    const all = (...names: readonly string[]) =>
      [root, secret].flatMap((table) => names.flatMap((name) => fields.list(table[name], name)));
    for (const path of fields.texts(all('ignored_paths', 'paths_ignore'), 'ignored_paths'))
      draft.exclude.push(toGlob(path));
    for (const match of all('ignored_matches', 'matches_ignore')) readMatch(match, { fields, file, draft });
    const patterns = fields.texts(all('ignored_match_patterns'), 'ignored_match_patterns');
    const values = translations(patterns, {
      dialect: 'python',
      where: `${file}: ignored_match_patterns`,
      lost: draft.lost,
    });
    if (values.length > 0) draft.allow.push({ values, reason: `from ${file}` });
    for (const name of fields.texts(all('ignored_detectors', 'banlisted_detectors'), 'ignored_detectors')) {
      const rules = DETECTORS[name.toLowerCase()];
      if (rules) draft.disabledRules.push(...rules);
      else
        draft.lost.push({
          what: `${file}: detector ${name}`,
          why: 'keyhound has no rule by that name; see disabledRules',
        });
    }
    for (const [name, why] of Object.entries(OTHERS).filter(
      ([key]) => (secret[key] ?? root[key]) !== undefined,
    ))
      draft.lost.push({ what: `${file}: ${name}`, why });
    return finish(draft);
  },
};

/** Keys of the first version are written with hyphens. */
function withUnderscores(table: Table): Table {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key.replaceAll('-', '_'), value]));
}

/** A pattern fits from any folder on; one that ends in a slash all that is below. */
function toGlob(pattern: string): string {
  const below = pattern.endsWith('/') ? `${pattern}**` : pattern;
  if (below.startsWith('/'))
    return below.includes('/', 1) ? below.slice(1) : `{${below.slice(1)},${below.slice(1)}/**}`;
  return below.includes('/') && !below.startsWith('**/') ? `**/${below}` : below;
}

function readMatch(
  match: unknown,
  { fields, file, draft }: { readonly fields: Fields; readonly file: string; readonly draft: Draft },
): void {
  const entry: Table = typeof match === 'string' ? { match } : fields.table(match, 'ignored_matches');
  const value = fields.text(entry.match, 'ignored_matches.match') ?? '';
  const name = fields.text(entry.name, 'ignored_matches.name');
  if (value === '') return;
  draft.accepted.push({
    entry: `${file}: ignored match ${name ?? draft.accepted.length + 1}`,
    isValue: /^[0-9a-f]{64}$/i.test(value) ? hashedMatch(value) : sameValue(value),
    state: 'accepted',
    reason: name ? `${name}, from ${file}`.slice(0, 300) : `from ${file}`,
  });
}

/** What ggshield calls the parts of a secret that consists of one. */
const PARTS = [
  'apikey',
  'password',
  'token',
  'secret',
  'client_secret',
  'connection_uri',
  'client_id',
  'username',
  'key',
];

/** The hash is that of the value, a comma and the kind of its one part. */
function hashedMatch(hash: string): (text: string) => boolean {
  const isHash = hashedValue(hash);
  return (text) => PARTS.some((part) => isHash(`${text},${part}`));
}

const DETECTORS: Readonly<Record<string, readonly string[]>> = {
  'generic password': ['generic-password'],
  'generic high entropy secret': ['generic-secret', 'generic-token', 'generic-api-key'],
  'basic auth string': ['basic-auth-header'],
  'bearer token': ['bearer-token'],
  'generic private key': ['private-key'],
  'rsa private key': ['private-key'],
  'base64 basic authentication': ['basic-auth-header'],
  'json web token': ['jwt'],
};

const OTHERS: Readonly<Record<string, string>> = {
  ignore_known_secrets: "keyhound knows no server's list of secrets; use a baseline",
  exit_zero: 'use --fail-on never',
  show_secrets: 'use --show-secrets where it is needed',
  prereceive_remediation_message: 'keyhound prints its own',
};
