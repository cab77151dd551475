import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HEX = /^[0-9a-f]{40}\n?$/;

/** Instead of an id: the branch has no commit yet. */
export const UNBORN = 'unborn';

/** The id of the commit that HEAD is, or UNBORN; undefined where it is not to be found in plain files. */
export function headCommit(gitDir: string, commonDir: string): string | undefined {
  const head = readText(join(gitDir, 'HEAD'));
  if (head === undefined || HEX.test(head)) return head?.trimEnd();
  const ref = /^ref: (refs\/heads\/[^\n]+)\n?$/.exec(head)?.[1];
  // a name that leaves the directory is no name of a ref
  if (ref === undefined || ref.includes('..')) return undefined;
  const loose = readText(join(commonDir, ref));
  if (loose !== undefined) return HEX.test(loose) ? loose.trimEnd() : undefined;
  return packedRef(commonDir, ref);
}

/** The tree that a commit's text begins with. */
export function treeOf(commit: Buffer): string | undefined {
  return /^tree ([0-9a-f]{40})\n/.exec(commit.toString('latin1', 0, 64))?.[1];
}

function packedRef(commonDir: string, ref: string): string | undefined {
  const text = readText(join(commonDir, 'packed-refs')) ?? '';
  const end = text.indexOf(` ${ref}\n`);
  if (end === -1) return UNBORN;
  const oid = text.slice(Math.max(0, end - 40), end);
  return HEX.test(oid) ? oid : undefined;
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'latin1') : undefined;
}
