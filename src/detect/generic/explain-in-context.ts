import type { Evidence } from '../../types.js';
import type { ContextInput } from '../context.js';
import { isReference } from '../references.js';
import type { Candidate } from './candidate.js';
import { candidatesIn } from './candidates.js';
import { extract } from './extract.js';
import { describe, extensionOf, LEAST, oddsOf } from './find-in-context.js';
import { isForeignText } from './foreign-text.js';
import { isOtherName } from './other-names.js';
import { placeOf } from './place.js';
import { isPlaceholder, isPrefix, isTemplate } from './placeholder.js';
import { isPublicValue } from './public-value.js';

/** What the context of one keyword came to, where that is no match. Offsets are indices of the text. */
export interface ContextRefusal {
  readonly ruleId?: string;
  readonly from: number;
  readonly to: number;
  readonly evidence: readonly Evidence[];
}

/** Why nothing is found behind each of the keywords that announce no secret. */
export function explainInContext({ text, at, path }: ContextInput): readonly ContextRefusal[] {
  return at.flatMap((keyword) => explainKeyword(text, keyword, path) ?? []);
}

function explainKeyword(text: string, at: number, path: string): ContextRefusal | undefined {
  const candidate = extract(text, at);
  const [judged] = candidatesIn(text, [at]);
  if (judged) return explainOdds(text, judged, path);
  if (!candidate) {
    const evidence = [
      { name: 'a value', value: 'none is assigned, or the word is part of another', passed: false },
    ];
    return { from: at, to: at, evidence };
  }
  const { from, to } = candidate;
  return {
    from,
    to,
    evidence: [{ name: 'a literal value', value: refusalOf(text, candidate), passed: false }],
  };
}

function explainOdds(text: string, candidate: Candidate, path: string): ContextRefusal | undefined {
  const place = placeOf(path);
  const options = { extension: extensionOf(path), least: Number.NEGATIVE_INFINITY, place };
  const odds = oddsOf(text, candidate, options);
  if (odds === undefined || odds >= LEAST[place][0]) return undefined;
  const { ruleId, from, to, evidence } = describe(text, candidate, { odds, place });
  return { ruleId, from, to, evidence };
}

/** Which of the refusals that need no model it was; in the order in which they are tried. */
function refusalOf(text: string, candidate: Candidate): string {
  const value = text.slice(candidate.from, candidate.to);
  if (isOtherName(text, candidate)) return 'the name is one of something else';
  if (isPlaceholder(value)) return 'a placeholder';
  if (isTemplate(value)) return 'a template';
  if (isPrefix(value)) return 'only the prefix of a token';
  if (isPublicValue(value)) return 'an address, a host, a path or a public key';
  if (isForeignText(value)) return 'text in another language';
  if (isReference(value)) return 'a reference, a ciphertext or public by nature';
  return 'code, a word of the language, text, or too short or long';
}
