/** Whether a value is plainly made up: a run of one character, a counted alphabet, a word that says so. */
export function isPlaceholder(value: string): boolean {
  const lower = value.toLowerCase();
  return (
    WORDS.test(value) ||
    SLOT.test(value) ||
    /(.)\1{5,}/.test(value) ||
    RUNS.some((run) => lower.includes(run))
  );
}

const WORDS =
  /example|placeholder|change_?me|your[-_]|my[-_]secret|dummy|redacted|<[^>]*>|\.\.\.|\*{3}|x{4}/i;
/** What runners put in the place of a value, and variables of Windows: `[MASKED]`, `(sensitive value)`, `%NAME%`. */
const SLOT = /^(?:\[[A-Za-z][A-Za-z _-]*\]|\([a-z][a-z ]*\)?|%[A-Z][A-Z0-9_]*%?)$/;
const RUNS = ['123456', '456789', '987654', '654321', 'abcdef', 'qwertyui', 'deadbeef', 'zaqws'];
