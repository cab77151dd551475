import { defineRules } from './define.js';

export const rules = defineRules('psexec', [
  {
    id: 'psexec-password',
    title: 'Password on a PsExec command line',
    impact: 'Runs programs on the machines that the account may use.',
    reference: 'https://learn.microsoft.com/sysinternals/downloads/psexec',
    remediation: "Change the account's password; let PsExec ask for it.",
    confidence: 'possible',
    selfMade: true,
    keywords: ['psexec'],
    pattern:
      /[Pp][Ss][Ee][Xx][Ee][Cc](?:64)?(?:\.exe)?["']?\s[^\n]{0,200}?-u\s{1,3}["']?[^\s"']{1,64}["']?\s{1,3}(?:-\w\s{1,3}){0,2}-p\s{1,3}["']?(?<secret>[^\s"'$%<{`-][^\s"'`]{3,100})/,
    minEntropy: 1.5,
    exclude:
      /^(?:pass(?:word|wd)?|secret|pwd|user(?:name)?|admin|changeme|token|null|none)\d{0,3}$|^[*x.]{3,}$|^\W*$/i,
    examples: {
      match: ['psexec \\\\server -u CORP\\admin -p {alnum:10} cmd'],
      noMatch: ['psexec \\\\server -u admin -p password cmd'],
    },
  },
]);
