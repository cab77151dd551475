import { createHmac, randomBytes } from 'node:crypto';
import type { StoredValue } from '../stored-value.js';

/** Where a value is stored: all that is ever said of it. */
export type StoredPlace = Omit<StoredValue, 'value'>;

/** One value to look for, with every place that holds it. */
export interface KnownValue {
  readonly value: Buffer;
  readonly places: readonly StoredPlace[];
}

export interface ValueRules {
  readonly minLength: number;
  /** Keys that hold no secret: `host`, `user*`. */
  readonly ignoreKeys: readonly string[];
}

/** What is looked for, and how many values were too short, too ordinary or told to be left out. */
export interface KnownValues {
  readonly known: readonly KnownValue[];
  readonly left: number;
}

export const DEFAULT_VALUES: ValueRules = {
  minLength: 8,
  ignoreKeys: [
    'host',
    'hostname',
    'port',
    'user',
    'username',
    'database',
    'dbname',
    'engine',
    'region',
    'dbInstanceIdentifier',
  ],
};

/** Words that stand in many files and in some stores. */
const ORDINARY =
  /^(?:true|false|null|none|localhost|example|changeme|password|postgres(?:ql)?|production|development|staging|default|disabled|enabled|undefined|administrator|[\w.-]+\.(?:com|org|net|io|local|internal|svc)|(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?|\d{1,11}|\d{4}-\d\d-\d\d.*|\/[\w./-]*|(.)\1*)$/i;

/** Groups equal values, takes passwords out of URLs and connection strings, and drops what is no secret. */
export function knownValues(stored: readonly StoredValue[], rules: ValueRules = DEFAULT_VALUES): KnownValues {
  const key = randomBytes(32);
  const groups = new Map<string, { value: Buffer; places: StoredPlace[] }>();
  const ignored = rules.ignoreKeys.map(keyMatcher);
  let left = 0;
  for (const { value, ...place } of stored) {
    const parts = ignored.some((matches) => matches(place.key))
      ? []
      : secretParts(value).filter((part) => isWorthwhile(part, rules));
    if (parts.length === 0) left++;
    for (const part of parts) {
      const id = createHmac('sha256', key).update(part).digest('hex');
      const group = groups.get(id) ?? { value: part, places: [] };
      group.places.push(place);
      groups.set(id, group);
    }
  }
  return { known: [...groups.values()], left };
}

/** The verdict on a value: current wherever one place still holds it. */
export function stateOf({ places }: KnownValue): StoredPlace['state'] {
  if (places.some(({ state }) => state === 'current')) return 'current';
  return places.some(({ state }) => state === 'pending') ? 'pending' : 'previous';
}

/** Whether a value is a word, a name or a number that many files hold: `production`, `localhost`, `10.0.0.1`. */
export function isOrdinary(value: string): boolean {
  return ORDINARY.test(value.slice(0, 64));
}

function isWorthwhile(value: Buffer, { minLength }: ValueRules): boolean {
  return value.length >= Math.max(minLength, 8) && !isOrdinary(value.toString('latin1', 0, 64));
}

/** The value, and the secret within it: a URL's password, a connection string's, the longest line of a PEM block. */
function secretParts(value: Buffer): Buffer[] {
  const text = value.length <= 1 << 16 ? value.toString('latin1') : '';
  const whole = text.startsWith('-----BEGIN ') ? longestLine(text) : value;
  return [whole, ...innerSecrets(text)].map((part) =>
    typeof part === 'string' ? Buffer.from(part, 'latin1') : part,
  );
}

/** The password in a URL, as it is written and decoded, or in a connection string. */
export function innerSecrets(text: string): readonly string[] {
  const url = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^/\s@]+)@/i.exec(text)?.[1];
  const field = /(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*([^;]+)/i.exec(text)?.[1];
  return [...new Set([url, url && decode(url), field])].filter(
    (part): part is string => part !== undefined && part !== '',
  );
}

/** Headers and ends of a key are in every key; its longest line is in no other. */
function longestLine(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('-----'))
    .reduce((best, line) => (line.length > best.length ? line : best), '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function keyMatcher(glob: string): (key: string) => boolean {
  const pattern = new RegExp(`^${glob.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '.*')}$`, 'i');
  return (key) => pattern.test(key) || pattern.test(key.slice(key.lastIndexOf('.') + 1));
}
