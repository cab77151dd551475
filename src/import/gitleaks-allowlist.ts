import type { Fields, Table } from './fields.js';
import type { AllowText, Lost } from './imported.js';
import { translations } from './translations.js';

interface Where {
  /** The list's key, for messages. */
  readonly at: string;
  readonly fields: Fields;
  readonly file: string;
  readonly lost: Lost[];
}

/** Which text the expressions are for, by gitleaks' `regexTarget`. */
const TARGETS = { '': 'values', secret: 'values', match: 'matches', line: 'lines' } as const;

/**
 * An allowlist of gitleaks as an entry of `allow`. With OR one criterion is enough, as gitleaks has it whether it asks
 * at the file or at the match; with AND every criterion that is there must fit. Undefined where nothing of it is left:
 * a criterion that is lost makes an AND list allow less and never more.
 */
export function readAllowlist(list: Table, { at, fields, file, lost }: Where): AllowText | undefined {
  const where = `${file}: ${at}`;
  const condition = (fields.text(list.condition, `${at}.condition`) ?? '').toUpperCase();
  if (!['', 'OR', '||', 'AND', '&&'].includes(condition)) fields.fail(`${at}.condition`, 'AND or OR');
  const isAll = condition === 'AND' || condition === '&&';
  const target = (fields.text(list.regextarget, `${at}.regexTarget`) ?? '').toLowerCase();
  if (!Object.hasOwn(TARGETS, target)) fields.fail(`${at}.regexTarget`, 'match or line');
  const texts = (key: string) =>
    fields.texts(list[key.toLowerCase()], `${at}.${key}`).filter((text) => text !== '');
  const go = (key: string) => translations(texts(key), { dialect: 'go', where: `${where}.${key}`, lost });
  const commits = texts('commits');
  const whole = commits.filter((commit) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(commit));
  for (const commit of commits.filter((one) => !whole.includes(one)))
    lost.push({
      what: `${where}.commits: ${commit}`,
      why: 'not a whole commit id, which gitleaks never matches either',
    });
  const criteria = [
    ['commits', commits, whole.map((id) => id.toLowerCase())],
    ['pathPatterns', texts('paths'), go('paths')],
    [TARGETS[target as keyof typeof TARGETS], texts('regexes'), go('regexes')],
    ['stopWords', texts('stopwords'), texts('stopwords').map((word) => word.toLowerCase())],
  ] as const;
  const isThere = criteria.filter(([, asked]) => asked.length > 0);
  const isLeft = isThere.filter(([, , left]) => left.length > 0);
  if (isThere.length === 0) lost.push({ what: where, why: 'an allowlist without a criterion' });
  if (isLeft.length === 0 || (isAll && isLeft.length < isThere.length)) return undefined;
  const reason = fields
    .text(list.description, `${at}.description`)
    ?.trim()
    .replace(/\s+/g, ' ')
    .slice(0, 500);
  return {
    ...Object.fromEntries(isLeft.map(([key, , left]) => [key, [...new Set(left)]])),
    ...(isLeft.length > 1 && !isAll ? { condition: 'any' as const } : {}),
    reason: reason || `from ${file}`,
  };
}

/** The allowlists of a table: one of the old form, or a list of them. */
export function allowlistsOf(table: Table, fields: Fields): readonly (readonly [string, Table])[] {
  const { allowlist } = table;
  const one = Array.isArray(allowlist)
    ? fields.tables(allowlist, 'allowlist')
    : allowlist === undefined
      ? []
      : [fields.table(allowlist, 'allowlist')];
  return [
    ...one.map((list) => ['allowlist', list] as const),
    ...fields
      .tables(table.allowlists, 'allowlists')
      .map((list, index) => [`allowlists[${index}]`, list] as const),
  ];
}
