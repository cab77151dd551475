import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Accepted,
  type BaselineEntry,
  blobSource,
  type Finding,
  listTracked,
  type Rule,
  type Source,
  scan,
  treeSource,
} from '../../index.js';
import { candidatesOn } from './candidates.js';
import { createMatcher, sha1Of } from './match-accepted.js';

/** What has become of what another tool accepted. */
export interface Resolved {
  readonly entries: readonly BaselineEntry[];
  /** Still there, and nothing that keyhound reports. */
  readonly quiet: readonly Accepted[];
  /** No longer where it was: nothing to accept. */
  readonly stale: readonly Accepted[];
}

interface Setting {
  readonly root: string;
  readonly rules: readonly Rule[];
  /** The baseline's salt. */
  readonly key: string;
}

/** Looks where the other tool found something, and gives baseline entries for what keyhound finds there now. */
export async function resolveAccepted(accepted: readonly Accepted[], setting: Setting): Promise<Resolved> {
  const seen = new Map<Accepted, Finding[]>();
  const current = accepted.filter(
    ({ isContent, path }) => !isContent || isContent(read(setting.root, path!)),
  );
  const matching = createMatcher(current);
  const unread: string[] = [];
  for (const source of sourcesOf(current, setting)) {
    const { skipped } = await scan({
      source,
      rules: setting.rules,
      inlineIgnores: false,
      finding: { key: setting.key },
      suppressors: [
        ({ secret }, finding, context) => {
          const found = { finding, secret: Buffer.from(secret, 'latin1').toString(), line: context.line() };
          for (const one of matching(found)) seen.set(one, [...(seen.get(one) ?? []), finding]);
          return undefined;
        },
      ],
    });
    unread.push(...skipped.map(({ reason }) => reason));
  }
  const entries = new Map<string, BaselineEntry>();
  const resolved = new Set<Accepted>();
  for (const one of current) {
    for (const { ruleId, path, fingerprint } of chosen(one, seen.get(one) ?? [])) {
      resolved.add(one);
      if (entries.get(fingerprint)?.state === 'false-positive') continue;
      entries.set(fingerprint, { path, ruleId, fingerprint, state: one.state, reason: one.reason });
    }
  }
  const rest = accepted.filter((one) => !resolved.has(one));
  const isUnread = ({ commit, path }: Accepted) =>
    unread.some((why) => why.startsWith(`${commit}:${path}: `));
  const isThere = (one: Accepted) => current.includes(one) && stands(one, setting.root) && !isUnread(one);
  return {
    entries: [...entries.values()],
    quiet: rest.filter(isThere),
    stale: rest.filter((one) => !isThere(one)),
  };
}

/** The files and commits that are named; where a value is named without a file, all files. */
function sourcesOf(accepted: readonly Accepted[], { root }: Setting): readonly Source[] {
  const isAnywhere = accepted.some(({ path }) => path === undefined);
  const named = new Set(
    accepted.flatMap(({ path, commit, isValue }) => (path && (!commit || isValue) ? [path] : [])),
  );
  const targets = isAnywhere ? [root] : [...named].filter((path) => isFile(join(root, path)));
  const blobs = new Map(
    accepted.flatMap(({ path, commit }) => (path && commit ? [[`${commit}:${path}`, path] as const] : [])),
  );
  return [
    ...(targets.length > 0 ? [treeSource({ root, targets, listTracked })] : []),
    ...(blobs.size > 0 && existsSync(join(root, '.git'))
      ? [blobSource({ repository: root, blobs: [...blobs].map(([object, path]) => ({ object, path })) })]
      : []),
  ];
}

/**
 * Of the findings on the line of one that is known by place, those of its rule. Where rules draw their bounds
 * differently a lone one does too, if either is for any value with a telling name; any other may have come later.
 */
function chosen({ rules, line, isValue, sha1 }: Accepted, findings: readonly Finding[]): readonly Finding[] {
  if (isValue || sha1 || line === undefined || !rules) return findings;
  const same = findings.filter(({ ruleId }) => rules.includes(ruleId));
  if (same.length > 0 || findings.length !== 1) return same;
  return [...rules, findings[0]!.ruleId].some((id) => id.startsWith('generic-')) ? findings : [];
}

/** Whether what was accepted still stands on its line, found by a rule or not; in a commit it does for ever. */
function stands(one: Accepted, root: string): boolean {
  const { path, line, commit, isValue, sha1 } = one;
  if (commit !== undefined || path === undefined || !isFile(join(root, path))) return commit !== undefined;
  const text = read(root, path).toString().split('\n')[(line ?? 1) - 1];
  if (text === undefined || (!isValue && !sha1)) return text !== undefined;
  return candidatesOn(text).some((candidate) => (isValue ? isValue(candidate) : sha1Of(candidate) === sha1));
}

/** Larger files are not searched for a value again. */
const LARGEST = 4 << 20;

function read(root: string, path: string): Buffer {
  const file = join(root, path);
  return isFile(file) && statSync(file).size <= LARGEST ? readFileSync(file) : Buffer.alloc(0);
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
