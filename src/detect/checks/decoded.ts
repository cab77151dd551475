import type { Verdict } from '../checks.js';

/** The base64 of a Basic header (RFC 7617): a user name, a colon and a password that is not plainly a sample. */
export function basicCredentials(secret: string): Verdict {
  const text = Buffer.from(secret, 'base64').toString('utf8');
  const found = /^([\w.@+-]{1,128}):([ -~\u00a1-\uffef]{4,200})$/.exec(text);
  return found && found[1] !== CLIENT_OF_RFC_6749 && !SAMPLES.test(found[2]!) ? 'plausible' : 'refuted';
}

/** The client of every example there, and of the libraries that quote it. */
const CLIENT_OF_RFC_6749 = 's6BhdRkqt3';
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

/** A registry's entry in a Docker configuration: the base64 of user and password, the password any text. */
export function dockerAuth(secret: string): Verdict {
  const text = Buffer.from(secret, 'base64').toString('utf8');
  const found = /^([!-9;-~]{1,128}):([\s\S]{4,})$/.exec(text);
  return found && !SAMPLES.test(found[2]!.replace(/^\{[\s\S]*$/, '')) ? 'plausible' : 'refuted';
}

/**
 * Discord's tokens begin with the base64 of the bot's user number.
 * https://discord.com/developers/docs/reference#authentication
 */
export function discordToken(secret: string): Verdict {
  const user = Buffer.from(secret.slice(0, secret.indexOf('.')), 'base64').toString('latin1');
  return /^\d{17,20}$/.test(user) ? 'proven' : 'plausible';
}

/** Dropbox's long-lived tokens hold a field of zero bytes between two random parts, which no sample has by chance. */
export function dropboxToken(secret: string): Verdict {
  return new Set(secret.replace('AAAAAAAAAA', '')).size > 20 ? 'proven' : 'refuted';
}

/** Elasticsearch's encoded API keys: base64 of an id of 20 characters, a colon and a secret of 22. */
export function elasticKey(secret: string): Verdict {
  return /^[\w-]{20}:[\w-]{22,24}$/.test(Buffer.from(secret, 'base64').toString('latin1'))
    ? 'proven'
    : 'refuted';
}

/** JFrog's reference tokens: base64 of `reftkn`, a version, an expiry and random characters. */
export function jfrogReference(secret: string): Verdict {
  const text = Buffer.from(secret, 'base64').toString('latin1');
  if (!text.startsWith('reftkn:')) return 'plausible';
  return /^reftkn:\d{1,2}:\d{10}:\w{10,}/.test(text) ? 'proven' : 'refuted';
}
