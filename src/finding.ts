import { type FingerprintPlace, fingerprint } from './fingerprint.js';
import type { LineMap } from './lines.js';
import { lastAtMost } from './sorted.js';
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
  const secretsWithin = createFinder(located);
  const mask = createMask(options.showSecrets ? [] : located);
  let line: { range: Range; snippet: string; place: FingerprintPlace } | undefined;
  return located.map((one) => {
    const { match, place } = one;
    const range = lines.lineAt(place[0]);
    // one line may hold thousands of secrets: what is the same for all of them is made once
    if (line?.range[0] !== range[0]) {
      const secrets = secretsWithin(range);
      const hidden = options.showSecrets ? [] : secrets;
      line = { range, snippet: mask(snippet(chunk, range, hidden)), place: placeOf(chunk, range, secrets) };
    }
    return {
      ruleId: match.rule.id,
      title: match.rule.title,
      provider: match.rule.provider,
      confidence: match.confidence,
      severity: options.severity?.(match.rule.id) ?? match.rule.severity ?? 'high',
      ...fromOrigin(chunk.origin),
      ...lines.region(place),
      redacted: options.showSecrets ? toText(match.secret) : redact(match),
      snippet: line.snippet,
      encodings: one.encodings,
      fingerprint: fingerprint(one, line.place, options.key),
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
export function redact({ rule, secret }: Match): string {
  if (!rule.pattern || secret.length < 16) return '***';
  const lower = secret.toLowerCase();
  const prefix = rule.keywords.find((keyword) => lower.startsWith(keyword.toLowerCase()));
  return prefix ? `${secret.slice(0, prefix.length)}…` : '***';
}

/** Longest snippet, in bytes on either side of the line's first secret. */
const SNIPPET_REACH = 60;

/** The line's text around its first secret; of the secrets on it no more is left than `redact` shows. */
function snippet(chunk: Chunk, [from, to]: Range, hidden: readonly LocatedMatch[]): string {
  const middle = hidden[0]?.place ?? [from, from];
  const start = Math.max(from, middle[0] - SNIPPET_REACH);
  const end = Math.min(to, middle[1] + SNIPPET_REACH);
  let text = start > from ? '…' : '';
  let at = start;
  for (const { place, match, encodings } of hidden) {
    if (place[0] >= end) break;
    if (place[0] > at) text += utf8(chunk.bytes, at, place[0]);
    if (place[1] > at) text += encodings.length === 0 ? redact(match) : '***';
    at = Math.max(at, place[1]);
  }
  if (at < end) text += utf8(chunk.bytes, at, end);
  return text + (end < to ? '…' : '');
}

/** Finds which matches, in order of place, reach into a range. */
function createFinder(ordered: readonly LocatedMatch[]): (range: Range) => readonly LocatedMatch[] {
  const starts = ordered.map(({ place }) => place[0]);
  return ([from, to]) => {
    // matches do not overlap, so of those that begin before the range only the last can reach into it
    const first = lastAtMost(starts, from);
    const last = lastAtMost(starts, to);
    return ordered.slice(first, last + 1).filter(({ place: [a, b] }) => a < to && b > from);
  };
}

/** Shortest secret whose repeats are hidden too. */
const SHORTEST_REPEAT = 4;

/** Hides every repeat of a chunk's secrets in a text, in time that does not grow with their number. */
function createMask(secrets: readonly LocatedMatch[]): (text: string) => string {
  const texts = new Set(secrets.map(({ match }) => toText(match.secret)));
  const byStart = new Map<string, string[]>();
  for (const text of [...texts].sort((a, b) => b.length - a.length)) {
    if (text.length < SHORTEST_REPEAT) continue;
    const start = text.slice(0, SHORTEST_REPEAT);
    const others = byStart.get(start);
    if (others) others.push(text);
    else byStart.set(start, [text]);
  }
  return (text) => {
    let masked = '';
    for (let at = 0; at < text.length; ) {
      const candidates = byStart.get(text.slice(at, at + SHORTEST_REPEAT));
      const found = candidates?.find((candidate) => text.startsWith(candidate, at));
      masked += found ? '***' : text[at];
      at += found?.length ?? 1;
    }
    return masked;
  };
}

/** A secret is latin1 text of its bytes; people read it as UTF-8. */
function toText(secret: string): string {
  return Buffer.from(secret, 'latin1').toString();
}
