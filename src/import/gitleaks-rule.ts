import type { Fields, Table } from './fields.js';
import { allowlistsOf, readAllowlist } from './gitleaks-allowlist.js';
import { coveredBy, isOfGitleaks, kebab } from './gitleaks-names.js';
import type { AllowText, Draft, ImportInput, RuleText } from './imported.js';
import { translate, Untranslatable } from './regex.js';
import { translations } from './translations.js';

/** What the rules and allowlists of one file are read with. */
export interface Reading {
  readonly input: ImportInput;
  readonly draft: Draft;
  /** gitleaks' own rules are part of the configuration. */
  readonly usesDefault: boolean;
}

interface Where {
  readonly at: string;
  readonly fields: Fields;
  readonly file: string;
  readonly reading: Reading;
}

/**
 * A rule of gitleaks. One of gitleaks' own, repeated or only given an allowlist, is keyhound's own rule and what is
 * allowed of it; any other becomes a rule of the configuration.
 */
export function readRule(rule: Table, where: Where): void {
  const { at, fields, file, reading } = where;
  const { draft, input } = reading;
  const id = fields.text(rule.id, `${at}.id`) ?? fields.text(rule.description, `${at}.description`) ?? at;
  const allow = allowlistsOf(rule, fields).flatMap(
    ([key, list]) => readAllowlist(list, { at: `rule ${id}: ${key}`, fields, file, lost: draft.lost }) ?? [],
  );
  const regex = fields.text(rule.regex, `${at}.regex`) ?? '';
  const covered = coveredBy(id);
  const isDefault = isOfGitleaks(id);
  if (covered.length > 0) draft.allow.push(...allow.map((entry) => ({ rules: covered, ...entry })));
  if (covered.length > 0 && regex !== '' && !input.allRules) {
    draft.remarks.push(`rule ${id}: keyhound's own ${covered.join(', ')}`);
    return;
  }
  if (regex === '' && isDefault && (reading.usesDefault || covered.length > 0)) {
    const isSet = (key: string) =>
      Array.isArray(rule[key]) ? rule[key].length > 0 : rule[key] !== undefined;
    for (const key of ['entropy', 'keywords', 'path', 'secretgroup'].filter(isSet))
      draft.lost.push({
        what: `${file}: rule ${id}: ${key}`,
        why: "keyhound's own rule decides that itself",
      });
    return;
  }
  const own = ownRule(rule, { id, regex, allow: covered.length > 0 ? [] : allow }, where);
  if (own) draft.rules.push(own);
}

interface Known {
  readonly id: string;
  readonly regex: string;
  readonly allow: readonly AllowText[];
}

function ownRule(rule: Table, { id, regex, allow }: Known, where: Where): RuleText | undefined {
  const { at, fields, file, reading } = where;
  const { lost, remarks } = reading.draft;
  const what = `${file}: rule ${id}`;
  const path = fields.text(rule.path, `${at}.path`) ?? '';
  if (regex === '') {
    lost.push({
      what,
      why: path ? 'a rule for names of files, without a regex' : 'no regex, and no rule of gitleaks’ own',
    });
    return undefined;
  }
  if (rule.skipreport === true) {
    lost.push({ what, why: 'skipReport: it only serves other rules' });
    return undefined;
  }
  if (rule.required !== undefined || rule.filter !== undefined || rule.validate !== undefined)
    lost.push({ what: `${what}: required, filter or validate`, why: 'the rule counts without it' });
  const paths = path ? translations([path], { dialect: 'go', where: `${what}: path`, lost }) : [];
  if (path && paths.length === 0) return undefined;
  const pattern = patternOf(regex, fields.number(rule.secretgroup, `${at}.secretGroup`) ?? 0, {
    what,
    where,
  });
  if (!pattern) return undefined;
  const entropy = fields.number(rule.entropy, `${at}.entropy`) ?? 0;
  const ownId = idOf(id, where);
  if (ownId !== id) remarks.push(`rule ${id} is called ${ownId}`);
  const keywords = fields.texts(rule.keywords, `${at}.keywords`);
  const usable = keywords.every((keyword) => /^[\x20-\x7e]{3,100}$/.test(keyword)) ? keywords : [];
  return {
    id: ownId,
    title: (fields.text(rule.description, `${at}.description`) || id)
      .trim()
      .replace(/\s+/g, ' ')
      .slice(0, 200),
    ...(usable.length > 0 ? { keywords: [...new Set(usable.map((keyword) => keyword.toLowerCase()))] } : {}),
    pattern,
    // gitleaks drops what has just as much; keyhound keeps it
    ...(entropy > 0 ? { minEntropy: Math.min(8, entropy + 1e-9) } : {}),
    ...(paths.length > 0 ? { pathPattern: paths[0]! } : {}),
    ...(allow.length > 0 ? { allow } : {}),
  };
}

/** The expression with its secret; gitleaks takes the group that is named, else the first that is not empty. */
function patternOf(
  regex: string,
  secretGroup: number,
  { what, where }: { readonly what: string; readonly where: Where },
): string | undefined {
  const { lost, remarks } = where.reading.draft;
  try {
    const translated = translate(regex, { dialect: 'go', bytes: true, secret: secretGroup || 'only' });
    if (secretGroup > translated.groups) {
      lost.push({ what, why: `secretGroup ${secretGroup}, but its regex has ${translated.groups} groups` });
      return undefined;
    }
    if (translated.groups > 0 && !translated.hasSecret)
      remarks.push(`${what}: which of its groups is the secret varies; the whole match counts as it`);
    return translated.source;
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    lost.push({ what: `${what}: regex`, why: `cannot be said in JavaScript: ${error.message}` });
    return undefined;
  }
}

/** A free id: not one of keyhound's own, nor of a rule that was imported. */
function idOf(id: string, { reading: { input, draft } }: Where): string {
  const taken = new Set([...input.known, ...draft.rules].map((rule) => rule.id));
  const wanted = kebab(id).slice(0, 80);
  if (!taken.has(wanted)) return wanted;
  for (let number = 1; ; number++) {
    const other = number === 1 ? `gitleaks-${wanted}` : `gitleaks-${wanted}-${number}`;
    if (!taken.has(other)) return other;
  }
}
