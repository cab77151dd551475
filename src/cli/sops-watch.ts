import { posix, relative, sep } from 'node:path';
import { findTop } from '../index.js';
import type { SopsProblem } from '../stores.js';
import type {
  Finding,
  OwnFinding,
  Place,
  Range,
  Severity,
  Skip,
  Source,
  Watched,
  Watcher,
} from '../types.js';
import { createSopsFiles, type Scope, type SeenFile } from './sops-files.js';
import { MARKS } from './sops-marks.js';

/** How SOPS files are watched in a scan. */
export interface SopsWatch {
  /** The work tree whose `.sops.yaml` holds. */
  readonly root: string;
  readonly mode: Source['mode'];
  /** A history's versions of some paths, to find what was plain text before. */
  readonly versions?: (paths: readonly string[]) => Source;
  readonly severity: (ruleId: string) => Severity | undefined;
  readonly isWanted: (ruleId: string) => boolean;
  /** An encrypted file that this check cannot read is a gap, though the detector reads it. */
  readonly isStrict?: boolean;
}

/** What `keyhound sops check` says of files, said of what any scan reads. */
export function createSopsWatcher(watch: SopsWatch): Watcher {
  const scope = watch.mode === 'tree' ? 'tree' : watch.mode === 'history' ? 'past' : 'change';
  const { top, below, above } = placeIn(watch.root, scope);
  const files = createSopsFiles(top, scope);
  return {
    ...(scope === 'past' && { marks: MARKS }),
    see: (chunk) =>
      files.see(
        top === watch.root
          ? chunk
          : { ...chunk, origin: { ...chunk.origin, path: above(chunk.origin.path) } },
      ),
    async finish(found, { locate, key }) {
      const picked = files.picked();
      if (!picked.some((file) => scope !== 'change' || concerns(file)) && files.around().length === 0)
        return { found, own: [], skipped: [], rules: [] };
      const { sopsRuleInfos, toSopsFinding } = await import('../stores.js');
      const { problems, skipped } = await (scope === 'past'
        ? pastProblems(picked, watch)
        : presentProblems());
      const wanted = problems.filter(({ problem }) => watch.isWanted(problem.ruleId));
      const own = wanted.map(({ problem, file }) => decorate(toSopsFinding(problem, key, file.kind), file));
      const placed = locate ? await oncePerProblem(own, locate) : own;
      return {
        ...withIdentities(found, placed),
        skipped,
        rules: sopsRuleInfos(wanted.map(({ problem }) => problem)),
      } satisfies Watched;
    },
  };

  async function presentProblems(): Promise<Problems> {
    const { checkSops } = await import('../stores.js');
    const skipped: Skip[] = [];
    // Of several versions of a file in a range the last one is what counts.
    const now = new Map(files.picked().map((file) => [file.path, file]));
    const around = files.around().filter(({ path }) => !now.has(path));
    const problems = checkSops([...now.values(), ...around], (skip) => {
      const incomplete = skip.incomplete && (watch.isStrict || skip.path.endsWith('.sops.yaml'));
      skipped.push({ ...skip, incomplete: incomplete ?? false });
    });
    const placed = problems.flatMap((problem) => {
      const file = now.get(problem.path) ?? scannedNeighbour(problem.path, around);
      const named = { ...problem, path: below(problem.path), files: problem.files.map(below) };
      return file && isNew(problem, file.addedLines) ? [{ problem: named, file }] : [];
    });
    // A tree is held against every config above it, so one that cannot be read is a gap wherever it stands.
    const own = skipped.filter(
      ({ path }) => now.has(path) || (scope === 'tree' && path.endsWith('.sops.yaml')),
    );
    return { problems: placed, skipped: own.map((skip) => ({ ...skip, path: below(skip.path) })) };
  }

  function scannedNeighbour(
    path: string,
    around: readonly { path: string; text: string }[],
  ): SeenFile | undefined {
    const file = files.isSeen(path) ? around.find((file) => file.path === path) : undefined;
    return file && { ...file, kind: 'file' };
  }

  function decorate(finding: Finding, { text, object, commit }: SeenFile): OwnFinding {
    const severity = watch.severity(finding.ruleId) ?? finding.severity;
    const lines = text.split('\n', finding.startLine).slice(-2).join('\n');
    return { finding: { ...finding, severity, ...(object && { object }), ...(commit && { commit }) }, lines };
  }
}

