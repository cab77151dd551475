import type { Candidate } from './candidate.js';
import { lineStart } from './window.js';

/** The id of the context rule that fits a candidate. */
export function ruleIdOf(text: string, candidate: Candidate): string {
  if (candidate.ruleId !== undefined) return candidate.ruleId;
  switch (candidate.operator) {
    case 'url':
      return 'url-credentials';
    case 'sql':
      return 'sql-password';
    case 'header':
      return candidate.decoded === undefined ? 'bearer-token' : 'basic-auth-header';
    case 'flag':
      return /secret|token|key/i.test(text.slice(candidate.nameFrom, candidate.nameTo))
        ? idOfName(text, candidate)
        : 'command-line-password';
    default:
      return isConnectionString(text, candidate) ? 'connection-string-password' : idOfName(text, candidate);
  }
}

/** The last telling word of a name decides: `password_token` is a token, `secretKey` a key. */
function idOfName(text: string, { nameFrom, nameTo }: Candidate): string {
  const name = text.slice(nameFrom, nameTo).toLowerCase();
  const words = [...name.matchAll(/pass|pwd|psw|pw|secret|cred|key|token|auth|bearer|cookie|pat|otp|sig/g)];
  switch (words.at(-1)?.[0]) {
    case 'pass':
    case 'pwd':
    case 'psw':
    case 'pw':
      return 'generic-password';
    case 'key':
      return 'generic-api-key';
    case 'secret':
    case 'cred':
    case 'otp':
      return 'generic-secret';
    default:
      return 'generic-token';
  }
}

/** `Server=…;…;Password=…`: a setting before it on the same line that only connection strings have. */
function isConnectionString(text: string, { nameFrom, operator }: Candidate): boolean {
  if (operator !== '=') return false;
  const before = text.slice(lineStart(text, nameFrom), nameFrom);
  return /(?:server|data source|host|endpoint|accountname|user id|uid|username|user)\s*=[^;]*;[\w\s=.,:;-]*$/i.test(
    before.slice(-200),
  );
}
