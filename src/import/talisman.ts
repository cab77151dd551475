import { createHash } from 'node:crypto';
import { basename } from 'node:path/posix';
import { createFields, type Fields, parseYaml, type Table } from './fields.js';
import { type Draft, finish, type Importer, newDraft } from './imported.js';
import { translate, Untranslatable } from './regex.js';
import { translations } from './translations.js';

/** `.talismanrc`: files by checksum, patterns that are allowed, patterns of one's own. */
export const talisman: Importer = {
  format: 'talisman',
  recognises: (name) => basename(name) === '.talismanrc',
  read({ text, file }) {
    const draft = newDraft();
    const fields = createFields(file);
    const root = fields.table(parseYaml(text, file) ?? {}, 'the file');
    const where = { fields, file, draft };
    for (const entry of fields.tables(root.fileignoreconfig, 'fileignoreconfig')) readFile(entry, where);
    allowPatterns(fields.texts(root.allowed_patterns, 'allowed_patterns'), undefined, where);
    readCustomPatterns(root, where);
    for (const scope of fields.tables(root.scopeconfig, 'scopeconfig')) {
      const name = fields.text(scope.scope, 'scopeconfig.scope') ?? '';
      const globs = SCOPES[name];
      if (globs) draft.exclude.push(...globs);
      else draft.lost.push({ what: `${file}: scope ${name}`, why: 'no such scope is known' });
    }
    for (const key of ['custom_severities', 'threshold', 'experimental'].filter(
      (one) => root[one] !== undefined,
    ))
      draft.lost.push({
        what: `${file}: ${key}`,
        why: "talisman's severities are not keyhound's; see --fail-on and severities",
      });
    return finish(draft);
  },
};

interface Where {
  readonly fields: Fields;
  readonly file: string;
  readonly draft: Draft;
}

/** Files that a scope of talisman leaves out. https://github.com/thoughtworks/talisman */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  node: ['yarn.lock', 'package-lock.json', 'pnpm-lock.yaml', 'node_modules'],
  go: ['makefile', 'go.mod', 'go.sum', 'Gopkg.toml', 'Gopkg.lock', 'glide.yaml', 'glide.lock', 'vendor'],
  images: ['*.jpeg', '*.jpg', '*.png', '*.tiff', '*.bmp'],
  php: ['composer.lock', 'vendor'],
  python: ['poetry.lock', 'Pipfile.lock', 'requirements.txt'],
  bazel: ['*.bzl'],
};

function readFile(entry: Table, where: Where): void {
  const { fields, file, draft } = where;
  const path = fields.text(entry.filename, 'filename') ?? '';
  const checksum = fields.text(entry.checksum, `${path}: checksum`);
  const detectors = fields.texts(entry.ignore_detectors, `${path}: ignore_detectors`);
  if (path === '') return;
  allowPatterns(fields.texts(entry.allowed_patterns, `${path}: allowed_patterns`), path, where);
  if (detectors.includes('filecontent')) draft.exclude.push(path);
  if (checksum) {
    draft.accepted.push({
      entry: `${file}: ${path}`,
      path,
      isContent: (content) => checksumOf(path, content) === checksum.toLowerCase(),
      state: 'accepted',
      reason: `from ${file}`,
    });
  }
}

/** How talisman sums up one file: the hash of the hash of nothing, that of the content, and the name. */
function checksumOf(path: string, content: Uint8Array): string {
  const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
  return sha256(sha256('') + sha256(content) + sha256(path));
}

/** talisman cuts what is allowed out of the text before it looks: what stands on such a line is not looked at here. */
function allowPatterns(sources: readonly string[], path: string | undefined, { file, draft }: Where): void {
  const lines = translations(sources, {
    dialect: 'go',
    where: `${file}: allowed_patterns`,
    lost: draft.lost,
  });
  if (lines.length > 0)
    draft.allow.push({ ...(path ? { paths: [path] } : {}), lines, reason: `from ${file}` });
}

function readCustomPatterns(root: Table, { fields, file, draft }: Where): void {
  for (const [index, source] of fields.texts(root.custom_patterns, 'custom_patterns').entries()) {
    try {
      const { source: pattern } = translate(source, { dialect: 'go', bytes: true });
      draft.rules.push({
        id: `talisman-pattern-${index + 1}`,
        title: `Pattern ${index + 1} of ${file}`,
        pattern,
      });
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      draft.lost.push({
        what: `${file}: custom_patterns[${index}]`,
        why: `cannot be said in JavaScript: ${error.message}`,
      });
    }
  }
}
