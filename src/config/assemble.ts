import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { nearest } from '../nearest.js';
import type { Rule } from '../types.js';
import type { AllowSetting, ConfidenceSetting, Config, KnownNames, Limits, LoadOptions } from './config.js';
import { resolveExtended } from './extends.js';
import { compileGlobs } from './glob.js';
import type { ConfigInput } from './input.js';
import { prepareAllow, prepareConfidence } from './prepare-allow.js';
import { prepareRule } from './prepare-rule.js';
import { problemAt, type ReadConfig, readConfig } from './read-config.js';
import { Refusal, refuse } from './refusal.js';
import { configSchema } from './schema.js';
import { type KeyPath, validate } from './validate.js';

export { parseConfigText, readConfig } from './read-config.js';

/** One file of a configuration, checked by the schema. */
interface Part {
  readonly read: ReadConfig;
  readonly input: ConfigInput;
  /** The file as suppressions name it. */
  readonly name: string;
}

interface Options extends LoadOptions {
  readonly root: string;
}

const DEEPEST = 5;
const MOST_FILES = 20;

/** Makes one configuration of a file and of those it extends, which come before it. */
export async function assembleConfig(own: ReadConfig, given: Options): Promise<Config> {
  const isOutside =
    shownName(own.file, given.root) === basename(own.file) && dirname(own.file) !== given.root;
  const options = isOutside ? { ...given, root: dirname(own.file) } : given;
  const parts = await readParts(own, options, []);
  const rules: Rule[] = [];
  for (const part of parts) {
    within(part, () => rules.push(...prepareRules(part, rules, options.known)));
  }
  const known = { ...options.known, rules: [...options.known.rules, ...rules.map(({ id }) => id)] };
  const prepared = [];
  for (const part of parts) prepared.push(within(part, () => preparePart(part, known)));
  const merged = prepared.reduce(merge);
  return {
    file: own.file,
    settings: own.value,
    ...merged,
    rules,
    isExcluded: excluder(prepared.map(({ paths }) => paths)),
    lineOf(source) {
      const part = parts.find(({ name }) => source.startsWith(`${name}: `));
      return part?.read.line(pathOf(source.slice(part.name.length + 2)));
    },
  };
}

/** The file's parts in the order in which they count. `above` are the files that led here. */
async function readParts(read: ReadConfig, options: Options, above: readonly string[]): Promise<Part[]> {
  const problem = validate(read.value, configSchema);
  if (problem) throw problemAt(read, problem);
  const input = read.value as ConfigInput;
  const part = { read, input, name: shownName(read.file, options.root) };
  const names = [input.extends ?? []].flat();
  const chain = [...above, read.file];
  const files: string[] = [];
  within(part, () => {
    if (above.length > 0 && (input.stores ?? input.storeValues) !== undefined)
      refuse(
        [input.stores ? 'stores' : 'storeValues'],
        "counts in the repository's own configuration only",
        true,
      );
    for (const [index, name] of names.entries()) {
      const path = typeof input.extends === 'string' ? ['extends'] : ['extends', index];
      if (chain.length > DEEPEST) refuse(path, `goes deeper than ${DEEPEST} files`);
      const file = resolveExtended(name, read.file, { ...options, packages: packagesOf(options), path });
      if (chain.includes(file)) refuse(path, 'leads back to this file');
      files.push(file);
    }
  });
  const parts: Part[] = [];
  for (const file of files) parts.push(...(await readParts(await readConfig(file), options, chain)));
  if (parts.length > MOST_FILES) throw problemAt(read, { path: ['extends'], what: 'names too many files' });
  return [...parts, part];
}

/** Where installed packages are looked for; undefined: they do not count. */
function packagesOf({ bring, root, packages }: Options): string | undefined {
  return packages ?? (bring ? undefined : root);
}

function shownName(file: string, root: string): string {
  const way = relative(root, file);
  return isAbsolute(way) || way.startsWith('..') ? basename(file) : way.split(sep).join('/');
}

/** Runs a check of one part; what it refuses becomes an error with file and line. */
function within<T>(part: Part, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw error instanceof Refusal ? problemAt(part.read, error.problem) : error;
  }
}

