import { existsSync, fstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CONFIG_NAMES,
  cleanLine,
  type GlanceData,
  type GlanceSurroundings,
  glanceAtCommit,
  glanceAtMessage,
  holdsConfig,
  type Paint,
  type PreparedKernel,
  parseBaseline,
  workTreeOf,
} from '../hook.js';
import type { Scanned, WindowReach } from '../types.js';
import { hasIndex } from './cached-index.js';
import { isKnownHarmless } from './harmless-settings.js';
import { writeOut } from './output.js';
import { createSopsConcern } from './sops-marks.js';
import { usesColor } from './uses-color.js';

/**
 * Does what `keyhound staged` and the hooks of a commit do where there is nothing to find, and says whether that was
 * all; if not, the whole program has to run. `directory` is where the build put the data.
 */
export function glance(argv: readonly string[], directory: string): boolean {
  try {
    const scanned = look(argv, directory);
    if (scanned) writeOut([cleanLine('staged', scanned, paint())]);
    return scanned !== undefined;
  } catch {
    // whatever is in the way of a glance, the scan says it better
    return false;
  }
}

function look(argv: readonly string[], directory: string): Readonly<Scanned> | undefined {
  const [command, hook, ...rest] = argv;
  if (process.env.KEYHOUND_NO_WASM) return undefined;
  const root = workTreeOf('.', { ofHook: true });
  if (hasIndex(root)) return undefined;
  const around: GlanceSurroundings = {
    env: process.env,
    policy: POLICY,
    isSettled: (policy) => isSettled(policy, root, directory),
    mattersElse: createSopsConcern(root),
  };
  const isCommit = command === 'staged' || hook === 'pre-commit' || hook === 'pre-merge-commit';
  if (isCommit && rest.length === 0) return glanceAtCommit(readData(directory), around);
  const [dashes, file, ...more] = rest;
  // an editor leaves comments in a message, and only git knows what begins one
  if (hook !== 'commit-msg' || dashes !== '--' || !file || more.length > 0 || process.env.GIT_EDITOR !== ':')
    return undefined;
  return glanceAtMessage(readData(directory), readFileSync(file), around);
}

const PACKAGE = 'package.json';
const BASELINE = '.keyhound/baseline.json';
const POLICY = [...CONFIG_NAMES, PACKAGE, BASELINE];

/** Whether settings and baseline, as they are staged, have no say in a commit without findings. */
function isSettled(policy: ReadonlyMap<string, Buffer>, root: string, directory: string): boolean {
  // what is not staged counts where git ignores it, and git knows that
  if ([...CONFIG_NAMES, BASELINE].some((name) => !policy.has(name) && existsSync(join(root, name))))
    return false;
  const texts = new Map([...policy].map(([name, bytes]) => [name, bytes.toString()]));
  const baseline = texts.get(BASELINE);
  if (baseline !== undefined) parseBaseline(baseline, BASELINE);
  const settings = [...texts].filter(
    ([name, text]) => name !== BASELINE && (name !== PACKAGE || holdsConfig(text)),
  );
  // two of them are an error
  return settings.length < 2 && settings.every(([name, text]) => isKnownHarmless(directory, name, text));
}

function readData(directory: string): GlanceData {
  const [prepared = '', head = ''] = readFileSync(join(directory, 'hook-head.json'), 'utf8').split('\n');
  const { reach, ...kernel } = JSON.parse(prepared) as PreparedKernel & { readonly reach: WindowReach };
  return {
    kernel: readFileSync(join(directory, 'hook.wasm')),
    prepared: kernel,
    reach,
    head,
    readRules: () => readFileSync(join(directory, 'hook-rules.json'), 'utf8'),
  };
}

const PLAIN: Paint = { good: (text) => text, dim: (text) => text };
const COLORED: Paint = {
  good: (text) => `\u001b[32m\u001b[1m${text}\u001b[22m\u001b[39m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
};

function paint(): Paint {
  return usesColor('auto', isTerminal) ? COLORED : PLAIN;
}

/** Asking Node takes as long as the scan, as its module for terminals brings streams and sockets along. */
function isTerminal(): boolean {
  const stat = fstatSync(1);
  const major = (stat.rdev >> 8) % 4096;
  // of Linux's devices the pseudo terminals are 136 to 143, other terminals 4 and 5
  if (process.platform === 'linux' && major !== 4 && major !== 5) return major >= 136 && major < 144;
  return stat.isCharacterDevice() && process.stdout.isTTY === true;
}
