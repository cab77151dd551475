import { createHash } from 'node:crypto';
import type { Finding, Region, Suppression } from '../types.js';
import { pathUri, plain, sarifText } from './escape.js';
import { LEVELS } from './sarif-rule.js';

const RANKS = { certain: 95, probable: 75, possible: 40 } as const;
const RELATED_SHOWN = 100;

interface Place {
  readonly ruleIndex: number;
  /** Which of the findings with the same secret and path this is, from 1. */
  readonly occurrence: number;
  /** Whether suppressed findings are in the file; GitHub would show them as open. */
  readonly full: boolean;
}

/** A finding as a SARIF result. */
export function sarifResult(finding: Finding, { ruleIndex, occurrence, full }: Place) {
  return {
    ruleId: finding.ruleId,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    kind: 'fail',
    level:
      finding.confidence === 'possible' && LEVELS[finding.severity] === 'error'
        ? 'warning'
        : LEVELS[finding.severity],
    rank: RANKS[finding.confidence],
    message: { text: message(finding) },
    locations: [location(finding, finding, { text: plain(finding.redacted) || '***' })],
    ...relatedLocations(finding),
    partialFingerprints: { 'keyhound/v1': finding.fingerprint, ...lineHash(finding, occurrence) },
    ...(full ? { baselineState: stateOf(finding), suppressions: suppressions(finding.suppression) } : {}),
    properties: properties(finding),
  };
}

function message(finding: Finding): string {
  const where = finding.label ? ` in ${sarifText(finding.label)}` : '';
  const gone =
    finding.inHead === false
      ? ' It is no longer in HEAD, but in the history for everybody who can read it.'
      : '';
  const times = finding.occurrences > 1 ? ` Seen ${finding.occurrences} times here.` : '';
  return `${sarifText(finding.title)} (${sarifText(finding.redacted)}), ${finding.confidence}${where}.${times}${gone}`;
}

function location(finding: Finding, region: Region, snippet?: { text: string }) {
  const { startLine, startColumn, endLine, endColumn } = region;
  return {
    physicalLocation: {
      artifactLocation: { uri: pathUri(finding.path) || 'unnamed', uriBaseId: 'SRCROOT' },
      region: { startLine, startColumn, endLine, endColumn, ...(snippet ? { snippet } : {}) },
    },
  };
}

function relatedLocations(finding: Finding) {
  const parts = finding.related.slice(0, RELATED_SHOWN);
  if (parts.length === 0) return {};
  return {
    relatedLocations: parts.map((part, id) => ({
      id,
      ...location(finding, part),
      message: { text: `${sarifText(part.name)}.` },
    })),
  };
}

/**
 * GitHub tells alerts apart by this hash. Where the line is in the checkout the upload fills it in, better than we
 * could without an oracle for short passwords in a public file; elsewhere it is ours, derived from the fingerprint.
 */
function lineHash(finding: Finding, occurrence: number) {
  if (!finding.commit || finding.inHead) return {};
  const hash = createHash('sha256').update(finding.fingerprint).digest('hex').slice(0, 16);
  return { primaryLocationLineHash: `${hash}:${occurrence}` };
}

/** What is in the baseline was there before. What is in it and no longer found has no place; a notification says so. */
function stateOf({ suppression }: Finding): string {
  return suppression?.by === 'baseline' ? 'unchanged' : 'new';
}

function suppressions(suppression: Suppression | undefined) {
  if (!suppression) return [];
  const kind = suppression.by === 'inline' ? 'inSource' : 'external';
  return [{ kind, status: 'accepted', justification: plain(suppression.reason) || 'No reason was given.' }];
}

function properties(finding: Finding) {
  const { confidence, severity, provider, kind, encodings, object, commit, inHead, occurrences } = finding;
  const author = commit?.author === undefined ? {} : { author: plain(commit.author) };
  return {
    ...{ confidence, severity, provider, kind, occurrences, inHead, object },
    ...(encodings.length > 0 ? { encodings } : {}),
    ...(commit ? { commit: { id: commit.id, date: commit.date, ...author } } : {}),
  };
}
