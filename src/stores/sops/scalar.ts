import type { ScalarKind } from './document.js';

/** A scalar as SOPS sees it: its kind and the text that is encrypted and hashed. */
export interface Scalar {
  readonly kind: ScalarKind;
  readonly text: string;
}

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const BOOLS = new Map([
  ['true', 'True'],
  ['True', 'True'],
  ['TRUE', 'True'],
  ['false', 'False'],
  ['False', 'False'],
  ['FALSE', 'False'],
]);
const SPECIAL_FLOATS = /^(?:\.(?:nan|NaN|NAN)|[-+]?\.(?:inf|Inf|INF))$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d{1,9})?(Z|[-+]\d\d:\d\d)| (\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d{1,9})?)?$/;

/**
 * Resolves a plain YAML scalar the way SOPS' own reader does: YAML 1.2 names, C-style integers with `_`, dates.
 * https://yaml.org/type/ and the YAML 1.2 core schema.
 */
export function resolvePlain(source: string): Scalar {
  if (NULLS.has(source)) return { kind: 'null', text: '' };
  const bool = BOOLS.get(source);
  if (bool !== undefined) return { kind: 'bool', text: bool };
  if (!/^[-+.\d]/.test(source)) return { kind: 'str', text: source };
  return resolveTime(source) ?? resolveNumber(source) ?? { kind: 'str', text: source };
}

/** A number of JSON: an integer if it is written as one and fits 64 bits, else a float. */
export function resolveJsonNumber(source: string): Scalar {
  if (/^-?\d+$/.test(source) && fitsInt64(BigInt(source)))
    return { kind: 'int', text: BigInt(source).toString() };
  return { kind: 'float', text: formatFloat(Number(source)) };
}

/** Shortest decimal form without an exponent, as Go's `FormatFloat(x, 'f', -1, 64)` writes it. */
export function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const text = Object.is(value, -0) ? '-0' : String(value);
  const parts = /^(-?)(\d+)(?:\.(\d+))?e([-+]\d+)$/.exec(text);
  if (!parts) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

function resolveTime(source: string): Scalar | undefined {
  const parts = TIME.exec(source);
  if (!parts) return undefined;
  const [, year, month, day, h1, m1, s1, f1, zone, h2, m2, s2, f2] = parts;
  const two = (text: string | undefined): string => (text ?? '0').padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  const clock = `${two(h1 ?? h2)}:${two(m1 ?? m2)}:${two(s1 ?? s2)}`;
  if (!isDate(date, clock)) return undefined;
  const fraction = (f1 ?? f2 ?? '').replace(/\.?0+$/, '');
  const offset = zone === undefined || /^[-+]00:00$/.test(zone) ? 'Z' : zone;
  return { kind: 'time', text: `${date}T${clock}${fraction}${offset}` };
}

function isDate(date: string, clock: string): boolean {
  const parsed = new Date(`${date}T${clock}Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function resolveNumber(source: string): Scalar | undefined {
  if (SPECIAL_FLOATS.test(source)) return { kind: 'float', text: specialFloat(source) };
  const plain = source.replaceAll('_', '');
  const int = parseInteger(plain);
  if (int !== undefined && fitsInt64(int)) return { kind: 'int', text: int.toString() };
  if (FLOAT.test(plain)) return { kind: 'float', text: formatFloat(Number(plain)) };
  return undefined;
}

function specialFloat(source: string): string {
  if (/nan/i.test(source)) return 'NaN';
  return source.startsWith('-') ? '-Inf' : '+Inf';
}

function parseInteger(plain: string): bigint | undefined {
  const parts = /^([-+]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.exec(plain);
  if (!parts) return undefined;
  const [, sign, digits = ''] = parts;
  const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits.toLowerCase());
  return sign === '-' ? -magnitude : magnitude;
}

function fitsInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}
