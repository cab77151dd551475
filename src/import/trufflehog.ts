import { createFields, type Fields, parseYaml, type Table } from './fields.js';
import { kebab } from './gitleaks-names.js';
import { type AllowText, type Draft, finish, type Importer, newDraft } from './imported.js';
import { translate, Untranslatable } from './regex.js';
import { translations } from './translations.js';
import { sameValue } from './value.js';

/** A file for `--exclude-paths`: an expression of Go for paths on each line. */
export const trufflehogExclude: Importer = {
  format: 'trufflehog-exclude',
  recognises: (name) =>
    /trufflehog[^/]*(?:ignore|exclude)[^/]*$/i.test(name) && !/\.(?:ya?ml|json)$/i.test(name),
  read({ text, file }) {
    const draft = newDraft();
    const lines = text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
    const pathPatterns = translations(lines, { dialect: 'go', where: file, lost: draft.lost });
    if (pathPatterns.length > 0) draft.allow.push({ pathPatterns, reason: `from ${file}` });
    draft.honour.push('trufflehog');
    return finish(draft);
  },
};

/** A configuration with detectors of one's own. */
export const trufflehogConfig: Importer = {
  format: 'trufflehog',
  recognises: (name, text) =>
    /\.ya?ml$/i.test(name) && /^detectors:[ \t]*$/m.test(text) && /^[ \t]+regex:/m.test(text),
  read({ text, file }) {
    const draft = newDraft();
    const fields = createFields(file);
    const root = fields.table(parseYaml(text, file) ?? {}, 'the file');
    for (const detector of fields.tables(root.detectors, 'detectors'))
      readDetector(detector, { fields, file, draft });
    draft.honour.push('trufflehog');
    return finish(draft);
  },
};

interface Where {
  readonly fields: Fields;
  readonly file: string;
  readonly draft: Draft;
}

function readDetector(detector: Table, { fields, file, draft }: Where): void {
  const name = fields.text(detector.name, 'detectors.name') ?? 'detector';
  const what = `${file}: detector ${name}`;
  const regexes = Object.entries(fields.table(detector.regex ?? {}, `${name}.regex`));
  const primary = fields.text(detector.primary_regex_name, `${name}.primary_regex_name`);
  const [first] = regexes.filter(([key]) => primary === undefined || key === primary);
  if (!first) {
    draft.lost.push({ what, why: 'it has no regex' });
    return;
  }
  if (regexes.length > 1)
    draft.lost.push({
      what: `${what}: ${regexes.length - 1} more regexes`,
      why: 'the rule counts without them',
    });
  for (const key of ['verify', 'validations'].filter((one) => detector[one] !== undefined))
    draft.lost.push({ what: `${what}: ${key}`, why: 'keyhound asks no server whether a value works' });
  try {
    const { source } = translate(fields.text(first[1], `${name}.regex`) ?? '', {
      dialect: 'go',
      bytes: true,
      secret: 'only',
    });
    const keywords = fields.texts(detector.keywords, `${name}.keywords`);
    const entropy = fields.number(detector.entropy, `${name}.entropy`);
    const isUsable = keywords.length > 0 && keywords.every((keyword) => /^[\x20-\x7e]{3,100}$/.test(keyword));
    const allow = exclusions(detector, { name, what, fields, draft });
    draft.rules.push({
      id: kebab(name),
      title: name.slice(0, 200),
      ...(isUsable ? { keywords: keywords.map((keyword) => keyword.toLowerCase()) } : {}),
      pattern: source,
      ...(entropy ? { minEntropy: Math.min(8, entropy) } : {}),
      ...(allow.length > 0 ? { allow } : {}),
    });
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    draft.lost.push({ what: `${what}: regex`, why: `cannot be said in JavaScript: ${error.message}` });
  }
}

function exclusions(
  detector: Table,
  { name, what, fields, draft }: { name: string; what: string; fields: Fields; draft: Draft },
): readonly AllowText[] {
  const words = fields.texts(detector.exclude_words, `${name}.exclude_words`);
  const lists = (['exclude_regexes_match', 'exclude_regexes_capture'] as const).map((key) =>
    translations(fields.texts(detector[key], `${name}.${key}`), {
      dialect: 'go',
      where: `${what}: ${key}`,
      lost: draft.lost,
    }),
  );
  const entries: readonly AllowText[] = [
    { stopWords: words.map((word) => word.toLowerCase()) },
    { matches: lists[0]! },
    { values: lists[1]! },
  ];
  return entries.filter((entry) => Object.values(entry).flat().length > 0);
}

/** What `trufflehog --json` prints: an object on each line, with the value. */
export const trufflehogReport: Importer = {
  format: 'trufflehog-report',
  recognises: (_, text) => /^[ \t]*\{[^\n]*"DetectorName"\s*:/m.test(text.slice(0, 20_000)),
  read({ text, file }) {
    const draft = newDraft();
    const fields = createFields(file);
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      const found = line.trimStart().startsWith('{') ? parseLine(line) : undefined;
      if (found?.DetectorName !== undefined)
        readFinding(found, { fields, at: `line ${index + 1}`, file, draft });
      else if (line.trim() !== '' && !found)
        draft.lost.push({ what: `${file}: line ${index + 1}`, why: 'not a finding' });
    }
    return finish(draft);
  },
};

function parseLine(line: string): Table | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function readFinding(found: Table, { fields, at, file, draft }: Where & { readonly at: string }): void {
  const data = fields.table(fields.table(found.SourceMetadata ?? {}, at).Data ?? {}, at);
  const place = fields.table(data.Git ?? data.Filesystem ?? data.Github ?? data.Gitlab ?? {}, at);
  const name = fields.text(found.DetectorName, at) ?? '';
  const value = fields.text(found.Raw, at) ?? '';
  const path = fields.text(place.file, at);
  const line = fields.number(place.line, at);
  const commit = fields.text(place.commit, at);
  const entry = `${file}: ${path ?? 'unknown file'}:${line ?? '?'}: ${name}`;
  if (value === '') draft.lost.push({ what: entry, why: 'it has no value' });
  else
    draft.accepted.push({
      entry,
      ...(path === undefined ? {} : { path }),
      ...(line === undefined ? {} : { line }),
      ...(commit && /^[0-9a-f]{40,64}$/i.test(commit) ? { commit: commit.toLowerCase() } : {}),
      isValue: sameValue(value),
      state: 'accepted',
      reason: `from ${file}`,
    });
}
