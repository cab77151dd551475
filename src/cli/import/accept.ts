import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Accepted,
  type BaselineEntry,
  blobSource,
  type Finding,
  listTracked,
  type Matched,
  type Rule,
  type Source,
  scan,
  treeSource,
} from '../../index.js';
import { candidatesOn } from './candidates.js';

/** What has become of what another tool accepted. */
export interface Resolved {
  readonly entries: readonly BaselineEntry[];
  /** Still there, and nothing that keyhound reports. */
  readonly quiet: readonly Accepted[];
  /** No longer there: nothing to accept. */
  readonly stale: readonly Accepted[];
}

interface Setting {
  readonly root: string;
  readonly rules: readonly Rule[];
  /** The baseline's salt. */
  readonly key: string;
}

/** A finding at a place that was looked at, with what is known of its value while the scan runs. */
interface Seen {
  readonly finding: Finding;
  readonly by: ReadonlySet<Accepted>;
}

/** Looks where the other tool found something, and gives baseline entries for what keyhound finds there now. */
export async function resolveAccepted(accepted: readonly Accepted[], setting: Setting): Promise<Resolved> {
  const seen: Seen[] = [];
  const current = accepted.filter(
    ({ isContent, path }) => !isContent || isContent(read(setting.root, path!)),
  );
  const unread: string[] = [];
  for (const source of sourcesOf(current, setting)) {
    const { skipped } = await scan({
      source,
      rules: setting.rules,
      inlineIgnores: false,
      finding: { key: setting.key },
      suppressors: [
        (match, finding, context) => {
          const by = current.filter((one) => fits(one, { match, finding, line: context.line() }));
          if (by.length > 0) seen.push({ finding, by: new Set(by) });
          return undefined;
        },
      ],
    });
    unread.push(...skipped.map(({ reason }) => reason));
  }
  const entries = new Map<string, BaselineEntry>();
  const resolved = new Set<Accepted>();
  for (const one of current) {
    for (const { ruleId, path, fingerprint } of chosen(one, seen)) {
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

/** Whether a finding is at the place that was accepted, or shows the value. */
function fits(
  one: Accepted,
  { match, finding, line }: { match: Matched; finding: Finding; line: string },
): boolean {
  if (one.path !== undefined && one.path !== finding.path) return false;
  if (one.isContent) return true;
  const isCommit = one.commit !== undefined && finding.object === `${one.commit}:${one.path}`;
  if (one.isValue) {
    const secret = Buffer.from(match.secret, 'latin1').toString();
    const { isValue } = one;
    return isValue(secret) || candidatesOn(line).some((text) => isValue(text) && overlap(text, secret));
  }
  const isPlace = one.commit === undefined ? finding.object === undefined : isCommit;
  return isPlace && one.line !== undefined && finding.startLine <= one.line && one.line <= finding.endLine;
}

/** Another tool may take more or less of the same text for the secret. */
function overlap(text: string, secret: string): boolean {
  const [first = ''] = secret.split('\n');
  return text.includes(secret) || secret.includes(text) || text.includes(first.trim());
}

/** Of several findings on the line of one that is known by place, those of its rule. */
function chosen(one: Accepted, seen: readonly Seen[]): readonly Finding[] {
  const findings = seen.filter(({ by }) => by.has(one)).map(({ finding }) => finding);
  if (one.isValue || one.isContent || findings.length < 2 || !one.rules) return findings;
  return findings.filter(({ ruleId }) => one.rules!.includes(ruleId));
}

/** Whether what was accepted still stands in the work tree, found by a rule or not; in a commit it does for ever. */
function stands({ path, line, commit, isValue }: Accepted, root: string): boolean {
  if (commit !== undefined || path === undefined) return commit !== undefined;
  if (!isFile(join(root, path))) return false;
  const lines = read(root, path).toString().split('\n');
  if (!isValue) return line === undefined || line <= lines.length;
  return lines.some((text) => candidatesOn(text).some(isValue));
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
