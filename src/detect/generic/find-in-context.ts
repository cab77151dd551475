import type { ContextDetector, ContextInput, ContextMatch } from '../context.js';
import type { Candidate } from './candidate.js';
import { candidatesIn } from './candidates.js';
import { isDressedUp } from './false-mark.js';
import { mayAnnounce } from './gate.js';
import { contextKeywords } from './keywords.js';
import { ruleIdOf } from './kind.js';
import { type Place, placeOf } from './place.js';
import { isRandom, lookAt } from './random.js';
import { contextRules } from './rules.js';
import { createScorer, type ScoreOptions, type Scorer } from './scorer.js';
import { SERVICE_RULE } from './service.js';
import { lineStart } from './window.js';

/** Log odds from which a candidate is a finding at all, and from which it is a probable one. */
export const LEAST: Readonly<Record<Place, readonly [possible: number, probable: number]>> = {
  plain: [0.2, 3],
  shown: [4, 7],
  test: [5.75, Number.POSITIVE_INFINITY],
  derived: [5, Number.POSITIVE_INFINITY],
  translated: [5, Number.POSITIVE_INFINITY],
};

/** Secrets that their context gives away: the names, options and headers they stand behind, judged by a trained model. */
export function findInContext({ text, at, path, isWanted }: ContextInput): readonly ContextMatch[] {
  const candidates = candidatesIn(text, at, isWanted);
  if (candidates.length === 0) return NONE;
  const place = placeOf(path);
  const extension = extensionOf(path);
  const [least] = LEAST[place];
  const matches: ContextMatch[] = [];
  for (const candidate of candidates) {
    if (candidate.ruleId === SERVICE_RULE) {
      if (place === 'plain') matches.push(describe(text, candidate, { odds: SERVICE_ODDS, place }));
      continue;
    }
    const odds = oddsOf(text, candidate, { extension, least, place });
    if (odds === undefined || odds < least) continue;
    const isCommented = isInComment(text, candidate.from);
    if (!isCommented || odds >= least + COMMENTED[0])
      matches.push(describe(text, candidate, { odds, place }));
  }
  return matches;
}

/** What fills lock files. */
const DIGEST = /^[0-9a-f]{32,}$/;

/** Log odds that a candidate is a secret, as the scorer gives them. One that is dressed up is judged in both forms. */
export function oddsOf(
  text: string,
  candidate: Candidate,
  { place, ...options }: ScoreOptions & { readonly place: Place },
): number | undefined {
  const value = text.slice(candidate.from, candidate.to);
  // neither words of a translation nor digests of a lock file are secrets, however much they surprise the model
  if (place === 'translated' ? !isRandom(lookAt(value)) : place === 'derived' && DIGEST.test(value))
    return undefined;
  const { score } = scorer();
  const odds = score(text, candidate, options);
  if (!candidate.dressed) return odds;
  const [from, to] = candidate.dressed;
  const made = place === 'plain' && isDressedUp(text, candidate) ? DRESSED_ODDS : undefined;
  const all = [odds, made, score(text, { ...candidate, from, to }, options)];
  const known = all.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Who writes a value as what it is not hides it: possible, whatever the model has seen. */
const DRESSED_ODDS = 2;

/** A random value that a service's name announces: not more than possible, though seldom anything else. */
const SERVICE_ODDS = 2;

/** What a comment takes from the log odds of possible and of probable: people write examples there. */
const COMMENTED = [1, 3] as const;

function isInComment(text: string, at: number): boolean {
  return /^\s*(?:#|\/\/|\/?\*|--|;|%|<!--|'|rem\b)/i.test(text.slice(lineStart(text, at), at));
}

const NONE: readonly ContextMatch[] = [];

/** The trained model, unpacked when it is first asked for. */
const scorer = once(createScorer);

function once(create: () => Scorer): () => Scorer {
  let created: Scorer | undefined;
  return () => {
    created ??= create();
    return created;
  };
}

/** What is told of a candidate: where it is, and how its odds compare with what its place asks for. */
export function describe(
  text: string,
  candidate: Candidate,
  { odds, place }: { readonly odds: number; readonly place: Place },
): ContextMatch {
  const { nameFrom, nameTo, from, to } = candidate;
  const [possible, probable] = LEAST[place];
  return {
    ruleId: ruleIdOf(text, candidate),
    from,
    to,
    confidence: odds >= probable + (isInComment(text, from) ? COMMENTED[1] : 0) ? 'probable' : 'possible',
    parts: [{ name: 'name', from: nameFrom, to: nameTo }],
    evidence: [
      { name: 'form', value: `${candidate.operator} ${candidate.quote}`, passed: true },
      { name: 'kind of file', value: place, passed: true },
      { name: 'probability', value: share(odds), threshold: share(possible), passed: odds >= possible },
    ],
  };
}

/** Log odds as a share of one. */
function share(odds: number): string {
  return (1 / (1 + Math.exp(-odds))).toFixed(3);
}

/** What the detector runs beside the rules with a format. */
export const genericContext: ContextDetector = {
  keywords: contextKeywords,
  rules: contextRules,
  mayAnnounce,
  find: findInContext,
  aspectOf: (path) => `${placeOf(path)} ${extensionOf(path)}`,
};

/** The extension that a path ends in, lower case, without the dot; empty where there is none. */
export function extensionOf(path: string): string {
  return /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
