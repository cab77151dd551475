export const SOPS_FORMATS = ['yaml', 'json', 'dotenv', 'ini', 'binary'] as const;
/** The five file formats of SOPS. `binary` is a JSON envelope around the bytes of any other file. */
export type SopsFormat = (typeof SOPS_FORMATS)[number];

/** What a value is to SOPS: decides how it is written as bytes, and the `type:` of its ciphertext. */
export type ScalarKind = 'str' | 'int' | 'float' | 'bool' | 'time' | 'null';

/** One value of a file, in document order. Offsets are UTF-16 code units of the file's text. */
export interface SopsLeaf {
  /** The keys on the way to it, without list indices: SOPS authenticates a value by these. */
  readonly keys: readonly string[];
  /** The same for people, with list indices: `db.users[0].password`. */
  readonly path: string;
  readonly kind: ScalarKind;
  /** The value in the form that SOPS encrypts and hashes. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Active comments per level, for the two comment selectors. */
  readonly comments: readonly (readonly string[])[];
}

/** SOPS metadata as it is written: strings, lists and maps. */
export type SopsMetadata = Readonly<Record<string, unknown>>;

/** A file read as SOPS reads it, encrypted or not. */
export interface SopsDocument {
  readonly format: SopsFormat;
  readonly text: string;
  readonly leaves: readonly SopsLeaf[];
  /** Absent when the file has no metadata at all. */
  readonly metadata?: SopsMetadata;
  /** Where the metadata starts; 0 without it. */
  readonly metadataAt: number;
}

/** A file that cannot be read in its format: not wrong by itself, but not checked either. No text of the file in it. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}

/** No genuine file comes near; a handful of YAML aliases can ask for billions. */
const MOST_LEAVES = 200_000;

/** Collects leaves and stops before a small file makes a huge tree. */
export function createLeafList(): { readonly leaves: readonly SopsLeaf[]; add(leaf: SopsLeaf): void } {
  const leaves: SopsLeaf[] = [];
  return {
    leaves,
    add(leaf) {
      if (leaves.length >= MOST_LEAVES) throw new UnreadableDocument(`more than ${MOST_LEAVES} values`);
      leaves.push(leaf);
    },
  };
}
