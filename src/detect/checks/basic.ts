import type { Verdict } from '../checks.js';

/** The base64 of a Basic header (RFC 7617): a user name, a colon and a password that is not plainly a sample. */
export function basicCredentials(secret: string): Verdict {
  const text = Buffer.from(secret, 'base64').toString('utf8');
  const found = /^([\w.@+-]{1,128}):([ -~\u00a1-\uffef]{4,200})$/.exec(text);
  return found && !SAMPLES.test(found[2]!) ? 'plausible' : 'refuted';
}

const SAMPLES =
  /^(?:pass(?:word|wd|phrase)?|pwd|secret|token|open ?sesame|x-oauth-basic|test|example|changeme)$|[<>{}$]/i;

/**
 * Tokens of Jira, Confluence and Bitbucket Data Center: base64 of a twelve-digit id, a colon and twenty random bytes.
 * https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html
 */
export function atlassianPat(secret: string): Verdict {
  const bytes = Buffer.from(secret, 'base64');
  const random = new Set(bytes.subarray(13));
  return /^\d{10,13}:/.test(bytes.toString('latin1')) && random.size > 12 ? 'plausible' : 'refuted';
}
