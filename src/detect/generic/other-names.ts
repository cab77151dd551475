import type { Candidate } from './candidate.js';
import { splitName } from './name.js';

/** What a name's last word says that its value is, instead of the credential itself: `tokenType`, `password_field`. */
const OTHER_ENDS = new Set(
  `alias algorithm callback class column controller count dir directory disabled empty enabled encode encoder endpoint
  err error errors exception expires expiry expiration factory field file filename fingerprint folder format found
  generator handler helper hint host index info input interface jar label length location manager message method
  middleware mode modes msg name option options param params parameter parameters parser path pattern policy port position
  prefix prompt provider ptr regex region required schema scope scopes server service size suffix table text timestamp title user username utils
  validator version`.split(/\s+/),
);

/** Guards against requests from other sites: each page shows its own, bound to a session. */
const REQUEST_GUARD = /(?:csrf|xsrf|authenticity|anti[-_]?forgery|request[-_]?verification)[-_]?token$/i;

/** The public half of what an assembly of .NET is signed with. */
const ASSEMBLY_KEY = /publickeytoken$/i;

/** Whether a name speaks of something about a credential, or of a public one. */
export function isOtherName(text: string, { nameFrom, nameTo, operator }: Candidate): boolean {
  if (operator === 'url' || operator === 'header' || operator === 'sql') return false;
  if (ASSEMBLY_KEY.test(text.slice(nameFrom, nameTo)) || isVerb(text, nameFrom, operator)) return true;
  const { count, from, to } = splitName(text, nameFrom, nameTo);
  if (count < 2) return false;
  const last = text.slice(from[count - 1], to[count - 1]).toLowerCase();
  if (OTHER_ENDS.has(last)) return true;
  if (REQUEST_GUARD.test(text.slice(nameFrom, nameTo))) return true;
  const before = text.slice(from[count - 2], to[count - 2]).toLowerCase();
  // the cookie by which programs of one family know each other
  return (last === 'key' && before === 'public') || (last === 'value' && before === 'cookie');
}

/** `does not pass fsck`: prose. */
function isVerb(text: string, nameFrom: number, operator: string): boolean {
  return (
    operator === 'space' &&
    /^pass(?:es)? /.test(text.slice(nameFrom, nameFrom + 7)) &&
    /[a-z,] $/.test(text.slice(Math.max(0, nameFrom - 2), nameFrom))
  );
}
