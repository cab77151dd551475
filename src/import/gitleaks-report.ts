import { createFields, parseJson } from './fields.js';
import { coveredBy } from './gitleaks-names.js';
import { finish, type Importer, newDraft } from './imported.js';
import { sameValue } from './value.js';

/** A JSON report of gitleaks or betterleaks, as `--baseline-path` takes it. It holds values, unless it is redacted. */
export const gitleaksReport: Importer = {
  format: 'gitleaks-report',
  recognises: (_, text) => /^\s*\[\s*\{[\s\S]{0,4000}"RuleID"\s*:/.test(text),
  read({ text, file }) {
    const draft = newDraft();
    const fields = createFields(file);
    for (const [index, found] of fields.tables(parseJson(text, file), 'the report').entries()) {
      const at = (name: string) => `[${index}].${name}`;
      const path = fields.text(found.File, at('File')) ?? '';
      const line = fields.number(found.StartLine, at('StartLine'));
      const rule = fields.text(found.RuleID, at('RuleID')) ?? '';
      const commit = fields.text(found.Commit, at('Commit')) ?? '';
      const value = fields.text(found.Secret, at('Secret')) ?? '';
      const isRedacted = value === '' || /^REDACTED$|\.\.\.$/.test(value);
      const rules = coveredBy(rule);
      if (path.includes('!'))
        draft.lost.push({ what: `${file}: ${path}:${rule}:${line}`, why: 'a file within an archive' });
      else
        draft.accepted.push({
          entry: `${file}: ${path}:${rule}:${line}`,
          path: path.replaceAll('\\', '/'),
          ...(line === undefined ? {} : { line }),
          ...(/^[0-9a-f]{40,64}$/i.test(commit) ? { commit: commit.toLowerCase() } : {}),
          ...(rules.length > 0 && isRedacted ? { rules } : {}),
          ...(isRedacted ? {} : { isValue: sameValue(value) }),
          state: 'accepted',
          reason: `from ${file}`,
        });
    }
    return finish(draft);
  },
};
