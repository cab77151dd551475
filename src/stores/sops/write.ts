import { randomBytes } from 'node:crypto';
import { UserError } from '../../errors.js';
import { encryptAge } from './age.js';
import { type Keyring, openDataKey } from './data-key.js';
import { aadOf, type DecryptedSops, decryptSops, demandOf, encryptMac } from './decrypt.js';
import type { SopsDocument, SopsFormat, SopsLeaf } from './document.js';
import { insertValue } from './insert.js';
import { appendMetadata, metadataField, SOPS_VERSION, type Splice, splice } from './metadata.js';
import { readSops } from './read.js';
import type { Selector } from './selector.js';
import { encryptSopsValue } from './value.js';

/** A value to be put into an encrypted file. `value` stays the caller's. */
export interface SopsEdit {
  readonly keys: readonly string[];
  readonly value: Buffer;
  readonly keyring: Keyring;
  readonly now: Date;
}

/** What a new encrypted file is made for. */
export interface SopsTarget {
  readonly recipients: readonly string[];
  readonly selector?: Selector;
  readonly format?: SopsFormat;
  readonly now: Date;
}

/**
 * Sets one value of an encrypted file and gives the new text: that value, the MAC and the time change, no other byte.
 * Read back and verified before it is returned. Throws `UserError` if the file does not verify now.
 */
export async function setSopsValue(path: string, text: string, edit: SopsEdit): Promise<string> {
  const document = readSops(path, text);
  if (!document.metadata) throw new UserError(`${path} is not encrypted with SOPS`);
  const key = await openDataKey(document.metadata, edit.keyring);
  try {
    const before = decryptSops(document, key);
    zero(before);
    if (before.mac !== 'valid') throw new UserError(`${path}: its MAC is ${before.mac}; it is left as it is`);
    if (!demandOf(document.metadata)(edit.keys, [])) {
      throw new UserError(
        `${path}: the file's selector leaves ${edit.keys.join('.')} in plain text; choose another key`,
      );
    }
    const cipher = encryptSopsValue(edit.value, 'str', { key, aad: aadOf(edit) });
    const changed = splice(text, placeValue(document, edit.keys, cipher));
    return seal({ path, text: changed, format: document.format, key, now: edit.now });
  } finally {
    key.fill(0);
  }
}

/** Encrypts a plain file for age recipients. Comments stay as they are: the caller says so. */
export async function encryptSops(path: string, text: string, target: SopsTarget): Promise<string> {
  if (target.recipients.length === 0)
    throw new UserError('no age recipient given, and none in .sops.yaml for this file');
  const plain = target.format === 'binary' ? envelope(text) : text;
  const document = readSops(path, plain, target.format);
  if (document.metadata) throw new UserError(`${path} is encrypted with SOPS already`);
  const key = randomBytes(32);
  try {
    const selector = target.selector && { [target.selector.kind]: target.selector.text };
    const demand = demandOf(selector ?? {});
    const edits = document.leaves
      .filter((leaf) => leaf.kind !== 'null' && leaf.text !== '' && demand(leaf.keys, leaf.comments))
      .map((leaf) => replaceLeaf(document, leaf, cipherOf(leaf, key)));
    if (new Set(edits.map(({ from }) => from)).size < edits.length) {
      throw new UserError(
        `${path}: a YAML alias would have to be encrypted twice; write it out, or encrypt with sops`,
      );
    }
    const encrypted = { ...document, text: splice(plain, edits) };
    const age = await Promise.all(
      target.recipients.map(async (recipient) => ({ recipient, enc: await encryptAge(key, recipient) })),
    );
    const lastmodified = rfc3339(target.now);
    const metadata = {
      age,
      lastmodified,
      mac: 'ENC[]',
      ...(selector ?? { unencrypted_suffix: '_unencrypted' }),
      version: SOPS_VERSION,
    };
    return seal({
      path,
      text: appendMetadata(encrypted, metadata),
      format: document.format,
      key,
      now: target.now,
    });
  } finally {
    key.fill(0);
  }
}

/** The keys that a name stands for: `db.password` is nested, unless a key of that very name exists. */
export function keysOf(document: SopsDocument, name: string): readonly string[] {
  const exact = document.leaves.find(({ keys }) => keys.length === 1 && keys[0] === name);
  return exact || document.format === 'dotenv' ? [name] : name.split('.');
}

interface Unsealed {
  readonly path: string;
  readonly text: string;
  readonly format: SopsFormat;
  readonly key: Buffer;
  readonly now: Date;
}

/** Brings time and MAC up to date and proves that the result reads back. */
function seal({ path, text, format, key, now }: Unsealed): string {
  const read = (current: string): SopsDocument => readSops(path, current, format);
  const timed = splice(text, [{ ...metadataField(read(text), 'lastmodified'), text: rfc3339(now) }]);
  const document = read(timed);
  const opened = decryptSops(document, key);
  const mac = encryptMac(opened.values, document.metadata ?? {}, key);
  zero(opened);
  const sealed = splice(timed, [{ ...metadataField(document, 'mac'), text: mac }]);
  const proof = decryptSops(read(sealed), key);
  zero(proof);
  if (proof.mac !== 'valid') throw new Error('the written SOPS file does not verify');
  return sealed;
}

function zero(file: DecryptedSops): void {
  for (const { plain } of file.values) plain.fill(0);
}

function placeValue(document: SopsDocument, keys: readonly string[], cipher: string): readonly Splice[] {
  const leaf = document.leaves.find((leaf) => leaf.path === keys.join('.') || sameKeys(leaf.keys, keys));
  return leaf ? [replaceLeaf(document, leaf, cipher)] : insertValue(document, keys, cipher);
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

function replaceLeaf({ format, text }: SopsDocument, { from, to }: SopsLeaf, cipher: string): Splice {
  const source = text.slice(from, to);
  if (format === 'dotenv' || format === 'ini' || source.startsWith('ENC[')) return { from, to, text: cipher };
  const space = from > 0 && /[:-]/.test(text[from - 1] ?? '') && format === 'yaml' ? ' ' : '';
  return {
    from,
    to,
    text: `${space}"${cipher}"${/^[|>]/.test(source) && source.endsWith('\n') ? '\n' : ''}`,
  };
}

function cipherOf(leaf: SopsLeaf, key: Buffer): string {
  const type = leaf.kind === 'null' ? 'str' : leaf.kind;
  return encryptSopsValue(Buffer.from(leaf.text), type, { key, aad: aadOf(leaf) });
}

function envelope(text: string): string {
  return `${JSON.stringify({ data: text }, null, '\t')}\n`;
}

function rfc3339(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
