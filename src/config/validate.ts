import { nearest } from '../nearest.js';
import type { JsonType, Schema } from './schema.js';

export type KeyPath = readonly (string | number)[];

/** What is wrong with a configuration, and where in it. */
export interface Problem {
  readonly path: KeyPath;
  /** Reads on from the key: "must be a number". */
  readonly what: string;
  /** The key itself is wrong, not its value. */
  readonly isKey?: boolean;
}

/** The first problem of a value, in the value's own order; undefined: the value fits the schema. */
export function validate(value: unknown, schema: Schema, path: KeyPath = []): Problem | undefined {
  const say = (what: string): Problem => ({ path, what });
  if (schema.anyOf) return validateAny(value, schema.anyOf, path);
  if ('const' in schema && value !== schema.const) return say(`must be ${JSON.stringify(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) {
    const near = typeof value === 'string' && nearest(value, schema.enum.map(String));
    return say(`must be one of ${schema.enum.join(', ')}${near ? `; did you mean ${near}?` : ''}`);
  }
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isType(value, type)))
    return say(`must be ${types.map((type) => NAMES[type]).join(' or ')}`);
  if (typeof value === 'string') return ofText(value, schema, say);
  if (typeof value === 'number') return ofNumber(value, schema, say);
  if (Array.isArray(value)) return ofList(value, schema, path);
  if (isType(value, 'object')) return ofObject(value as Record<string, unknown>, schema, path);
  return undefined;
}

function ofText(
  value: string,
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern }: Schema,
  say: (what: string) => Problem,
): Problem | undefined {
  if (value.length < minLength) return say('must not be empty');
  if (value.length > maxLength) return say(`must be at most ${maxLength} characters long`);
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return say(`must fit ${pattern}`);
  return undefined;
}

function ofNumber(
  value: number,
  { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Schema,
  say: (what: string) => Problem,
): Problem | undefined {
  if (value < minimum) return say(`must be at least ${minimum}`);
  return value > maximum ? say(`must be at most ${maximum}`) : undefined;
}

function ofList(value: readonly unknown[], schema: Schema, path: KeyPath): Problem | undefined {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items } = schema;
  if (value.length < minItems) return { path, what: `needs at least ${minItems} entries` };
  if (value.length > maxItems) return { path, what: `has more than ${maxItems} entries` };
  for (const [index, item] of value.entries()) {
    const problem = items && validate(item, items, [...path, index]);
    if (problem) return problem;
  }
  return undefined;
}

function ofObject(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  path: KeyPath,
): Problem | undefined {
  const { properties = {}, additionalProperties, required = [], minProperties = 0 } = schema;
  for (const [key, item] of Object.entries(value)) {
    const own = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (own === false) return unknownKey([...path, key], Object.keys(properties));
    const problem = own && validate(item, own, [...path, key]);
    if (problem) return problem;
  }
  const missing = required.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return { path, what: `needs the key "${missing}"` };
  return Object.keys(value).length < minProperties ? { path, what: 'must not be empty' } : undefined;
}

function unknownKey(path: KeyPath, known: readonly string[]): Problem {
  const near = nearest(String(path.at(-1)), known);
  const hint = near ? `did you mean "${near}"?` : `known keys: ${known.join(', ')}`;
  return { path, what: `is an unknown key; ${hint}`, isKey: true };
}

/** One of several shapes: which one is meant is said by a key with a fixed value. */
function validateAny(value: unknown, shapes: readonly Schema[], path: KeyPath): Problem | undefined {
  const problems = shapes.map((shape) => validate(value, shape, path));
  if (problems.includes(undefined)) return undefined;
  const tags = shapes.map(tagOf);
  const [key] = tags.find((tag) => tag !== undefined) ?? [];
  if (key !== undefined && isType(value, 'object')) {
    const given = (value as Record<string, unknown>)[key];
    const meant = tags.findIndex((tag) => tag?.[1] === given);
    if (meant >= 0) return problems[meant];
    if (given === undefined) return { path, what: `needs the key "${key}"` };
    const names = tags.flatMap((tag) => tag?.[1] ?? []).map(String);
    return validate(given, { enum: names }, [...path, key]);
  }
  const names = shapes.map((shape) => ('const' in shape ? JSON.stringify(shape.const) : 'a map'));
  return { path, what: `must be ${[...new Set(names)].join(' or ')}` };
}

/** The key whose value is fixed in a shape, and that value. */
function tagOf({ properties = {} }: Schema): readonly [key: string, value: unknown] | undefined {
  const [key, fixed] = Object.entries(properties).find(([, schema]) => 'const' in schema) ?? [];
  return key === undefined ? undefined : [key, fixed?.const];
}

function isType(value: unknown, type: JsonType): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return type === 'number' ? Number.isFinite(value) : typeof value === type;
}

const NAMES: Readonly<Record<JsonType, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a map',
  array: 'a list',
};
