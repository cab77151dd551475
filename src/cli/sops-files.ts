import { posix } from 'node:path';
import type { SopsFile, SopsFilter } from '../stores.js';
import type { Chunk, Range } from '../types.js';
import { CIPHERTEXT, DATA_FILE, dataFilesIn, isMarked, LARGEST, readText } from './sops-marks.js';

/** A file as it was scanned, put together from its chunks. */
export interface SeenFile extends SopsFile {
  /** The git object, where it is one. */
  readonly object?: string;
  readonly kind: Chunk['origin']['kind'];
  readonly commit?: Chunk['origin']['commit'];
  readonly addedLines?: readonly Range[];
}

/** Picks, of all that is scanned, the files that concern SOPS. */
export interface SopsFiles {
  see(chunk: Chunk): void | Promise<void>;
  /** The picked files, each version once, in the order they were scanned. */
  picked(): readonly SeenFile[];
  /** What stands beside them in the work tree: configs above, encrypted neighbours, possible decrypted copies. */
  around(): readonly SopsFile[];
  /** Whether a file was scanned, picked or not. */
  isSeen(path: string): boolean;
}

/**
 * `tree`: everything there is passes by. `change`: some files of a work tree. `past`: objects without a work tree.
 * `versions`: objects that are all picked.
 */
export type Scope = 'tree' | 'change' | 'past' | 'versions';

/** Bytes of files that may turn out to be decrypted copies, together. */
const MOST_UNMARKED = 64 << 20;

/**
 * The stores' code is loaded when a `.sops.yaml` governs a file, or a file mentions SOPS: who does not use SOPS pays
 * for two searches and nothing else.
 */
export function createSopsFiles(root: string, scope: Scope): SopsFiles {
  const files = new Map<string, SeenFile>();
  const seen = new Set<string>();
  const surroundings = createSurroundings(root);
  let open: SeenFile | undefined;
  let unmarked = 0;
  const hasTree = scope === 'tree' || scope === 'change';

  function mayBeCopy({ origin: { path }, bytes }: Chunk): boolean {
    if (scope !== 'change' || !DATA_FILE.test(path)) return false;
    unmarked += bytes.length;
    return unmarked <= MOST_UNMARKED;
  }
  function begin(chunk: Chunk, isPicked: boolean): void {
    const { path, kind, object, commit } = chunk.origin;
    if (hasTree) seen.add(path);
    open = isPicked
      ? {
          path,
          kind,
          text: textOf(chunk),
          ...(object && { object }),
          ...(commit && { commit }),
          ...(chunk.addedLines && { addedLines: chunk.addedLines }),
        }
      : undefined;
    keep();
  }
  function keep(): void {
    if (open) files.set(`${open.path}\0${open.object ?? ''}`, open);
  }
  return {
    see(chunk) {
      const { path, kind } = chunk.origin;
      if (kind !== 'file' && kind !== 'blob') return;
      if (chunk.offset + chunk.core[0] > 0) {
        if (open?.path === path && open.text.length < LARGEST)
          open = { ...open, text: open.text + textOf(chunk) };
        return keep();
      }
      const filter = hasTree ? surroundings.filterFor(path) : undefined;
      if (scope === 'versions' || isMarked(path, chunk.bytes) || mayBeCopy(chunk)) return begin(chunk, true);
      if (!filter) return begin(chunk, false);
      return filter.then((filter) => begin(chunk, filter(path, textOf(chunk))));
    },
    picked: () => [...files.values()],
    around() {
      if (!hasTree) return [];
      const picked = [...files.values()];
      const folders = new Set(
        picked.flatMap(({ path, text }) =>
          DATA_FILE.test(path) && (scope === 'change' || text.includes(CIPHERTEXT))
            ? posix.dirname(path)
            : [],
        ),
      );
      const beside = [...folders].flatMap((folder) => dataFilesIn(root, folder));
      // A copy counts only if it was scanned: one that git ignores is how people work.
      const wanted = beside.filter(
        (path) => !files.has(`${path}\0`) && (scope === 'change' || seen.has(path)),
      );
      return [...surroundings.configs(), ...wanted.flatMap((path) => read(root, path))];
    },
    isSeen: (path) => seen.has(path),
  };
}

function textOf({ bytes, core }: Chunk): string {
  return bufferOf(bytes).toString('utf8', core[0], core[1]);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

interface Surroundings {
  /** Undefined: no config governs this path. */
  filterFor(path: string): Promise<SopsFilter> | undefined;
  configs(): readonly SopsFile[];
}

function createSurroundings(root: string): Surroundings {
  const configs: SopsFile[] = [];
  const governed = new Map<string, boolean>();
  let filter: Promise<SopsFilter> | undefined;

  function isGoverned(folder: string): boolean {
    const known = governed.get(folder);
    if (known !== undefined) return known;
    const here = read(root, posix.join(folder, '.sops.yaml'));
    configs.push(...here);
    if (here.length > 0) filter = undefined;
    const above = folder !== '.' && folder !== '/' && isGoverned(posix.dirname(folder));
    governed.set(folder, here.length > 0 || above);
    return here.length > 0 || above;
  }
  return {
    filterFor(path) {
      if (!isGoverned(posix.dirname(path))) return undefined;
      filter ??= import('../stores.js').then(({ createSopsFilter }) => createSopsFilter(configs));
      return filter;
    },
    configs: () => configs,
  };
}

function read(root: string, path: string): SopsFile[] {
  const text = readText(root, path);
  return text === undefined ? [] : [{ path, text }];
}
