import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { createSopsFilter, type SopsFile, type SopsFilter } from '../stores.js';
import type { Chunk, Skip, Source } from '../types.js';

/** The files of a source that concern SOPS, with what was not read. */
export interface SopsFiles {
  readonly files: readonly SopsFile[];
  readonly skipped: readonly Skip[];
  readonly units: number;
  readonly bytes: number;
}

const LARGEST = 4 << 20;
const DATA_FILE = /\.(?:ya?ml|json|env|ini)$/i;

/** Reads a source once and keeps what the check needs, with the configs and encrypted neighbours of those files. */
export async function readSopsFiles(source: Source, root: string): Promise<SopsFiles> {
  const skipped: Skip[] = [];
  const scanned = { units: 0, bytes: 0, commits: 0 };
  const context = {
    allocate: (size: number) => new Uint8Array(size),
    skip: (skip: Skip) => void skipped.push(skip),
    scanned,
  };
  const surroundings = createSurroundings(root);
  const kept = new Map<string, string>();
  for await (const { path, text } of wholeFiles(source.chunks(context))) {
    if (surroundings.filterFor(path)(path, text)) kept.set(path, text);
  }
  for (const { path, text } of surroundings.files()) if (!kept.has(path)) kept.set(path, text);
  return { files: [...kept].map(([path, text]) => ({ path, text })), skipped, ...scanned };
}

/** Puts the chunks of each file together; files too large to be a SOPS file are left out. */
async function* wholeFiles(chunks: Iterable<Chunk> | AsyncIterable<Chunk>): AsyncGenerator<SopsFile> {
  let path = '';
  let text = '';
  for await (const { origin, bytes, core, offset } of chunks) {
    if (origin.kind !== 'file' && origin.kind !== 'blob') continue;
    if (offset + core[0] === 0) {
      if (path !== '') yield { path, text };
      path = origin.path;
      text = '';
    }
    if (text.length < LARGEST) text += Buffer.from(bytes.subarray(core[0], core[1])).toString('utf8');
  }
  if (path !== '') yield { path, text };
}

interface Surroundings {
  filterFor(path: string): SopsFilter;
  files(): readonly SopsFile[];
}

/** Configs above the files, and encrypted files beside them: a commit may hold a file without its config or twin. */
function createSurroundings(root: string): Surroundings {
  const seen = new Set<string>();
  const configs: SopsFile[] = [];
  const neighbours: SopsFile[] = [];
  let filter = createSopsFilter(configs);
  return {
    filterFor(path) {
      const before = configs.length;
      for (let folder = posix.dirname(path); !seen.has(folder); folder = posix.dirname(folder)) {
        seen.add(folder);
        configs.push(...read(root, posix.join(folder, '.sops.yaml')));
        neighbours.push(...encryptedIn(root, folder));
      }
      if (configs.length > before) filter = createSopsFilter(configs);
      return filter;
    },
    files: () => [...configs, ...neighbours],
  };
}

function encryptedIn(root: string, folder: string): SopsFile[] {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => DATA_FILE.test(name))
    .slice(0, 1000)
    .flatMap((name) => read(root, posix.join(folder, name)))
    .filter(({ text }) => text.includes('ENC[AES256_GCM,'));
}

function read(root: string, path: string): SopsFile[] {
  const file = join(root, ...path.split('/'));
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > LARGEST) return [];
  try {
    return [{ path, text: readFileSync(file, 'utf8') }];
  } catch {
    return [];
  }
}
