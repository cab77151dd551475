import { parseDocument } from 'yaml';
import { UserError } from '../errors.js';

/** A table of a settings file whose keys may be written in any case. */
export type Table = Readonly<Record<string, unknown>>;

/** Reads fields of a stranger's file with the types they should have; throws UserError that names file and field. */
export function createFields(file: string) {
  const fail = (at: string, wanted: string): never => {
    throw new UserError(`${file}: ${at} must be ${wanted}`);
  };
  const table = (value: unknown, at: string): Table =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Table)
      : fail(at, 'a table of settings');
  const list = (value: unknown, at: string): readonly unknown[] =>
    value === undefined || value === null ? [] : Array.isArray(value) ? value : fail(at, 'a list');
  const text = (value: unknown, at: string): string | undefined =>
    value === undefined || value === null
      ? undefined
      : typeof value === 'string'
        ? value
        : fail(at, 'a text');
  const number = (value: unknown, at: string): number | undefined => {
    if (value === undefined || value === null) return undefined;
    const read = typeof value === 'bigint' ? Number(value) : value;
    return typeof read === 'number' && Number.isFinite(read) ? read : fail(at, 'a number');
  };
  const tables = (value: unknown, at: string) =>
    list(value, at).map((item, index) => table(item, `${at}[${index}]`));
  const texts = (value: unknown, at: string) =>
    list(value, at).map((item, index) => text(item, `${at}[${index}]`) ?? fail(`${at}[${index}]`, 'a text'));
  return { fail, table, list, text, number, tables, texts };
}

export type Fields = ReturnType<typeof createFields>;

/** The same value with every key of its tables in lower case. */
export function withLowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLowerKeys);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toLowerCase(), withLowerKeys(item)]),
  );
}

/** Parses JSON; throws UserError that names the file and never what it holds. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UserError(`${file}: not valid JSON`);
  }
}

/** Parses YAML; throws UserError that names the file and the line and never what it holds. */
export function parseYaml(text: string, file: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  const [problem] = document.errors;
  if (problem) {
    const line = text.slice(0, problem.pos[0]).split('\n').length;
    throw new UserError(
      `${file}:${line}: not valid YAML (${problem.code.toLowerCase().replaceAll('_', ' ')})`,
    );
  }
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new UserError(`${file}: its YAML refers to itself too often`);
  }
}
