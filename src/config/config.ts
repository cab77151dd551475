import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.js';
import type { RuleDefinition, Severity } from '../types.js';

/** The settings of `.keyhound.json`, checked and prepared. */
export interface Config {
  /** Globs of paths that are not scanned. */
  readonly exclude: readonly string[];
  readonly disabledRules: readonly string[];
  readonly allow: readonly AllowSetting[];
  readonly severities: Readonly<Record<string, Severity>>;
  readonly rules: readonly (RuleDefinition & { readonly provider: string })[];
  readonly maxFileSize?: number;
}

export interface AllowSetting {
  readonly rules?: readonly string[];
  readonly paths?: readonly string[];
  readonly values?: readonly RegExp[];
  readonly reason: string;
}

const EMPTY: Config = { exclude: [], disabledRules: [], allow: [], severities: {}, rules: [] };
const KEYS = ['$schema', 'exclude', 'disabledRules', 'allow', 'severities', 'rules', 'maxFileSize'];
const FILE = '.keyhound.json';

/** Reads the named file, or `.keyhound.json` in `directory` if it is there. Throws UserError naming file and key. */
export function loadConfig(directory: string, file?: string): Config {
  const path = file ?? join(directory, FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && file === undefined) return EMPTY;
    throw new UserError(
      `${path}: ${code === 'ENOENT' ? 'no such configuration file' : `not readable (${code})`}`,
    );
  }
  return parseConfig(text, path);
}

/** Checks and prepares a configuration's text; `file` is named in errors. */
export function parseConfig(text: string, file: string): Config {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UserError(`${file}: not valid JSON: ${(error as Error).message.split('\n')[0]}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UserError(`${file}: must be a JSON object`);
  }
  for (const key of Object.keys(value)) {
    if (!KEYS.includes(key))
      throw new UserError(`${file}: unknown key "${key}"; known keys: ${KEYS.join(', ')}`);
  }
  const fail = (key: string, what: string): never => {
    throw new UserError(`${file}: ${key} ${what}`);
  };
  const { maxFileSize } = value;
  if (maxFileSize !== undefined && typeof maxFileSize !== 'number')
    fail('maxFileSize', 'must be a number of bytes');
  return {
    exclude: strings(value.exclude, 'exclude', fail),
    disabledRules: strings(value.disabledRules, 'disabledRules', fail),
    allow: list(value.allow, 'allow', fail).map((entry, index) =>
      allowSetting(entry, `allow[${index}]`, fail),
    ),
    severities: (value.severities ?? {}) as Readonly<Record<string, Severity>>,
    rules: list(value.rules, 'rules', fail).map((entry, index) =>
      ruleSetting(entry, `rules[${index}]`, fail),
    ),
    ...(typeof maxFileSize === 'number' ? { maxFileSize } : {}),
  };
}

type Fail = (key: string, what: string) => never;

function list(value: unknown, key: string, fail: Fail): readonly Record<string, unknown>[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : fail(key, 'must be a list');
}

function strings(value: unknown, key: string, fail: Fail): readonly string[] {
  const entries: readonly unknown[] = list(value, key, fail);
  return entries.map((entry) => (typeof entry === 'string' ? entry : fail(key, 'must be a list of strings')));
}

function allowSetting(entry: Record<string, unknown>, key: string, fail: Fail): AllowSetting {
  const { rules, paths, values, reason } = entry;
  if (rules === undefined && paths === undefined && values === undefined) {
    fail(key, 'needs at least one of rules, paths, values');
  }
  return {
    ...(rules === undefined ? {} : { rules: strings(rules, `${key}.rules`, fail) }),
    ...(paths === undefined ? {} : { paths: strings(paths, `${key}.paths`, fail) }),
    ...(values === undefined
      ? {}
      : { values: strings(values, `${key}.values`, fail).map((v) => regex(v, `${key}.values`, fail)) }),
    reason: typeof reason === 'string' ? reason : 'allowed by configuration',
  };
}

function regex(source: string, key: string, fail: Fail): RegExp {
  try {
    return new RegExp(source);
  } catch (error) {
    return fail(key, `is not a regular expression: ${(error as Error).message}`);
  }
}

function ruleSetting(entry: Record<string, unknown>, key: string, fail: Fail): Config['rules'][number] {
  const { id, keywords, pattern } = entry;
  if (typeof id !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) fail(`${key}.id`, 'must be kebab-case');
  if (typeof pattern !== 'string') fail(`${key}.pattern`, 'must be a regular expression');
  const anchors = strings(keywords, `${key}.keywords`, fail);
  if (anchors.length === 0 || anchors.some((k) => k.length < 3)) {
    fail(`${key}.keywords`, 'needs at least one keyword, each of 3 characters or more');
  }
  return {
    title: id as string,
    impact: 'Defined by this repository.',
    reference: '',
    remediation: 'Revoke it where it was issued.',
    examples: { match: [] },
    ...(entry as object),
    id: id as string,
    provider: 'custom',
    keywords: anchors,
    pattern: regex(pattern as string, `${key}.pattern`, fail),
  };
}
