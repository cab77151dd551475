import { basename } from 'node:path/posix';
import { type Draft, finish, type Importer, newDraft } from './imported.js';
import { translate, Untranslatable } from './regex.js';
import { translations } from './translations.js';

/** `.gitallowed`: an expression on each line, for `FILE:LINE:TEXT` of what git-secrets finds. */
export const gitAllowed: Importer = {
  format: 'gitallowed',
  recognises: (name) => basename(name) === '.gitallowed',
  read({ text, file }) {
    const draft = newDraft();
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
    allow(lines, file, draft);
    return finish(draft);
  },
};

/** A git configuration with what `git secrets --add` put there. */
export const gitSecrets: Importer = {
  format: 'git-secrets',
  recognises: (name, text) =>
    /(?:^|\/)(?:\.git\/config|\.?gitconfig)$/.test(name) || /^[ \t]*\[secrets\]/im.test(text),
  read({ text, file }) {
    const draft = newDraft();
    const values = readGitConfig(text);
    allow(values.allowed, file, draft);
    for (const [index, source] of values.patterns.entries())
      readPattern(source, { name: `git-secrets-pattern-${index + 1}`, file, draft });
    if (values.providers.length > 0)
      draft.lost.push({
        what: `${file}: secrets.providers`,
        why: "keyhound runs no program of a configuration; see 'keyhound known'",
      });
    return finish(draft);
  },
};

/** One that speaks of the text only holds for lines; one that may be about the name holds for paths, too. */
function allow(sources: readonly string[], file: string, draft: Draft): void {
  const both: string[] = [];
  for (const source of sources) {
    const [translated] = translations([source], { dialect: 'ere', where: file, lost: draft.lost });
    if (translated === undefined) continue;
    if (!/\^|:/.test(source)) both.push(translated);
    else if (/^\^?[^:]*\^/.test(source.slice(1)) || /:(?:\d|\[0-9\]|\.\*|\[\[:digit:\]\])/.test(source))
      draft.lost.push({
        what: `${file}: ${source.slice(0, 60)}`,
        why: 'spans name, number and text of a line',
      });
    else if (source.startsWith('^'))
      draft.allow.push({ pathPatterns: [translated.replace(/:$/, '$')], reason: `from ${file}` });
    else draft.allow.push({ lines: [translated], reason: `from ${file}` });
  }
  if (both.length > 0)
    draft.allow.push({ pathPatterns: both, lines: both, condition: 'any', reason: `from ${file}` });
}

function readPattern(
  source: string,
  { name, file, draft }: { name: string; file: string; draft: Draft },
): void {
  if (/AKIA|\(AWS\|aws\|Aws\)/.test(source)) {
    draft.remarks.push("git-secrets' patterns for AWS: keyhound's own rules for AWS");
    return;
  }
  try {
    const { source: pattern } = translate(source, { dialect: 'ere', bytes: true });
    draft.rules.push({ id: name, title: `Pattern of ${file}`, pattern });
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    draft.lost.push({
      what: `${file}: ${source.slice(0, 60)}`,
      why: `cannot be said in JavaScript: ${error.message}`,
    });
  }
}

/** The values of the section `secrets`. https://git-scm.com/docs/git-config#_syntax */
function readGitConfig(text: string) {
  const values = { patterns: [] as string[], allowed: [] as string[], providers: [] as string[] };
  let isSection = false;
  for (const line of text.split(/\r?\n/)) {
    const [, section] = /^\s*\[\s*([^\]]+?)\s*\]/.exec(line) ?? [];
    if (section !== undefined) isSection = section.toLowerCase() === 'secrets';
    const [, key = '', raw = ''] = (isSection && /^\s*([A-Za-z][A-Za-z-]*)\s*=\s*(.*)$/.exec(line)) || [];
    const name = key.toLowerCase();
    if (name === 'patterns' || name === 'allowed' || name === 'providers') values[name].push(unquoted(raw));
  }
  return values;
}

function unquoted(raw: string): string {
  let value = '';
  let isQuoted = false;
  for (const [token] of raw.matchAll(/\\[\s\S]|[\s\S]/g)) {
    if (token === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (token === '#' || token === ';')) break;
    else
      value +=
        token.length === 2 ? ({ '\\n': '\n', '\\t': '\t', '\\b': '\b' }[token] ?? token.slice(1)) : token;
  }
  return value.trim();
}
