import { isReference } from '../references.js';
import type { Candidate } from './candidate.js';

/** How ciphertexts and references to stores begin; what of it is no part of a value that only looks like one. */
const MARK =
  /^(?:ENC[[(](?:[A-Z0-9_]{2,16},)?|DEC(?:\(\d+\))?::(?:PKCS7|GPG)\[|encrypted:|\{cipher\}|(?:>>)?vault:(?:v\d+:|\/\/)?|!vault\s+|secure:(?:v\d:)?|<path:|ref\+\w+:\/\/|(?:op|bws?|doppler|infisical|sops|aws-?sm|gcp-?secrets?|keyvault|pass):\/\/|@Microsoft\.KeyVault\()/;
const LONGEST_MARK = 40;
/** What closes a mark that opens something. */
const CLOSERS = /(?:\]!?|[)>])$/;
const OPENERS = /[[(]|^<path:/;

/** Letters and digits in one word, and no path: what somebody made up or generated. */
const MADE = /^(?=.*[A-Za-z])(?=.*\d)[^\s/\\{}<>$]{6,}$/;

/** Whether a value that is no ciphertext and no reference, though it says so, is a secret for that alone. */
export function isDressedUp(text: string, { from, to, dressed }: Candidate): boolean {
  return dressed !== undefined && MADE.test(text.slice(from, to));
}

/**
 * The candidate without the mark of a ciphertext or reference that it wears and is not: `ENC[hunter2]` is judged as
 * `hunter2`. Whoever writes it so must not hide a value by it.
 */
export function withoutFalseMark(text: string, candidate: Candidate): Candidate {
  const { from, decoded, quote } = candidate;
  const mark = MARK.exec(text.slice(from, Math.min(candidate.to, from + LONGEST_MARK)))?.[0];
  if (mark === undefined || decoded !== undefined || quote === 'array') return candidate;
  const to = quote === 'bare' ? bareEnd(text, candidate, mark) : candidate.to;
  // A ciphertext may be longer than what is looked at of it.
  if (to === undefined) return candidate;
  const whole = text.slice(from, to);
  if (isReference(whole)) return { ...candidate, to };
  const closer = OPENERS.test(mark) ? (CLOSERS.exec(whole)?.[0].length ?? 0) : 0;
  return { ...candidate, from: from + mark.length, to: to - closer, dressed: [from, to] };
}

/** A bare word ends at a comma that a setting follows; within brackets it goes on to where they close. */
function bareEnd(text: string, { from, to }: Candidate, mark: string): number | undefined {
  const closer = mark.includes('[') ? ']' : mark.includes('(') ? ')' : undefined;
  if (closer === undefined || text.slice(from, to).includes(closer)) return to;
  const rest = /^[^\s"'`]*/.exec(text.slice(to))?.[0] ?? '';
  const close = rest.indexOf(closer);
  return close < 0 ? undefined : to + close + 1;
}
