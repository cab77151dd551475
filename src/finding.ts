import { type FingerprintPlace, fingerprint } from './fingerprint.js';
import type { LineMap } from './lines.js';
import { latin1, utf8 } from './text.js';
import type {
  Chunk,
  Finding,
  LocatedMatch,
  Match,
  Origin,
  Range,
  RelatedLocation,
  Severity,
} from './types.js';

/** Choices that shape findings. */
export interface FindingOptions {
  /** Key of the fingerprints: the baseline's salt, so that equal secrets have unequal fingerprints elsewhere. */
  readonly key: string;
  /** Puts the raw secret into `redacted` and `snippet`. */
  readonly showSecrets: boolean;
  readonly severity?: (ruleId: string) => Severity | undefined;
}

/** Turns the matches of one chunk into findings: the only place where a secret becomes something to print. */
export function toFindings(
  located: readonly LocatedMatch[],
  where: { readonly chunk: Chunk; readonly lines: LineMap },
  options: FindingOptions,
): readonly Finding[] {
  const { chunk, lines } = where;
  const hidden = options.showSecrets ? [] : located;
  return located.map((one) => {
    const { match, place } = one;
    return {
      ruleId: match.rule.id,
      title: match.rule.title,
      provider: match.rule.provider,
      confidence: match.confidence,
      severity: options.severity?.(match.rule.id) ?? match.rule.severity ?? 'high',
      ...fromOrigin(chunk.origin),
      ...lines.region(place),
      redacted: options.showSecrets ? toText(match.secret) : redact(match),
      snippet: snippet(chunk, lines.lineAt(place[0]), hidden),
      encodings: one.encodings,
      fingerprint: fingerprint(one, placeOf(chunk, lines.lineAt(place[0]), located), options.key),
      occurrences: 1,
      related: one.parts.map((part): RelatedLocation => ({ name: part.name, ...lines.region(part.place) })),
    };
  });
}

/** What a finding takes over from its origin: whatever is known. */
function fromOrigin({ path, kind, label, object, commit, inHead }: Origin): Pick<Finding, keyof Origin> {
  return {
    path,
    kind,
    ...(label === undefined ? {} : { label }),
    ...(object === undefined ? {} : { object }),
    ...(commit === undefined ? {} : { commit }),
    ...(inHead === undefined ? {} : { inHead }),
  };
}

/** A match's surroundings on its line, without any secret. */
function placeOf(chunk: Chunk, [from, to]: Range, secrets: readonly LocatedMatch[]): FingerprintPlace {
  let lineWithoutSecrets = '';
  let at = from;
  for (const { place } of secrets) {
    if (place[1] <= at || place[0] >= to) continue;
    lineWithoutSecrets += `${latin1(chunk.bytes, at, Math.max(at, place[0]))}\0`;
    at = place[1];
  }
  if (at < to) lineWithoutSecrets += latin1(chunk.bytes, at, Math.min(to, at + LONGEST_CONTEXT));
  return { path: chunk.origin.path, lineWithoutSecrets };
}

const LONGEST_CONTEXT = 512;

/** A rule's public prefix, where it is one, and an ellipsis: never a character that was random. */
function redact({ rule, secret }: Match): string {
  if (!rule.pattern || secret.length < 16) return '***';
  const lower = secret.toLowerCase();
  const prefix = rule.keywords.find((keyword) => lower.startsWith(keyword.toLowerCase()));
  return prefix ? `${secret.slice(0, prefix.length)}…` : '***';
}

/** Longest snippet, in bytes on either side of the line's first secret. */
const SNIPPET_REACH = 60;

/** The line's text around its first secret; every secret on it, and every repeat of one, is `***`. */
function snippet(chunk: Chunk, [from, to]: Range, secrets: readonly LocatedMatch[]): string {
  const hidden = secrets.filter(({ place: [a, b] }) => a < to && b > from);
  const middle = hidden[0]?.place ?? [from, from];
  const start = Math.max(from, middle[0] - SNIPPET_REACH);
  const end = Math.min(to, middle[1] + SNIPPET_REACH);
  let text = start > from ? '…' : '';
  let at = start;
  for (const { place } of hidden) {
    if (place[0] > at) text += utf8(chunk.bytes, at, Math.min(place[0], end));
    if (place[1] > at && place[0] < end) text += '***';
    at = Math.max(at, place[1]);
  }
  if (at < end) text += utf8(chunk.bytes, at, end);
  for (const { match } of secrets) {
    if (match.secret.length >= 4) text = text.replaceAll(toText(match.secret), '***');
  }
  return text + (end < to ? '…' : '');
}

/** A secret is latin1 text of its bytes; people read it as UTF-8. */
function toText(secret: string): string {
  return Buffer.from(secret, 'latin1').toString();
}
