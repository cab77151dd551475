import { createHash } from 'node:crypto';
import type { Accepted, Finding } from '../../index.js';
import { candidatesOn } from './candidates.js';

/** A finding, and its value while the scan runs. */
export interface Found {
  readonly finding: Finding;
  readonly secret: string;
  /** The line or lines it stands on. */
  readonly line: string;
}

/** Prepares what was accepted for being asked by many findings: gives those that a finding fits, by place or value. */
export function createMatcher(accepted: readonly Accepted[]): (found: Found) => readonly Accepted[] {
  const bySha1 = groupBy(
    accepted.filter(({ sha1 }) => sha1 !== undefined),
    ({ path, sha1 }) => `${path} ${sha1}`,
  );
  const others = groupBy(
    accepted.filter(({ sha1 }) => sha1 === undefined),
    ({ path }) => path ?? '',
  );
  return (found) => {
    const { path } = found.finding;
    const candidates = [...(others.get(path) ?? []), ...(others.get('') ?? [])];
    const hashed = bySha1.size === 0 ? [] : textsOf(found).map((text) => `${path} ${sha1Of(text)}`);
    return [
      ...candidates.filter((one) => fits(one, found)),
      ...new Set(hashed.flatMap((key) => bySha1.get(key) ?? [])),
    ];
  };
}

function fits(one: Accepted, found: Found): boolean {
  const { finding } = found;
  const { path, commit, line, isValue } = one;
  if (one.isContent) return true;
  if (isValue) return textsOf(found).some(isValue);
  const isPlace =
    commit === undefined ? finding.object === undefined : finding.object === `${commit}:${path}`;
  return isPlace && line !== undefined && finding.startLine <= line && line <= finding.endLine;
}

/** The value, and what another tool may have taken for it: more or less of the same text. */
function textsOf({ secret, line }: Found): readonly string[] {
  const [first = ''] = secret.split('\n');
  const overlaps = (text: string) =>
    text.includes(secret) || secret.includes(text) || text.includes(first.trim());
  return [secret, ...candidatesOn(line).filter(overlaps)];
}

/** A text's SHA-1 in hex, as detect-secrets keeps it. */
export function sha1Of(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
