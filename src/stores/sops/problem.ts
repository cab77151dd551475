import type { Confidence, Region, RuleInfo, Severity } from '../../types.js';

/** What is wrong with one place of one file. Holds no value, only names of keys and paths. */
export interface SopsProblem extends Region {
  readonly ruleId: SopsRuleId;
  readonly path: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The value concerned, as `db.users[0].password`; absent when it is the whole file. */
  readonly key?: string;
  /** One sentence: what is wrong here. */
  readonly message: string;
  /** Other files concerned: the twin, the files an identity opens. */
  readonly files: readonly string[];
}

const REFERENCE = 'https://getsops.io/docs/';

const PLAINTEXT = {
  impact: 'Everybody who can read the repository reads the value, though the file looks encrypted.',
  remediation: 'Rotate the value, then encrypt it with `sops edit` or `sops encrypt --in-place`.',
};

const INTEGRITY = {
  impact: 'Nobody can tell whether values were changed, swapped or removed since the file was encrypted.',
  remediation:
    'Restore the file from a commit where `keyhound sops verify` passes, and edit it with sops only.',
};

/** What reports say of each rule. */
export const SOPS_RULES = {
  'sops-plaintext-value': rule('Value that SOPS should have encrypted is plain text', 'high', PLAINTEXT),
  'sops-unencrypted-file': rule(
    'File that a creation rule says to encrypt is not encrypted',
    'high',
    PLAINTEXT,
  ),
  'sops-decrypted-twin': rule('Decrypted copy of a SOPS file', 'critical', {
    impact: 'Holds in plain text what its encrypted twin protects.',
    remediation: 'Rotate the values, remove the copy from the repository and add it to .gitignore.',
  }),
  'sops-plaintext-ancestor': rule('SOPS file that was committed in plain text before', 'high', {
    impact: 'Who has the history has the values, unless they were rotated when the file was encrypted.',
    remediation:
      'Rotate the values; `keyhound known --history --sops FILE` tells which of them are still in use.',
  }),
  'sops-missing-mac': rule('SOPS file without a message authentication code', 'high', INTEGRITY),
  'sops-missing-metadata': rule('SOPS values without SOPS metadata', 'high', INTEGRITY),
  'sops-invalid-metadata': rule('SOPS metadata that sops does not accept', 'medium', INTEGRITY),
  'sops-recipients-differ': rule('SOPS file encrypted for other keys than its creation rule says', 'medium', {
    impact: 'People who left can still read it, or people who joined cannot.',
    remediation: 'Run `sops updatekeys FILE`; if a key was removed, rotate the values too.',
  }),
  'sops-misnamed-config': rule('SOPS config file with a name that sops ignores', 'medium', {
    impact: 'Its creation rules do not apply: files they name may be committed unencrypted.',
    remediation: 'Rename it to .sops.yaml.',
  }),
  'age-identity-committed': rule('age identity in the repository', 'critical', {
    impact: 'Decrypts every SOPS file that was ever encrypted for it, in all of history.',
    remediation:
      'Make a new identity, run `sops updatekeys` on the files listed, and rotate all their values.',
  }),
} as const satisfies Record<string, Omit<RuleInfo, 'id'>>;

export type SopsRuleId = keyof typeof SOPS_RULES;

function rule(
  title: string,
  severity: Severity,
  text: Pick<RuleInfo, 'impact' | 'remediation'>,
): Omit<RuleInfo, 'id'> {
  return { title, severity, ...text, reference: REFERENCE, provider: 'sops' };
}

/** The region of a range of a text, in lines and UTF-16 columns. */
export function regionOf(text: string, from: number, to: number): Region {
  const start = positionOf(text, from);
  const end = positionOf(text, Math.max(from, to));
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function positionOf(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return { line, column: at - start + 1 };
}
