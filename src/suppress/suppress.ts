import type { LineMap } from '../lines.js';
import { utf8 } from '../text.js';
import type {
  Chunk,
  CommitSuppression,
  Finding,
  IdleIgnore,
  Matched,
  Range,
  Skip,
  Suppression,
  Suppressor,
} from '../types.js';
import { findInlineIgnore, type InlineOptions, markedLines, type Surroundings } from './inline.js';

/** What suppresses findings, in the order in which it is asked. */
export interface SuppressionOptions {
  /** Undefined: ignore comments do not count. */
  readonly inline?: InlineOptions;
  readonly suppressors: readonly Suppressor[];
  /** Look for ignore comments that hide nothing, in all of the text. */
  readonly findUnusedMarks: boolean;
}

/** The suppression of one scan. */
export interface Suppressing {
  /** Notes the ignore comments of a chunk. */
  note(chunk: Chunk): void;
  /** The finding with the reason why it does not count, if there is one now. */
  apply(
    match: Matched,
    finding: Finding,
    where: { readonly chunk: Chunk; readonly lines: LineMap; readonly place: Range },
  ): Finding;
  /** Says of located findings which do not count for the commit that brought them in. */
  settle(findings: readonly Finding[]): readonly Finding[];
  /** Ignore comments that do nothing. */
  idle(findings: readonly Finding[]): readonly IdleIgnore[];
}

/** Prepares the suppression of one scan; `skip` is told of what could not be decided. */
export function createSuppressing(options: SuppressionOptions, skip: (skip: Skip) => void): Suppressing {
  const { inline, suppressors, findUnusedMarks } = options;
  const pending = new Map<string, CommitSuppression[]>();
  const idle = new Map<string, string>();
  const marks = new Set<string>();

  function suppressionOf(match: Matched, finding: Finding, around: Around): Suppression | undefined {
    const verdict = inline ? findInlineIgnore(finding, around, inline) : {};
    if (verdict.idle) idle.set(verdict.idle.source, verdict.idle.what);
    if (verdict.suppression) return verdict.suppression;
    for (const suppressor of suppressors) {
      const found = suppressor(match, finding, { line: around.whole, skip });
      if (!found) continue;
      if (!isList(found)) return found;
      pending.set(keyOf(finding), [...(pending.get(keyOf(finding)) ?? []), ...found]);
    }
    return undefined;
  }

  return {
    note({ origin, bytes, line, core }) {
      if (!findUnusedMarks || !inline || bytes.indexOf === undefined) return;
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      if (buffer.indexOf('keyhound:ignore') === -1) return;
      for (const number of markedLines(utf8(bytes, 0, core[1]), line)) marks.add(`${origin.path}:${number}`);
    },
    apply(match, finding, { chunk, lines, place }) {
      const suppression = suppressionOf(match, finding, around(finding, { chunk, lines, place }));
      return suppression ? { ...finding, suppression } : finding;
    },
    settle(findings) {
      if (pending.size === 0) return findings;
      const chosen = new Map<string, Suppression>();
      for (const finding of findings) {
        const fitting = pending
          .get(keyOf(finding))
          ?.find(({ commits }) => commits.has(finding.commit?.id ?? ''));
        if (!fitting) continue;
        const { commits: _, ...suppression } = fitting;
        chosen.set(keyOf(finding), suppression);
      }
      return findings.map((finding) => {
        const suppression = finding.suppression ?? chosen.get(keyOf(finding));
        return suppression ? { ...finding, suppression } : finding;
      });
    },
    idle(findings) {
      const used = new Set(findings.map(({ suppression }) => suppression?.source));
      const unused = [...marks].filter((source) => !used.has(source) && !idle.has(source));
      return [
        ...[...idle].map(([source, what]) => ({ source, what })),
        ...unused.map((source) => ({ source, what: 'hides nothing' })),
      ];
    },
  };
}

/** What a commit brought in is the same wherever later versions of the file still have it. */
function keyOf({ path, ruleId, fingerprint }: Finding): string {
  return `${path}\0${ruleId}\0${fingerprint}`;
}

function isList(found: Suppression | readonly CommitSuppression[]): found is readonly CommitSuppression[] {
  return Array.isArray(found);
}

interface Around extends Surroundings {
  whole(): string;
}

/** How much of a long line is looked at. */
const REACH = 4096;

function around(
  finding: Finding,
  { chunk, lines, place }: { readonly chunk: Chunk; readonly lines: LineMap; readonly place: Range },
): Around {
  const line = lines.lineAt(place[0]);
  const above = line[0] > 0 ? lines.lineAt(line[0] - 1) : undefined;
  const near = ([from, to]: Range, at: number) =>
    utf8(chunk.bytes, Math.max(from, at - REACH), Math.min(to, at + REACH));
  return {
    number: finding.startLine,
    line: near(line, place[0]),
    above: above ? near(above, above[0]) : '',
    before: () => utf8(chunk.bytes, 0, line[0]),
    whole: () => near([line[0], lines.lineAt(place[1])[1]], place[0]),
  };
}
