import { GITLEAKS_RULES } from './gitleaks-rules.js';

/** Whether an id is that of one of gitleaks' own rules. */
export function isOfGitleaks(id: string): boolean {
  return Object.hasOwn(GITLEAKS_RULES, id);
}

/** The ids of keyhound's own rules that stand for one of gitleaks' own; none for anybody else's. */
export function coveredBy(id: string): readonly string[] {
  const covered = isOfGitleaks(id) ? GITLEAKS_RULES[id]! : '';
  return covered.split(' ').filter(Boolean);
}

/** An id as keyhound writes ids. */
export function kebab(id: string): string {
  const written = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return written || 'rule';
}
