import { isCredentialWord } from './anchor.js';
import { readAssignment } from './assignment.js';
import type { Candidate } from './candidate.js';
import { readOption, readSecureString } from './command.js';
import { withoutFalseMark } from './false-mark.js';
import { decodePair, readHeader } from './header.js';
import { readService } from './service.js';
import { serviceLength } from './services.js';
import { readIdentifiedBy } from './sql.js';
import { readUrl } from './url.js';

/** How far behind a keyword a value may end. */
const MAX_AHEAD = 2048;

/** The credential, if any, that the keyword at `at` announces; the keyword is told by its own first characters. */
export function extract(text: string, at: number): Candidate | undefined {
  const candidate = read(text, at);
  return candidate && withoutFalseMark(text, candidate);
}

function read(text: string, at: number): Candidate | undefined {
  const limit = Math.min(text.length, at + MAX_AHEAD);
  const service = serviceLength(text, at);
  if (service > 0) return readService(text, at, { nameTo: at + service, limit });
  switch (text.charCodeAt(at) | 32) {
    case 58:
      return readUrl(text, at, limit);
    case 32:
      return readOption(text, at, limit);
    case 45:
      return readOption(text, at, limit);
    case 98:
      return readHeader(text, at, limit);
    case 105:
      return readIdentifiedBy(text, at, limit);
    case 115:
      if ((text.charCodeAt(at + 3) | 32) === 117) return readSecureString(text, at, limit);
      return readNamed(text, at, limit);
    default:
      return readNamed(text, at, limit);
  }
}

function readNamed(text: string, at: number, limit: number): Candidate | undefined {
  return isCredentialWord(text, at) ? skipScheme(text, readAssignment(text, at, limit)) : undefined;
}

const SCHEME =
  /^(?:bearer|basic|token|apikey|api-key|digest|negotiate|oauth|bot|key|splunk|sso-key)(?:\s+(?:token=)?|:)/i;

/** Parameters of a request that is signed for once (RFC 5849). */
const SIGNED = /^oauth_\w+=/;

/** `Authorization: Bearer v`: the value is what follows the scheme. */
function skipScheme(text: string, candidate: Candidate | undefined): Candidate | undefined {
  if (candidate === undefined) return undefined;
  const scheme = SCHEME.exec(text.slice(candidate.from, candidate.from + 24));
  if (scheme === null) return candidate;
  const found = { ...candidate, from: candidate.from + scheme[0].length };
  if (SIGNED.test(text.slice(found.from, found.from + 24))) return undefined;
  const decoded = /^basic/i.test(scheme[0]) ? decodePair(text.slice(found.from, found.to)) : undefined;
  return decoded === undefined ? found : { ...found, decoded };
}
