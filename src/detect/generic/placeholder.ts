/** Words that say that a value stands for another. */
const STAND_IN =
  /(?:^|[^a-z])(?:your|my|the|some|any|insert|enter|replace|change|put|add|set|fill)[-_ ]?(?:own[-_ ]?)?(?:api|access|auth|secret|token|key|pass|password|passwd|pwd|client|account|here|me|this|it|with|in|value|app|user|real|actual|super)|change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|with|this)|(?:^|[^a-z])(?:example|sample|placeholder|dummy|redacted|removed|masked|hidden|todo|tbd|fixme|undefined|null|none|nil|n\/a|foo|bar|foobar|foobaz|lorem|ipsum|fake|mock|not[-_ ]?(?:a[-_ ]?)?real|invalid)(?:$|[^a-z])|EXAMPLE|_HERE$|-here$|here>$/i;
/** Runs that nobody gets from a random source. */
const FILLER = /x{5,}|X{5,}|\*{3,}|\.{3,}|…|•{3,}|#{4,}|_{5,}|-{5,}|0{8,}|(.)\1{7,}/;
const SEQUENCES = /0123456789|1234567890|123456789|abcdefgh|ABCDEFGH|abcdef0123|qwertyui|deadbeef|cafebabe/i;
const SLOT = /^(?:<[^<>]*>|\[[\w .:|/-]*\]|\{[\w .:|/-]*\}|%[^%\s]*%|@[^@\s]*@|__\w+__)$/;

/** Whether a value is nothing but a slot to be filled in: `<password>`, `{token}`, `[KEY]`, `__SECRET__`. */
export function isSlot(value: string): boolean {
  return SLOT.test(value);
}

/** Whether a value only stands for a secret: `changeme`, `<your key>`, `xxxxxxxx`, `AKIA…EXAMPLE`, `1234567890`. */
export function isPlaceholder(value: string): boolean {
  const text = value.length > 256 ? value.slice(0, 256) : value;
  return SLOT.test(text) || FILLER.test(text) || SEQUENCES.test(text) || STAND_IN.test(text);
}
