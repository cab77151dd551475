import type { IdleIgnore, Report, Skip } from '../types.js';
import { pathUri, sarifText } from './escape.js';
import { grouped } from './phrase.js';

/** Most notifications of a kind. */
const LISTED = 1_000;

/** How the run went: whether it is whole, how much it read, what it did not, each skipped thing with its reason. */
export function invocation(report: Report, notes: readonly string[]) {
  const missed = report.skipped.filter((skip) => skip.incomplete);
  const left = report.skipped.filter((skip) => !skip.incomplete);
  const { units, bytes, commits } = report.scanned;
  const scanned = `Scanned ${grouped(units)} units, ${grouped(bytes)} bytes, ${grouped(commits)} commits.`;
  return {
    executionSuccessful: report.outcome !== 'incomplete' && report.outcome !== 'error' && missed.length === 0,
    toolExecutionNotifications: [
      { ...kind('scanned', 'none'), ...message(scanned) },
      ...notes.map((text) => ({ ...kind('limit', 'warning'), ...message(text) })),
      ...listed(missed.map(skip), kind('not-scanned', 'error')),
      ...listed(left.map(skip), kind('left-out', 'note')),
      ...listed((report.idleIgnores ?? []).map(idle), kind('idle-ignore', 'note')),
    ],
  };
}

/** The first notifications of a kind, and how many more there are. */
function listed<N>(all: readonly N[], kind: object) {
  const shown = all.slice(0, LISTED).map((one) => ({ ...kind, ...one }));
  const more = all.length - shown.length;
  return more > 0 ? [...shown, { ...kind, ...message(`And ${grouped(more)} more of this kind.`) }] : shown;
}

function skip({ path, reason }: Skip) {
  const artifactLocation = { uri: pathUri(path) || 'unnamed', uriBaseId: 'SRCROOT' };
  return {
    ...message(`${sarifText(reason)} (${sarifText(path)}).`),
    locations: [{ physicalLocation: { artifactLocation } }],
  };
}

function idle({ source, what }: IdleIgnore) {
  return message(`An ignore ${sarifText(what)} (${sarifText(source)}).`);
}

function kind(id: string, level: string) {
  return { descriptor: { id }, level };
}

function message(text: string) {
  return { message: { text } };
}
