import { createHmac } from 'node:crypto';
import { createLineMap, type LineMap } from './lines.js';
import { utf8 } from './text.js';
import type { Chunk, Finding, Match, Range, RelatedLocation, Segment, Severity } from './types.js';

/** Choices that shape findings. */
export interface FindingOptions {
  /** Key of the fingerprints: the baseline's salt, so that equal secrets have unequal fingerprints elsewhere. */
  readonly key: string;
  /** Puts the raw secret into `redacted` and `snippet`. */
  readonly showSecrets: boolean;
  readonly severity?: (ruleId: string) => Severity | undefined;
}

/** Turns the matches of one segment into findings: the only place where a secret becomes something to print. */
export function toFindings(
  matches: readonly Match[],
  where: { readonly chunk: Chunk; readonly segment: Segment; readonly lines?: LineMap },
  options: FindingOptions,
): readonly Finding[] {
  const { chunk, segment } = where;
  const lines = where.lines ?? createLineMap(chunk);
  const places = matches.map((match) => segment.locate(match.from, match.to));
  return matches.map((match, index) => {
    const place = places[index]!;
    const { origin } = chunk;
    return {
      ruleId: match.rule.id,
      title: match.rule.title,
      provider: match.rule.provider,
      confidence: match.confidence,
      severity: options.severity?.(match.rule.id) ?? match.rule.severity ?? 'high',
      path: origin.path,
      kind: origin.kind,
      ...lines.region(place),
      redacted: options.showSecrets ? toText(match.secret) : redact(match),
      snippet: snippet(chunk, lines.lineAt(place[0]), options.showSecrets ? [] : places),
      encodings: segment.encodings,
      fingerprint: fingerprint(match, origin.path, options.key),
      occurrences: 1,
      related: match.parts.map(
        (part): RelatedLocation => ({ name: part.name, ...lines.region(segment.locate(part.from, part.to)) }),
      ),
      ...(origin.label === undefined ? {} : { label: origin.label }),
      ...(origin.object === undefined ? {} : { object: origin.object }),
      ...(origin.commit === undefined ? {} : { commit: origin.commit }),
      ...(origin.inHead === undefined ? {} : { inHead: origin.inHead }),
    };
  });
}

/** A rule's public prefix, where it is one, and an ellipsis: never a character that was random. */
function redact({ rule, secret }: Match): string {
  if (!rule.pattern || secret.length < 16) return '***';
  const lower = secret.toLowerCase();
  const prefix = rule.keywords.find((keyword) => lower.startsWith(keyword.toLowerCase()));
  return prefix ? `${secret.slice(0, prefix.length)}…` : '***';
}

/** Longest snippet, in bytes on either side of the line's first secret. */
const SNIPPET_REACH = 60;

/** The line's text around its first secret, with every secret on it replaced by `***`. */
function snippet(chunk: Chunk, [from, to]: Range, secrets: readonly Range[]): string {
  const hidden = secrets.filter(([a, b]) => a < to && b > from).sort((x, y) => x[0] - y[0]);
  const middle = hidden[0] ?? [from, from];
  const start = Math.max(from, middle[0] - SNIPPET_REACH);
  const end = Math.min(to, Math.max(middle[1], middle[0]) + SNIPPET_REACH);
  const { bytes } = chunk;
  let text = start > from ? '…' : '';
  let at = start;
  for (const [a, b] of hidden) {
    if (a >= end) break;
    if (a > at) text += utf8(bytes, at, a);
    if (b > at) text += '***';
    at = Math.max(at, b);
  }
  if (at < end) text += utf8(bytes, at, end);
  return text + (end < to ? '…' : '');
}

/** A secret is latin1 text of its bytes; people read it as UTF-8. */
function toText(secret: string): string {
  return Buffer.from(secret, 'latin1').toString();
}

/**
 * What makes a finding the same one tomorrow: its rule and value, keyed; never line, column or commit.
 * A value that could be guessed is bound to its path, and contributes nothing of itself.
 */
function fingerprint({ rule, secret }: Match, path: string, key: string): string {
  const identity = secret.length >= 20 ? `v\0${rule.id}\0${secret}` : `p\0${rule.id}\0${path}`;
  return createHmac('sha256', key).update(identity).digest('hex').slice(0, 32);
}
