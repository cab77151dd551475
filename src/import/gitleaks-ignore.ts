import { coveredBy } from './gitleaks-names.js';
import { finish, type Importer, newDraft } from './imported.js';

/** `.gitleaksignore` and `.betterleaksignore`: `FILE:RULE:LINE` or `COMMIT:FILE:RULE:LINE`, one a line. */
export const gitleaksIgnore: Importer = {
  format: 'gitleaksignore',
  recognises: (name) => /(?:^|\/)\.(?:gitleaks|betterleaks)ignore$/.test(name),
  read({ text, file }) {
    const draft = newDraft();
    for (const line of text.split(/\r?\n/)) {
      const entry = line.trim();
      if (entry === '' || entry.startsWith('#')) continue;
      const [, commit, path = '', rule = '', number] =
        /^(?:([0-9a-f]{40}|[0-9a-f]{64}):)?(.+):([^:]+):(\d+)$/i.exec(entry.replaceAll('\\', '/')) ?? [];
      if (number === undefined) draft.lost.push({ what: `${file}: ${entry}`, why: 'not FILE:RULE:LINE' });
      else if (path.includes('!'))
        draft.lost.push({ what: `${file}: ${entry}`, why: 'a file within an archive' });
      else {
        const rules = coveredBy(rule);
        draft.accepted.push({
          entry: `${file}: ${entry}`,
          path,
          line: Number(number),
          ...(commit ? { commit: commit.toLowerCase() } : {}),
          ...(rules.length > 0 ? { rules } : {}),
          state: 'accepted',
          reason: `from ${file}`,
        });
      }
    }
    return finish(draft);
  },
};
