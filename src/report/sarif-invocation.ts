import type { Report, Skip } from '../types.js';
import { pathUri, sarifText } from './escape.js';
import { grouped } from './phrase.js';

const SKIPS_LISTED = 1_000;

/** How the run went: whether it is whole, how much it read, what it did not, each skipped thing with its reason. */
export function invocation(report: Report, notes: readonly string[]) {
  const missed = report.skipped.filter((skip) => skip.incomplete);
  const left = report.skipped.filter((skip) => !skip.incomplete);
  const { units, bytes, commits } = report.scanned;
  return {
    executionSuccessful: report.outcome !== 'incomplete' && report.outcome !== 'error' && missed.length === 0,
    toolExecutionNotifications: [
      note(
        'scanned',
        'none',
        `Scanned ${grouped(units)} units, ${grouped(bytes)} bytes, ${grouped(commits)} commits.`,
      ),
      ...notes.map((text) => note('limit', 'warning', text)),
      ...skips(missed, 'not-scanned', 'error'),
      ...skips(left, 'left-out', 'note'),
    ],
  };
}

function skips(skipped: readonly Skip[], id: string, level: string) {
  const listed = skipped.slice(0, SKIPS_LISTED).map((skip) => ({
    ...note(id, level, `${sarifText(skip.reason)} (${sarifText(skip.path)}).`),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: pathUri(skip.path) || 'unnamed', uriBaseId: 'SRCROOT' },
        },
      },
    ],
  }));
  const more = skipped.length - listed.length;
  return more > 0 ? [...listed, note(id, level, `And ${grouped(more)} more of this kind.`)] : listed;
}

function note(id: string, level: string, text: string) {
  return { descriptor: { id }, level, message: { text } };
}
