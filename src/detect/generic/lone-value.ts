import type { ContextMatch } from '../context.js';
import { isReference } from '../references.js';
import { placeOf } from './place.js';
import { isPlaceholder } from './placeholder.js';
import { isRandom, LEAST_ENTROPY, lookAt } from './random.js';

/** The rule of what is found here. */
export const LONE_RULE = 'key-file';

/** The longest file, in bytes, that is looked at as a whole. */
export const MOST_LONE = 640;

/** One token, in quotes or bare, and nothing else. */
const LONE = /^\s*(["'`]?)([A-Za-z0-9_+/=.|:~-]{16,512})\1[,;]?\s*$/;
/** Files that hold a digest, a revision, a public key or a list of ids by their name. */
const OTHER_FILE =
  /(?:[._-](?:md5|sha\d{0,3}|sums?|hash|checksum|digest|asc|sig|rev|revision|version|etag|pub|commit|uuid|guid|id|lock|public)(?:\.(?:md|txt))?|(?:^|\/)(?:[A-Z_]*HEAD|version|revision|commit|checksum|digest|uuid|cname|machine-id))$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Digits of SHA-1, SHA-224, SHA-256, SHA-384 and SHA-512. */
const DIGEST_LENGTHS = [40, 56, 64, 96, 128];

/**
 * The value of a file that holds one random token and nothing else, as key files, `.token` and `.vault-pass` do.
 * Digests, ids, words and paths are none; nor is anything in a folder of tests or of examples.
 */
export function findLoneValue(text: string, path: string): ContextMatch | undefined {
  const value = LONE.exec(text)?.[2];
  if (value === undefined || OTHER_FILE.test(path) || placeOf(path) !== 'plain') return undefined;
  if (UUID.test(value) || isPlaceholder(value) || isReference(value)) return undefined;
  const shape = lookAt(value);
  if (!isRandom(shape) || (shape.isHex && DIGEST_LENGTHS.includes(value.length))) return undefined;
  const from = text.indexOf(value);
  const to = from + value.length;
  const evidence = [
    { name: 'nothing else in the file', value: `${value.length} characters`, passed: true },
    { name: 'entropy', value: shape.entropy.toFixed(2), threshold: `${LEAST_ENTROPY}`, passed: true },
  ];
  return { ruleId: LONE_RULE, from, to, confidence: 'possible', parts: [], evidence };
}
