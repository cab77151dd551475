import type { Companion, Confidence, Evidence, Match, MatchPart, Range, Rule } from '../types.js';
import { checks } from './checks.js';
import { entropy } from './entropy.js';
import { readsAsPhrase } from './phrase.js';
import { isPlaceholder } from './placeholder.js';

const LONGEST_TOKEN = 512;

/**
 * Decides whether what a rule's expression found is a secret, and how sure that is.
 * `text` is the latin1 window, `place` the secret's range in it. Nothing where a check refuses it, and then `onRefused`
 * is told why.
 */
export function judge(
  rule: Rule,
  text: string,
  place: Range,
  onRefused?: (evidence: readonly Evidence[]) => void,
): Omit<Match, 'text'> | undefined {
  const secret = text.slice(place[0], place[1]);
  const verdict = rule.check ? checks[rule.check]?.(secret) : undefined;
  const evidence = [...examine(rule, secret, verdict)];
  const parts: MatchPart[] = [];
  for (const companion of rule.companions ?? []) {
    const part = findCompanion(companion, text, place);
    if (part) parts.push(part);
    else if (companion.required)
      evidence.push({ name: companion.name, value: 'not found nearby', passed: false });
  }
  if (evidence.some(({ passed }) => !passed)) {
    onRefused?.(evidence);
    return undefined;
  }
  const confidence: Confidence = verdict === 'proven' ? 'certain' : (rule.confidence ?? 'probable');
  return { rule, secret, from: place[0], to: place[1], confidence, parts, evidence };
}

/** Every check of the value, in the order of its cost. */
function* examine(rule: Rule, secret: string, verdict: string | undefined): Generator<Evidence> {
  if (rule.check && verdict) yield { name: rule.check, value: verdict, passed: verdict !== 'refuted' };
  if (rule.exclude) yield { name: 'excluded by the rule', value: '', passed: !rule.exclude.test(secret) };
  if (rule.minEntropy !== undefined) {
    const bits = entropy(secret);
    yield {
      name: 'entropy',
      value: bits.toFixed(2),
      threshold: `${rule.minEntropy}`,
      passed: bits >= rule.minEntropy,
    };
  }
  if (verdict === 'proven') return;
  yield { name: 'not a placeholder', value: '', passed: !isPlaceholder(secret) };
  // a private key holds long stretches of base64, and proves itself or not by its structure
  if (secret.length < LONGEST_TOKEN)
    yield { name: 'not a phrase', value: '', passed: !readsAsPhrase(secret) };
}

/** The companion nearest to the match on either side. */
function findCompanion(companion: Companion, text: string, [from, to]: Range): MatchPart | undefined {
  const start = Math.max(0, from - companion.within);
  const area = text.slice(start, to + companion.within);
  const regex = new RegExp(companion.pattern.source, `${companion.pattern.flags.replace(/[gyd]/g, '')}dg`);
  let best: MatchPart | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const { indices } of area.matchAll(regex)) {
    const range = indices?.groups?.value ?? indices?.[0];
    if (!range) continue;
    const part = { name: companion.name, from: start + range[0], to: start + range[1] };
    const distance = part.to <= from ? from - part.to : part.from - to;
    if (distance >= 0 && distance < bestDistance) {
      best = part;
      bestDistance = distance;
    }
  }
  return best;
}
