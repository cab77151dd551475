/** Whether a value is plainly made up: a run of one character, a counted alphabet, a word that says so. */
export function isPlaceholder(value: string): boolean {
  const lower = value.toLowerCase();
  return WORDS.test(value) || /(.)\1{5,}/.test(value) || RUNS.some((run) => lower.includes(run));
}

const WORDS =
  /example|placeholder|change_?me|your[-_]|my[-_]secret|dummy|redacted|<[^>]*>|\.\.\.|\*{3}|x{4}/i;
const RUNS = ['123456', '456789', '987654', '654321', 'abcdef', 'qwertyui', 'deadbeef', 'zaqws'];
