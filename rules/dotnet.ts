import { defineRules } from './define.js';

export const rules = defineRules('dotnet', [
  {
    id: 'dotnet-network-credential',
    title: 'Password of a .NET network credential',
    impact: 'Signs in as the user that stands before it.',
    reference: 'https://learn.microsoft.com/dotnet/api/system.net.networkcredential',
    remediation: "Change the user's password.",
    confidence: 'possible',
    selfMade: true,
    keywords: ['networkcredential'],
    pattern:
      /NetworkCredential\(\s{0,8}@?"[^"\n]{1,100}"\s{0,4},\s{0,8}@?"(?<secret>[^\s"$%<{`-][^"\n]{3,100})"/,
    minEntropy: 1.5,
    exclude:
      /^(?:pass(?:word|wd)?|secret|pwd|user(?:name)?|admin|changeme|token|null|none)\d{0,3}$|^[*x.]{3,}$|^\W*$/i,
    examples: {
      match: ['new NetworkCredential("robot@corp.test", "{alnum:10}")'],
      noMatch: ['new NetworkCredential("user", "password")', 'new NetworkCredential(user, password)'],
    },
  },
]);
