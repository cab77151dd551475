import { detectorOver } from './detect/detector.js';
import { genericContext } from './detect/generic/find-in-context.js';
import { LONE_RULE } from './detect/generic/lone-value.js';
import { unpackRules } from './detect/packed-rules.js';
import { createEncodedFinder } from './kernel/encoded.js';
import type { Kernel } from './kernel/kernel.js';
import { type PreparedKernel, prefilterOf } from './kernel/kernel-prefilter.js';
import { createKernelUnpacker } from './kernel/unpacker.js';
import { createSieve } from './sieve.js';
import { isLfsPointer } from './sources/git/lfs.js';
import { glanceAtIndex, openIndex, type StagedFile } from './sources/glance/staged-files.js';
import { createArena } from './sources/objects/arena.js';
import { windowsAround } from './sources/objects/windows.js';
import type { Scanned, Sieve, WindowReach } from './types.js';

/** What was worked out when this program was built, for all built-in rules; see scripts/hook-data.ts. */
export interface GlanceData {
  /** The module whose memory holds the prefilter's tables. */
  readonly kernel: Uint8Array;
  readonly prepared: PreparedKernel;
  /** Of all rules, whatever the sieve's says of most. */
  readonly reach: WindowReach;
  /** See PackedRules. */
  readonly head: string;
  readonly readRules: () => string;
}

/** Files above this are scanned in several chunks. */
const ONE_CHUNK = 8 * 2 ** 20;
const MEMORY = 2 ** 28;

/** What else than the rules counts in a commit. */
export interface GlanceSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths of settings and baselines. */
  readonly policy: readonly string[];
  /** Told what of them is staged; false: they can have a say where no rule matches. */
  isSettled(policy: ReadonlyMap<string, Buffer>): boolean;
  /** Says of a file that something besides the rules has to look at it. */
  mattersElse(path: string, bytes: Uint8Array): boolean;
}

/**
 * Looks whether a commit is one of those with nothing in them, which nearly all are, at a tenth of what a scan takes
 * to start: without git, without most of the rules. Gives what was scanned only where a scan would have no match of a
 * built-in rule on a new line, no skip and nothing else to say; undefined: it must be scanned.
 */
export function glanceAtCommit(data: GlanceData, around: GlanceSurroundings): Readonly<Scanned> | undefined {
  const { sieve, arena, unpacker } = openGlance(data);
  const files = glanceAtIndex({ ...around, arena, unpacker });
  if (!files) return undefined;
  const scanned: Scanned = { units: 0, bytes: 0, commits: 0 };
  for (const file of files) {
    if (!isClean(file, sieve, data.reach)) return undefined;
    if (file.bytes && around.mattersElse(file.path, file.bytes)) return undefined;
    scanned.units++;
    scanned.bytes += file.bytes?.length ?? 0;
  }
  return scanned;
}

/** The same for the message of a commit, as it will be kept. */
export function glanceAtMessage(
  data: GlanceData,
  bytes: Uint8Array,
  around: GlanceSurroundings,
): Readonly<Scanned> | undefined {
  const { sieve, arena, unpacker } = openGlance(data);
  if (!openIndex({ ...around, arena, unpacker })) return undefined;
  const isPlain = bytes.length < ONE_CHUNK && !isLfsPointer(bytes);
  if (!isPlain || sieve.judge({ path: '.git/COMMIT_EDITMSG', bytes }) !== 'clean') return undefined;
  return { units: 1, bytes: bytes.length, commits: 0 };
}

function openGlance({ kernel: module, prepared, head, readRules }: GlanceData) {
  const kernel = new WebAssembly.Instance(new WebAssembly.Module(module)).exports as unknown as Kernel;
  const table = unpackRules(head, readRules, genericContext);
  const prefilter = prefilterOf(table.keywords, prepared, kernel);
  const unpacker = createKernelUnpacker(kernel);
  const loneRule = table.contextRule(LONE_RULE);
  const sieve = createSieve({
    detector: detectorOver(table, prefilter, { context: genericContext }),
    findEncoded: createEncodedFinder(kernel),
    unpacker,
    decodeDepth: undefined,
    onCut: () => {},
    ...(loneRule ? { loneRule } : {}),
  });
  return { sieve, unpacker, arena: createArena((size) => prefilter.allocate(size), MEMORY) };
}

function isClean({ path, isNewName, bytes, added }: StagedFile, sieve: Sieve, reach: WindowReach): boolean {
  if (isNewName && sieve.judge({ path, bytes: Buffer.from(path) }) !== 'clean') return false;
  if (!bytes) return true;
  if (bytes.length >= ONE_CHUNK || isLfsPointer(bytes)) return false;
  if (!added) return sieve.judge({ path, bytes }) === 'clean';
  const ranges = windowsAround(added, reach, bytes.length);
  return added.length === 0 || sieve.judge({ path, bytes, ranges, wanted: added }) === 'clean';
}