function prepareRules({ input }: Part, earlier: readonly Rule[], known: KnownNames): Rule[] {
  const rules: Rule[] = [];
  for (const [index, rule] of (input.rules ?? []).entries()) {
    const path = ['rules', index];
    if ([...earlier, ...rules].some(({ id }) => id === rule.id))
      refuse([...path, 'id'], `is there twice: ${rule.id}`);
    if (known.rules.includes(rule.id))
      refuse(
        [...path, 'id'],
        `is the id of a built-in rule: ${rule.id}; choose another, and disable that one`,
      );
    if (rule.check !== undefined) requireKnown(rule.check, known.checks, [...path, 'check'], 'check');
    rules.push(prepareRule(rule, path));
  }
  return rules;
}

type Prepared = Pick<
  Config,
  'disabledRules' | 'allow' | 'confidence' | 'severities' | 'limits' | 'honour'
> & {
  readonly paths: { readonly isIncluded?: PathTest; readonly isExcluded: PathTest };
};
type PathTest = (path: string) => boolean;

function preparePart({ input, name }: Part, known: KnownNames): Prepared {
  const { disabledRules = [], severities = {}, paths = {} } = input;
  const requireRule = (id: string, path: KeyPath) => requireKnown(id, known.rules, path, 'rule');
  for (const [index, id] of disabledRules.entries()) requireRule(id, ['disabledRules', index]);
  for (const id of Object.keys(severities)) requireRule(id, ['severities', id]);
  for (const list of ['allow', 'confidence'] as const) {
    for (const [index, { rules = [] }] of (input[list] ?? []).entries())
      for (const [at, id] of rules.entries()) requireRule(id, [list, index, 'rules', at]);
  }
  return {
    disabledRules,
    severities,
    allow: allowOf(input, name),
    confidence: (input.confidence ?? []).map(
      (entry, index): ConfidenceSetting =>
        prepareConfidence(entry, { file: name, path: ['confidence', index] }),
    ),
    limits: limitsOf(input),
    honour: input.honour ?? [],
    paths: {
      ...(paths.include && { isIncluded: compileGlobs(paths.include, ['paths', 'include']) }),
      isExcluded: compileGlobs(paths.exclude ?? [], ['paths', 'exclude']),
    },
  };
}

/** The entries of the whole, then those that stand in rules. */
function allowOf(input: ConfigInput, file: string): AllowSetting[] {
  const ofAll = (input.allow ?? []).map((entry, index) =>
    prepareAllow(entry, { file, path: ['allow', index] }),
  );
  const ofRules = (input.rules ?? []).flatMap(({ id, allow = [] }, rule) =>
    allow.map((entry, index) => prepareAllow(entry, { file, path: ['rules', rule, 'allow', index] }, id)),
  );
  return [...ofAll, ...ofRules];
}

const UNITS: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

function limitsOf({ limits = {} }: ConfigInput): Limits {
  const { maxFileSize: size, ...depths } = limits;
  if (size === undefined) return depths;
  return { ...depths, maxFileSize: Number.parseInt(`${size}`, 10) * (UNITS[`${size}`.slice(-1)] ?? 1) };
}

function requireKnown(id: string, known: readonly string[], path: KeyPath, kind: string): void {
  if (known.includes(id)) return;
  const near = nearest(id, known);
  refuse(path, `names no ${kind}: ${id}${near ? `; did you mean ${near}?` : ''}`);
}

function merge(before: Prepared, after: Prepared): Prepared {
  return {
    disabledRules: [...before.disabledRules, ...after.disabledRules],
    allow: [...before.allow, ...after.allow],
    confidence: [...before.confidence, ...after.confidence],
    severities: { ...before.severities, ...after.severities },
    limits: { ...before.limits, ...after.limits },
    honour: [...new Set([...before.honour, ...after.honour])],
    paths: after.paths,
  };
}

function excluder(parts: readonly Prepared['paths'][]): PathTest {
  const included = parts.flatMap(({ isIncluded }) => isIncluded ?? []);
  return (path) =>
    (included.length > 0 && !included.some((fits) => fits(path))) ||
    parts.some(({ isExcluded }) => isExcluded(path));
}

/** `rules[2].allow[0]` as a path of keys. */
function pathOf(key: string): KeyPath {
  return key
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
