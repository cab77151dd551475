import { type Engine, matchesIn } from './engine.js';
import { redact } from './finding.js';
import type { Chunk, Commit, Finding, Report } from './types.js';

/**
 * Takes secrets out of the words of a report that come from the repository: names of files, refs and remotes, authors,
 * reasons. A finding in `sk_live_….txt` must not tell the key by its path.
 */
export function hideInNames(report: Report, engine: Engine): Report {
  const hide = createHiding(engine);
  const { repository, findings, skipped, idleIgnores } = report;
  return {
    ...report,
    ...(repository ? { repository: hideInRepository(repository, hide) } : {}),
    findings: findings.map((finding) => hideInFinding(finding, hide)),
    skipped: skipped.map((skip) => ({ ...skip, path: hide(skip.path), reason: hide(skip.reason) })),
    ...(idleIgnores
      ? { idleIgnores: idleIgnores.map(({ source, what }) => ({ source: hide(source), what: hide(what) })) }
      : {}),
  };
}

type Hide = (text: string) => string;

/** Each text once: many findings stand in one file. */
function createHiding(engine: Engine): Hide {
  const known = new Map<string, string>();
  return (text) => {
    const hidden = known.get(text) ?? hideIn(text, engine);
    known.set(text, hidden);
    return hidden;
  };
}

/** Shortest text that is looked at; no rule asks for less. */
const SHORTEST = 8;

function hideIn(text: string, engine: Engine): string {
  if (text.length < SHORTEST) return text;
  const bytes = Buffer.from(text);
  const origin = { path: text, kind: 'name' } as const;
  const chunk: Chunk = { origin, bytes, offset: 0, line: 1, column: 1, core: [0, bytes.length] };
  let hidden = '';
  let at = 0;
  for (const { match, place } of matchesIn(chunk, engine)) {
    hidden += bytes.toString('utf8', at, place[0]) + redact(match);
    at = place[1];
  }
  // a name that is no text stays as it is, byte for byte
  return at === 0 ? text : hidden + bytes.toString('utf8', at);
}

function hideInRepository(repository: NonNullable<Report['repository']>, hide: Hide) {
  const { url, branch } = repository;
  return {
    ...repository,
    ...(url === undefined ? {} : { url: hide(url) }),
    ...(branch === undefined ? {} : { branch: hide(branch) }),
  };
}

function hideInFinding(finding: Finding, hide: Hide): Finding {
  const { path, label, commit, removed, suppression } = finding;
  return {
    ...finding,
    path: hide(path),
    ...(label === undefined ? {} : { label: hide(label) }),
    ...(commit ? { commit: hideInCommit(commit, hide) } : {}),
    ...(removed ? { removed: hideInCommit(removed, hide) } : {}),
    ...(suppression
      ? {
          suppression: {
            ...suppression,
            reason: hide(suppression.reason),
            ...(suppression.source === undefined ? {} : { source: hide(suppression.source) }),
          },
        }
      : {}),
  };
}

function hideInCommit(commit: Commit, hide: Hide): Commit {
  return commit.author === undefined ? commit : { ...commit, author: hide(commit.author) };
}
