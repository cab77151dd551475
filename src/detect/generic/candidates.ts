import { isReference } from '../references.js';
import { printableText } from './base64-text.js';
import { isBinary } from './binary.js';
import type { Candidate } from './candidate.js';
import { kindOf, LOWER, NAME, UPPER } from './characters.js';
import { extract } from './extract.js';
import { isForeignText } from './foreign-text.js';
import { isInsert, readInserts } from './inserts.js';
import { readManifest } from './manifest.js';
import { isOtherName } from './other-names.js';
import { isPlaceholder, isPrefix, isTemplate } from './placeholder.js';
import { isPublicValue, isSolanaAccount } from './public-value.js';
import { isWordValue } from './word-value.js';

/** The distinct candidates that the keywords at `places` announce, after the cheap refusals, in order. */
export function candidatesIn(
  text: string,
  places: readonly number[],
  isWanted: (from: number, to: number) => boolean = () => true,
): Candidate[] {
  const found: Candidate[] = [];
  /** Where values of candidates begin that have their rule already. */
  const ruled = new Set<number>();
  const add = (candidate: Candidate) => {
    found.push(candidate);
    if (candidate.ruleId !== undefined) ruled.add(candidate.from);
  };
  const isGood = (candidate: Candidate) =>
    isWanted(candidate.from, candidate.to) && isWorthJudging(text, candidate);
  for (const at of places) {
    const last = found[found.length - 1];
    // The keyword stands in the name of the candidate before: it would be found again.
    if (last !== undefined && at > last.nameFrom && at < last.nameTo) continue;
    const many = isManifest(text, at) ? readManifest : isInsert(text, at) ? readInserts : undefined;
    if (many) {
      many(text, at).filter(isGood).forEach(add);
      continue;
    }
    const candidate = extract(text, at);
    if (candidate === undefined || !isGood(candidate)) continue;
    if (!ruled.has(candidate.from)) add(candidate);
  }
  return found;
}

/** `kind: Secret`, `"kind": "Secret"`: no keyword of anything else starts so. */
function isManifest(text: string, at: number): boolean {
  return text.startsWith('kind', at) || text.startsWith('"kind', at);
}

const LEAST_VALUE = 4;
const MOST_VALUE = 2048;
/** Words of languages and settings that stand where a value could. */
const LITERAL =
  /^(?:true|false|yes|no|on|off|null|nil|none|undefined|self|this|super|string|str|int|bool|boolean|bytes?|char|object|any|void|optional|required|new|await|return|function|func|lambda|default|empty|text|hidden|password|passwd|secret|token|key|signature|nullptr|NaN)$/i;

/** Base64 of words: a text, not a key. */
function isProse(text: string | undefined): boolean {
  if (text === undefined) return false;
  return LITERAL.test(text) || isPlaceholder(text) || /^[A-Za-z]+(?: [A-Za-z]+){2,}[.!?]?$/.test(text);
}

/** Letters beyond ASCII as settings files escape them: a translation. */
const TRANSLATED = /\\u(?!00[0-7])[0-9a-fA-F]{4}/;

function isWorthJudging(text: string, candidate: Candidate): boolean {
  const { from, to, quote, decoded } = candidate;
  const length = to - from;
  if (length < LEAST_VALUE || length > MOST_VALUE) return false;
  if (isBinary(text, from, to)) return false;
  if (quote === 'array') return true;
  if (decoded !== undefined) return decoded.length >= LEAST_VALUE;
  if (!hasLetterOrDigits(text, from, to)) return false;
  if (isOtherName(text, candidate) || isEncryptedAwsKey(text, candidate)) return false;
  if (isJenkinsLookup(text, candidate) || isWithinArn(text, candidate)) return false;
  if (isCode(text, candidate) || hasControls(text, from, to)) return false;
  const value = text.slice(from, to);
  if (quote === 'bare' && (TRANSLATED.test(value) || MENTION.test(value) || value.includes('${{')))
    return false;
  if (isKeyId(text, candidate, value) || isPlainUrl(value)) return false;
  if (LITERAL.test(value) || isPlaceholder(value) || isTemplate(value) || isPrefix(value)) return false;
  if (isReference(value) || isPublicValue(value) || isSolanaAccount(text, from, value)) return false;
  return !isForeignText(value) && !isWordValue(text, candidate, value) && !isProse(printableText(value));
}

