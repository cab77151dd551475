import type { Candidate } from './candidate.js';
import { isAlphanumeric } from './characters.js';

const MAX_USERINFO = 256;
const LEAST_LONE_TOKEN = 16;

/** The password of `scheme://user:password@host`, or a long token that stands alone before the `@`; `at` is the `:`. */
export function readUrl(text: string, at: number, limit: number): Candidate | undefined {
  const start = at + 3;
  const end = Math.min(limit, start + MAX_USERINFO);
  let colon = -1;
  let host = -1;
  for (let i = start; i < end && !endsAuthority(text.charCodeAt(i)); i++) {
    const code = text.charCodeAt(i);
    if (code === 58 && colon < 0) colon = i;
    else if (code === 64) host = i;
  }
  if (host < 0 || !isHostStart(text.charCodeAt(host + 1))) return undefined;
  const hasPassword = colon >= 0 && colon + 1 < host;
  const from = hasPassword ? colon + 1 : start;
  const to = hasPassword || colon < 0 || colon > host ? host : colon;
  if (!hasPassword && (to - start < LEAST_LONE_TOKEN || isSentry(text, host))) return undefined;
  return {
    nameFrom: schemeStart(text, at),
    nameTo: at,
    operator: 'url',
    quote: 'bare',
    gapFrom: start,
    gapTo: Math.max(start, from - 1),
    from,
    to,
  };
}

/** The address to which a program sends its errors: its key is public (docs.sentry.io, "DSN"). */
function isSentry(text: string, host: number): boolean {
  return /^@(?:[\w-]+\.)*(?:ingest|sentry)[\w.-]*(?::\d+)?\/\d/.test(text.slice(host, host + 80));
}

/** White space, `/` `?` `"` `'` `<` `>` `\` and backquote; `#` may stand in passwords that nobody encoded. */
function endsAuthority(code: number): boolean {
  return (
    code <= 32 ||
    code === 47 ||
    code === 63 ||
    code === 34 ||
    code === 39 ||
    code === 60 ||
    code === 62 ||
    code === 92 ||
    code === 96
  );
}

/** A letter, a digit, `[` of an address, or the start of a template. */
function isHostStart(code: number): boolean {
  return isAlphanumeric(code) || code === 91 || code === 36 || code === 123 || code === 37 || code === 40;
}

function schemeStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && at - i < 24 && (isAlphanumeric(text.charCodeAt(i - 1)) || text.charCodeAt(i - 1) === 43))
    i--;
  return i;
}
