import { caseOf } from './name.js';

/** Words that say that a value stands for another. */
const STAND_IN =
  /(?:^|[^a-z])(?:your|my|the|some|any|insert|enter|replace|change|put|add|set|fill)[-_ ]?(?:own[-_ ]?)?(?:api|access|auth|secret|token|key|pass|password|passwd|pwd|client|account|here|me|this|it|with|in|value|app|user|real|actual|super)|change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|with|this)|(?:^|[^a-z])(?:example|sample|placeholder|dummy|redacted|removed|masked|hidden|todo|tbd|fixme|undefined|null|none|nil|n\/a|foo|bar|foobar|foobaz|lorem|ipsum|fake|mock|not[-_ ]?(?:a[-_ ]?)?real|invalid)(?:$|[^a-z])|EXAMPLE|_HERE$|-here$|here>$/i;
const LONG_STAND_IN =
  /should-be-(?:changed|replaced)|EXAMPLE|placeholder|redacted|dummy|your[-_]|change[-_]?me/;
const MOST_WRITTEN = 64;
/** The word for password or key, in the languages that programs are translated to most. */
const TRANSLATED =
  /wachtwoord|passwort|kennwort|contrase(?:n|\u00c3)|senha|palavra-passe|mot de passe|lozinka|geslo|heslo|has\u0142o|haslo|jelsz|parola\b|salasana|l\u00c3\u00b6senord|adgangskode|passord|cyfrinair|\u00c5\u009fifre|sifre|slapta|parooli|zaporka|schl\u00c3\u00bcssel/i;
/** Not data: a regular expression, a date, the coordinates of a package. */
const OTHER_KINDS =
  /^\/.*\/[a-z]*$|\(\?[:=!<]|^\^.*[)\]}*+?]\$$|\[[^\]]*-[^\]]*\](?:[*+?]|\{\d)|\\[sdwSDW][*+]|^\[\\u[^\]]*\]$|\[\d+ \w+\]|\([^()\s]*\|[^()\s]*\)|^\d{4}-\d\d-\d\d(?:[T ]|$)|^[\w.-]+:\d+\.\d+(?:\.\d+)?/;
/** Letters and digits in order, short: `abc123`, `ghi789`. */
const COUNTED = /^(?:abc|def|ghi|jkl|xyz)[-_]?\d{1,6}$/i;
/** Runs that nobody gets from a random source. */
const FILLER = /x{5,}|X{5,}|\*{3,}|\.{3,}|…|•{3,}|#{4,}|_{5,}|-{5,}|0{8,}|(.)\1{7,}/;
const SEQUENCES =
  /123456789|987654321|abcdefgh|abcdef0123|qwerty|asdfgh|zxcvbn|zaqws|deadbeef|cafebabe|GEZDGNBVGY3TQOJQ/i;
const SLOT = /^(?:<[^<>]*>|\[[\w .:|/-]*\]|\{[\w .:|/-]{0,32}\}|%[^%\s]*%|@[^@\s]*@|__\w+__)$/;

/** Whether a value only stands for a secret: `changeme`, `<your key>`, `xxxxxxxx`, `AKIA…EXAMPLE`, `1234567890`. */
export function isPlaceholder(value: string): boolean {
  const text = value.length > 256 ? value.slice(0, 256) : value;
  if (SLOT.test(text) || FILLER.test(text) || SEQUENCES.test(text) || COUNTED.test(text)) return true;
  if (TRANSLATED.test(text) || OTHER_KINDS.test(text)) return true;
  // In long random text short words turn up by chance.
  return (text.length <= MOST_WRITTEN ? STAND_IN : LONG_STAND_IN).test(text);
}

/** A part that is filled in later: `${x}`, `#{x}`, `{{x}}`, `{x}`, `{alnum:32}`, `%s`, `%08lx`, `%(x)s`. */
const INTERPOLATION =
  /[$#]?\{{1,2} ?[\w.$:-]+(?:\([^()]*\))? ?\}{1,2}|\$\([^()]*\)|%\(\w+\)[sdr]|%0\d{1,2}(?:ll?|hh?|z)?[xXdu](?![A-Za-z0-9])|%(?![0-9A-Fa-f]{2})[-+#]{0,2}\d{0,3}(?:\.\d{1,2})?(?:ll?|hh?|z)?[sdvqxXcuifgpr](?![A-Za-z0-9])/g;
/** Escapes of characters: they say little about what a value is. */
const ESCAPE = /\\+(?:u[0-9a-fA-F]{4}|[rnt0])/g;
/** A part with its length or format, which no secret has by chance: `{alnum:32}`, `{hash:08}`. */
const TYPED_PART = /\{[A-Za-z_]\w*:\d{1,4}\}/;
const LEAST_LITERAL = 16;
const LEAST_UNESCAPED = 3;

/** Whether a value is mostly filled in later or escapes: what is left says too little. */
export function isTemplate(value: string): boolean {
  const text = value.length > 512 ? value.slice(0, 512) : value;
  if (text.replace(ESCAPE, '').length < LEAST_UNESCAPED) return true;
  if (TYPED_PART.test(text)) return true;
  const literal = text.replace(INTERPOLATION, '');
  return literal.length < text.length && literal.length < LEAST_LITERAL;
}

/** Whether a value is the start of others: `sk_live_`, `ghp_`, `Bearer:`. */
export function isPrefix(value: string): boolean {
  return (
    value.length <= 16 &&
    /^[a-z]+[a-z0-9]{0,4}(?:[-_.][a-z0-9]+)*[-_:|]$/i.test(value) &&
    caseOf(value, 0, value.length) < 2
  );
}