/** `credentials('id')` of a Jenkins pipeline: the id of an entry in Jenkins' own store. */
function isJenkinsLookup(text: string, { nameFrom, from }: Candidate): boolean {
  return /=\s?credentials\(\s*['"]$/.test(text.slice(Math.max(0, nameFrom - 2), from).slice(-120));
}

/** `arn:aws:secretsmanager:…:secret:name`: what a part of a name is called. */
function isWithinArn(text: string, { nameFrom }: Candidate): boolean {
  if (text.charCodeAt(nameFrom - 1) !== 58) return false;
  return /\barn:aws(?:-[a-z]+)*:[a-z0-9-]+:[\w-]*:\d*:$/.test(
    text.slice(Math.max(0, nameFrom - 80), nameFrom),
  );
}

/** The id or fingerprint of an OpenPGP key, as gpg prints it. */
function isKeyId(text: string, { nameFrom, nameTo }: Candidate, value: string): boolean {
  if (!/^(?:0x)?(?:[0-9A-F]{8}){1,5}$/.test(value) || !/key$/i.test(text.slice(nameFrom, nameTo)))
    return false;
  return /(?:\b|_)(?:gpg|pgp|rsa|dsa|eddsa|apt|rpm|yum|deb|repo|signing|signature)[\w: ]{0,24}$/i.test(
    text.slice(Math.max(0, nameFrom - 40), nameTo),
  );
}

/** An address without user, query or long random part. */
function isPlainUrl(value: string): boolean {
  return /^https?:\/\/[^\s@?#]+$/.test(value) && !/[\w-]{20}/.test(value.replace(/[A-Za-z]{3,}[-_.]/g, ''));
}

/** Somebody's account, as prose and code review name it: `@octocat`. */
const MENTION = /^@[A-Za-z][A-Za-z-]*$/;

/** AWS's secret keys are 40 characters of base64 without padding; with padding it is something made from one. */
function isEncryptedAwsKey(text: string, { nameFrom, nameTo, from, to }: Candidate): boolean {
  return (
    text.charCodeAt(to - 1) === 61 &&
    to - from > 44 &&
    /secret_?access_?key$/i.test(text.slice(nameFrom, nameTo))
  );
}

/** Characters that nobody can write: what `%02X` is when read as an escape. */
function hasControls(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) < 9) return true;
  return false;
}

/** `"key",null,0,!1,x`: numbers and names in the calls of minified code. */
function isArguments(text: string, { operator, from, to }: Candidate): boolean {
  return operator === ',' && text.slice(from, to).includes(',');
}

/** `key = new PublicKey("v")`. */
function isPublicKeyCall(text: string, { gapFrom, gapTo }: Candidate): boolean {
  return gapTo > gapFrom && /pub(?:lic)?_?key\b/i.test(text.slice(gapFrom, gapTo));
}

function hasLetterOrDigits(text: string, from: number, to: number): boolean {
  let digits = 0;
  for (let i = from; i < to; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if ((kind & (LOWER | UPPER)) !== 0) return true;
    if ((kind & 4) !== 0 && ++digits >= 5) return true;
  }
  return false;
}

/** `f(x)`, `a.b(c)`, `a[b]`: calls and element access are no literals. */
function isCode(text: string, candidate: Candidate): boolean {
  const { quote, from, to } = candidate;
  if (quote !== 'bare') return isPublicKeyCall(text, candidate);
  if (isArguments(text, candidate)) return true;
  const start = text.charCodeAt(from) === 40 ? from + 1 : from;
  for (let i = start + 1; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 40 && code !== 91) continue;
    const before = kindOf(text.charCodeAt(i - 1));
    if ((before & NAME) !== 0 && isIdentifier(text, start, i)) return true;
  }
  return false;
}

function isIdentifier(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if ((kindOf(code) & 15) === 0 && code !== 58 && code !== 63) return false;
  }
  return true;
}
