import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Range, Unpacker } from '../../types.js';
import { addedLines } from '../git/added-lines.js';
import { GITLINK } from '../git/raw-diff.js';
import { type Located, locateRepository } from '../git/repository.js';
import type { Arena } from '../objects/arena.js';
import { headCommit, treeOf, UNBORN } from './head-tree.js';
import { compareWithTree, type IndexChange } from './index-changes.js';
import { type IndexFile, readIndexFile } from './index-file.js';
import { type ObjectFiles, openObjectFiles } from './object-files.js';

/** What a glance at the index needs. */
export interface GlanceOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly arena: Arena;
  readonly unpacker: Unpacker;
  /** Paths of files that say how is judged, as far as they are staged. */
  readonly policy: readonly string[];
  /** Told their content; false: a scan with them has more to do. */
  isSettled(policy: ReadonlyMap<string, Buffer>): boolean;
}

/** A staged file of which some lines are new. */
export interface StagedFile {
  readonly path: string;
  /** Whether the path itself is new. */
  readonly isNewName: boolean;
  /** Absent: nothing but the mode changed. In the arena until the next file is asked for. */
  readonly bytes?: Buffer;
  /** Bytes of the lines that are new; absent: all. */
  readonly added?: readonly Range[];
}

/** Environment of git that says where objects are in ways that are git's own business. */
const LEFT_TO_GIT = [
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_QUARANTINE_PATH',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
];
/** More changes than this take long enough for a whole scan to be no great loss. */
const MOST_CHANGES = 500;

/** An index that may be looked at, in a repository that is plain. */
export interface GlancedIndex {
  readonly place: Located;
  readonly commonDir: string;
  readonly index: IndexFile;
  readonly objects: ObjectFiles;
}

/** Undefined where git must be asked, or where what is staged of settings has a say. Throws as `glanceAtIndex`. */
export function openIndex(options: GlanceOptions): GlancedIndex | undefined {
  const { env, arena, unpacker, policy } = options;
  const place = locateRepository('.', { env, ofHook: true });
  const commonDir = commonDirOf(place);
  if (commonDir === undefined || !isPlain(place, commonDir, env)) return undefined;
  const path =
    env.GIT_INDEX_FILE === undefined ? join(place.gitDir, 'index') : resolve(place.cwd, env.GIT_INDEX_FILE);
  const index = readIndexFile(readFileSync(path));
  if (!index) return undefined;
  const objects = openObjectFiles(join(commonDir, 'objects'), arena, unpacker);
  const files = new Map<string, Buffer>();
  for (const entry of index.find(policy)) {
    if (!REGULAR.test(entry.mode)) return undefined;
    files.set(entry.path.toString(), copyOf(objects.read('blob', entry.oid), arena));
  }
  return options.isSettled(files) ? { place, commonDir, index, objects } : undefined;
}

const REGULAR = /^100/;

/**
 * What a plain commit on top of HEAD would add, read from the files of the repository without git: the same that
 * `stagedSource` delivers. Undefined for everything that is not plain: then git must be asked. Throws Damage and
 * UserError in the same sense.
 */
export function glanceAtIndex(options: GlanceOptions): Iterable<StagedFile> | undefined {
  const { arena } = options;
  const opened = openIndex(options);
  if (!opened || existsSync(join(opened.place.gitDir, 'MERGE_HEAD'))) return undefined;
  const changes = changesOf(opened, arena);
  return changes && files(changes, opened.objects, arena);
}

function commonDirOf({ gitDir }: Located): string | undefined {
  const file = join(gitDir, 'commondir');
  return existsSync(file) ? resolve(gitDir, readFileSync(file, 'utf8').trimEnd()) : gitDir;
}

/** The repository is the user's own and of the first format, and nothing is redirected. */
function isPlain(
  { gitDir, topLevel }: Located,
  commonDir: string,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (topLevel === undefined) return false;
  if (LEFT_TO_GIT.some((name) => env[name] !== undefined)) return false;
  if (Object.keys(env).some((name) => name.startsWith('GITHEAD_'))) return false;
  const user = process.geteuid?.();
  const owners = [topLevel, gitDir, commonDir].map((path) => statSync(path).uid);
  if (user !== undefined && owners.some((owner) => owner !== user)) return false;
  const config = readFileSync(join(commonDir, 'config'), 'latin1');
  return !/\[\s*(?:extensions|include)/i.test(config);
}

function changesOf(
  { place: { gitDir }, commonDir, index, objects }: GlancedIndex,
  arena: Arena,
): readonly IndexChange[] | undefined {
  const commit = headCommit(gitDir, commonDir);
  if (commit === undefined) return undefined;
  const read = (kind: 'tree' | 'commit') => (oid: string) => copyOf(objects.read(kind, oid), arena);
  const tree = commit === UNBORN ? UNBORN : treeOf(read('commit')(commit));
  const compared =
    tree === undefined
      ? undefined
      : compareWithTree(index, tree, tree === UNBORN ? () => Buffer.alloc(0) : read('tree'));
  if (!compared || compared.changes.length > MOST_CHANGES) return undefined;
  const { changes, hasDeletions } = compared;
  // a file that went and one that came may be the same, moved: git tells
  if (hasDeletions && changes.some(({ old }) => !old)) return undefined;
  const hasModule = changes.some(({ mode, old }) => mode === GITLINK || old?.mode === GITLINK);
  return hasModule ? undefined : changes;
}

function copyOf([from, to]: Range, arena: Arena): Buffer {
  return Buffer.from(arena.bytes().subarray(from, to));
}

function* files(changes: readonly IndexChange[], objects: ObjectFiles, arena: Arena): Generator<StagedFile> {
  for (const { path, oid, old } of changes) {
    const named = { path: path.toString(), isNewName: !old };
    if (old?.oid === oid) {
      yield named;
      continue;
    }
    objects.forget();
    const now = objects.read('blob', oid);
    const before = old && objects.read('blob', old.oid);
    // only now: reading may have moved the memory
    const memory = arena.bytes();
    const bytesOf = ([from, to]: Range) => Buffer.from(memory.buffer, memory.byteOffset + from, to - from);
    const bytes = bytesOf(now);
    const lines = addedLines(bytes, before ? [bytesOf(before)] : []);
    yield { ...named, bytes, ...(lines ? { added: bytesOfLines(bytes, lines) } : {}) };
  }
}

const NEWLINE = 10;

/** Where half-open ranges of line numbers, from 1, lie. */
function bytesOfLines(bytes: Buffer, lines: readonly Range[]): readonly Range[] {
  let line = 1;
  let at = 0;
  const goTo = (wanted: number) => {
    for (; line < wanted && at < bytes.length; line++) {
      const newline = bytes.indexOf(NEWLINE, at);
      at = newline === -1 ? bytes.length : newline + 1;
    }
    return at;
  };
  return lines.map(([from, to]) => [goTo(from), goTo(to)]);
}