/**
 * Of a tree that is part of a repository, the repository's top, for rules stand above the files they are about:
 * how paths of the tree are named from there, and back.
 */
function placeIn(root: string, scope: Scope) {
  const top = (scope === 'tree' && findTop(root)) || root;
  const lead = relative(top, root).split(sep).join('/');
  return {
    top,
    above: (path: string) => posix.join(lead, path),
    below: (path: string) => posix.relative(lead, path),
  };
}

interface Problems {
  readonly problems: readonly { readonly problem: SopsProblem; readonly file: SeenFile }[];
  readonly skipped: Watched['skipped'];
}

function concerns({ text, path }: SeenFile): boolean {
  return /sops|ENC\[AES256_GCM,|AGE-SECRET-KEY-/.test(text) || /(?:^|\/)\.sops\.ya?ml$/.test(path);
}

/** A value is reported where it was added; what is wrong with a file as a whole, whenever the file is touched. */
function isNew(
  { key, ruleId, startLine, endLine }: SopsProblem,
  added: readonly Range[] | undefined,
): boolean {
  if (!added || key === undefined || ruleId !== 'sops-plaintext-value') return true;
  return added.some(([from, to]) => startLine < to && endLine >= from);
}

async function pastProblems(picked: readonly SeenFile[], { versions }: SopsWatch): Promise<Problems> {
  const { checkSopsVersions } = await import('../stores.js');
  const paths = [
    ...new Set(picked.filter(({ text }) => /ENC\[AES256_GCM,/.test(text)).map(({ path }) => path)),
  ];
  const earlier = versions && paths.length > 0 ? await readVersions(versions(paths.sort())) : [];
  return { problems: checkSopsVersions(picked, earlier), skipped: [] };
}

async function readVersions(source: Source): Promise<readonly SeenFile[]> {
  const files = createSopsFiles('', 'versions');
  const context = {
    allocate: (size: number) => new Uint8Array(size),
    skip: () => {},
    scanned: { units: 0, bytes: 0, commits: 0 },
  };
  for await (const chunk of source.chunks(context)) await files.see(chunk);
  return files.picked();
}

/** The same problem in many versions of a file is one, in the version that is checked out if it is there. */
async function oncePerProblem(
  own: readonly OwnFinding[],
  locate: NonNullable<Source['locate']>,
): Promise<readonly OwnFinding[]> {
  const places = await locate(new Set(own.flatMap(({ finding }) => finding.object ?? [])));
  const kept = new Map<string, OwnFinding>();
  for (const one of own) {
    const finding = placed(one.finding, places.get(one.finding.object ?? ''));
    const other = kept.get(finding.fingerprint);
    const chosen = other && (other.finding.inHead || !finding.inHead) ? other : { ...one, finding };
    const occurrences = (other?.finding.occurrences ?? 0) + 1;
    kept.set(finding.fingerprint, { ...chosen, finding: { ...chosen.finding, occurrences } });
  }
  return [...kept.values()];
}

function placed(finding: Finding, place: Place | undefined): Finding {
  return place ? { ...finding, commit: finding.commit ?? place.commit, inHead: place.inHead } : finding;
}

/** An identity that the detector found is told once, with the files it opens. */
function withIdentities(
  found: readonly Finding[],
  own: readonly OwnFinding[],
): Pick<Watched, 'found' | 'own'> {
  const told = new Set<OwnFinding>();
  const amended = found.map((finding) => {
    const same =
      finding.ruleId === 'age-identity' &&
      own.find(
        ({ finding: { ruleId, path, startLine } }) =>
          ruleId === 'age-identity-committed' && path === finding.path && startLine === finding.startLine,
      );
    if (!same) return finding;
    told.add(same);
    return { ...finding, label: [finding.label, same.finding.snippet].filter(Boolean).join(', ') };
  });
  return { found: amended, own: own.filter((one) => !told.has(one)) };
}
