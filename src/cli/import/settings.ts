import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { applyEdits, modify, parse } from 'jsonc-parser';
import {
  type Config,
  findConfig,
  type Imported,
  type KnownNames,
  parseConfig,
  UserError,
} from '../../index.js';
import { knownNames } from '../settings.js';

type Settings = Imported['settings'];
type Lost = Imported['lost'][number];

/** An addition to the configuration: a list of it by its keys, and one more element. */
interface Addition {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** What is to be written, and where. */
export interface NewSettings {
  /** Undefined: nothing is new. */
  readonly file?: string;
  readonly text: string;
  readonly added: number;
  /** What the person has to do, for the configuration is in a format that is not written. */
  readonly advice?: string;
}

/** Settings that a configuration takes: what it would refuse is told in `lost` and left out. */
export async function acceptable(settings: Settings, lost: Lost[]): Promise<Settings> {
  const keep = async <T>(entries: readonly T[], wrap: (entry: T) => object, name: (entry: T) => string) => {
    const kept: T[] = [];
    for (const entry of entries) {
      const why = await refusal(wrap(entry), known);
      if (why === undefined) kept.push(entry);
      else lost.push({ what: name(entry), why });
    }
    return kept;
  };
  let known = knownNames();
  const rules = await keep(
    settings.rules,
    (rule) => ({ rules: [rule] }),
    ({ id }) => `rule ${id}`,
  );
  known = knownNames(rules.map(({ id }) => id));
  return {
    rules,
    allow: await keep(
      settings.allow,
      (entry) => ({ allow: [entry] }),
      ({ reason }) => `allowlist (${reason})`,
    ),
    exclude: await keep(
      settings.exclude,
      (glob) => ({ paths: { exclude: [glob] } }),
      (glob) => `glob ${glob}`,
    ),
    disabledRules: settings.disabledRules,
    honour: settings.honour,
  };
}

async function refusal(settings: object, known: KnownNames): Promise<string | undefined> {
  try {
    await parseConfig(JSON.stringify(settings), 'settings.json', known);
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message.replace(/^settings\.json(?::\d+)?: /, '');
  }
}

/**
 * Adds settings to the configuration of a directory, keeping its comments. What it has already is not added again; a
 * rule that it has by that name stays as it is.
 */
export function addSettings(
  settings: Settings,
  { root, config, lost }: { readonly root: string; readonly config: Config; readonly lost: Lost[] },
): NewSettings {
  const file = findConfig(root);
  const isJson = file === undefined || (/\.jsonc?$/.test(file) && basename(file) !== 'package.json');
  const target = isJson ? (file ?? join(root, '.keyhound.json')) : join(root, IMPORTED);
  const before = existsSync(target) ? readFileSync(target, 'utf8') : '{}\n';
  const present = parse(before) as Present;
  const taken = new Set(present.rules?.map(({ id }) => id));
  const additions = additionsOf(settings).filter((addition) => !has(present, addition));
  const isTaken = ({ path, value }: Addition) =>
    path[0] === 'rules' && taken.has((value as { id: string }).id);
  for (const { value } of additions.filter(isTaken))
    lost.push({
      what: `rule ${(value as { id: string }).id}`,
      why: 'the configuration has another rule by that name',
    });
  const wanted = additions.filter((addition) => !isTaken(addition));
  const isExtended = [(config.settings as Present).extends ?? []].flat().includes(`./${IMPORTED}`);
  const advice = `add "./${IMPORTED}" to "extends" in ${basename(file ?? '')}: a configuration of its kind is not written`;
  return {
    ...(wanted.length > 0 ? { file: target } : {}),
    text: wanted.reduce(add, before),
    added: wanted.length,
    ...(isJson || isExtended ? {} : { advice }),
  };
}

const IMPORTED = '.keyhound/imported.json';

interface Present {
  readonly rules?: readonly { readonly id: string }[];
  readonly extends?: string | readonly string[];
}

function additionsOf(settings: Settings): readonly Addition[] {
  const each = (path: readonly string[], values: readonly unknown[]) =>
    values.map((value) => ({ path, value }));
  return [
    ...each(['paths', 'exclude'], [...new Set(settings.exclude)]),
    ...each(['allow'], settings.allow),
    ...each(['rules'], settings.rules),
    ...each(['disabledRules'], settings.disabledRules),
    ...each(['honour'], [...new Set(settings.honour)]),
  ];
}

function has(settings: unknown, { path, value }: Addition): boolean {
  const list = path.reduce(
    (at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key],
    settings,
  );
  const text = JSON.stringify(value);
  return Array.isArray(list) && list.some((item) => JSON.stringify(item) === text);
}

function add(text: string, { path, value }: Addition): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  const edits = modify(text, [...path, -1], value, { formattingOptions, isArrayInsertion: true });
  return applyEdits(text, edits);
}
