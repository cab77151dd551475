import { createHash, timingSafeEqual } from 'node:crypto';
import { UserError } from '../../errors.js';
import type { SopsDocument, SopsLeaf } from './document.js';
import { createDemand, type Demand, selectorsIn } from './selector.js';
import { decryptSopsValue, encryptSopsValue, parseSopsValue } from './value.js';

/** A value of a decrypted file. `plain` is zeroed by the caller. */
export interface PlainValue {
  readonly leaf: SopsLeaf;
  readonly plain: Buffer;
  readonly type: string;
  readonly encrypted: boolean;
}

/** A decrypted file: whether it is what its writer wrote, and its values. */
export interface DecryptedSops {
  /** `missing`: there is no MAC to hold it against. */
  readonly mac: 'valid' | 'invalid' | 'missing';
  readonly values: readonly PlainValue[];
}

/** sha256("sops"): keeps a MAC over some values from passing for one over all of them. */
const ENCRYPTED_ONLY = createHash('sha256').update('sops').digest();

/** Decrypts all values and checks the MAC. Throws `UserError` naming the key of a value that does not decrypt. */
export function decryptSops(document: SopsDocument, key: Buffer): DecryptedSops {
  const metadata = document.metadata ?? {};
  if (!isVersion(metadata.version)) throw new UserError('the version in the metadata is no version of sops');
  const values = plainValues(document, demandOf(metadata), key);
  const expected = storedMac(metadata, key);
  const mac =
    expected === undefined
      ? 'missing'
      : expected !== '' && isEqual(expected, macOf(values, metadata))
        ? 'valid'
        : 'invalid';
  return { mac, values };
}

/** sops refuses a file whose version it cannot read. */
export function isVersion(version: unknown): boolean {
  return /^\d+(?:\.\d+){0,2}(?:[-+][\w.+-]*)?$/.test(String(version ?? ''));
}

/** The MAC of a file's values, encrypted for the time it is stored with. */
export function encryptMac(
  values: readonly PlainValue[],
  metadata: Readonly<Record<string, unknown>>,
  key: Buffer,
): string {
  return encryptSopsValue(Buffer.from(macOf(values, metadata)), 'str', {
    key,
    aad: goTime(metadata.lastmodified),
  });
}

/** The demand of a file's own selector. Throws `UserError` for what sops would not take. */
export function demandOf(metadata: Readonly<Record<string, unknown>>): Demand {
  const [selector, second] = selectorsIn(metadata);
  if (second) throw new UserError(`the metadata has both ${selector?.kind} and ${second.kind}`);
  try {
    return createDemand(selector);
  } catch {
    throw new UserError(`${selector?.kind} in the metadata is not a regular expression that sops can read`);
  }
}

/** SHA-512 over the plain bytes of every value in document order; comments and nulls do not count. */
function macOf(values: readonly PlainValue[], metadata: Readonly<Record<string, unknown>>): string {
  const onlyEncrypted = /^(?:true|1|t)$/i.test(String(metadata.mac_only_encrypted ?? ''));
  const hash = createHash('sha512');
  if (onlyEncrypted) hash.update(ENCRYPTED_ONLY);
  for (const { plain, encrypted } of values) if (encrypted || !onlyEncrypted) hash.update(plain);
  return hash.digest('hex').toUpperCase();
}

function plainValues(document: SopsDocument, demand: Demand, key: Buffer): PlainValue[] {
  return document.leaves.flatMap((leaf): PlainValue[] => {
    if (leaf.kind === 'null') return [];
    const encrypted = demand(leaf.keys, leaf.comments);
    if (!encrypted || leaf.text === '')
      return [{ leaf, plain: Buffer.from(leaf.text), type: leaf.kind, encrypted }];
    const value = parseSopsValue(leaf.text);
    const plain = value && decryptSopsValue(value, key, aadOf(leaf));
    if (!value || !plain)
      throw new UserError(
        `${leaf.path}: ${value ? 'does not decrypt here: changed or moved' : 'is not encrypted'}`,
      );
    return [{ leaf, plain: normal(plain, value.type), type: value.type, encrypted }];
  });
}

/** The additional data of a value: where it stands. */
export function aadOf(leaf: Pick<SopsLeaf, 'keys'>): string {
  return `${leaf.keys.join(':')}:`;
}

function normal(plain: Buffer, type: string): Buffer {
  if (type !== 'bool') return plain;
  return Buffer.from(/^(?:1|t|true)$/i.test(plain.toString()) ? 'True' : 'False');
}

/** Undefined without a MAC, the empty string for one that does not decrypt. */
function storedMac(metadata: Readonly<Record<string, unknown>>, key: Buffer): string | undefined {
  if (typeof metadata.mac !== 'string' || metadata.mac === '') return undefined;
  const value = parseSopsValue(metadata.mac);
  const plain = value && decryptSopsValue(value, key, goTime(metadata.lastmodified));
  return plain?.toString() ?? '';
}

/** A time as Go's RFC 3339 format writes it again after reading it: no fraction, `Z` for UTC. */
function goTime(time: unknown): string {
  return String(time ?? '')
    .replace(/\.\d+/, '')
    .replace(/[-+]00:00$/, 'Z');
}

function isEqual(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
