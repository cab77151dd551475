import { defineRules } from './define.js';

export const rules = defineRules('smb', [
  {
    id: 'smb-password',
    title: 'Password of a Windows share on a command line',
    impact: 'Reads and changes the files of the share.',
    reference: 'https://learn.microsoft.com/windows-server/administration/windows-commands/net-use',
    remediation: "Change the account's password.",
    confidence: 'possible',
    selfMade: true,
    keywords: ['smbclient', 'rpcclient', 'smbget', 'net use'],
    pattern:
      /(?:(?:smbclient|rpcclient|smbget)\s[^\n]{0,160}?(?:-U|--user)[ =]{0,2}["']?[^\s%"']{1,64}%|net use\s[^\n]{0,20}?\\\\[^\s]{1,100}\s{1,3}["']?(?=[^\s]{4,100}\s{1,3}\/user:)|net use\s[^\n]{0,140}?\/user:[^\s]{1,64}\s{1,3}["']?)(?<secret>[^\s"'$%<{`*/-][^\s"'`]{3,100})/,
    minEntropy: 1.5,
    exclude:
      /^(?:pass(?:word|wd)?|secret|pwd|user(?:name)?|admin|changeme|token|null|none)\d{0,3}$|^[*x.]{3,}$|^\W*$/i,
    examples: {
      match: [
        'smbclient //srv/x -U bob%{alnum:10}',
        'net use Z: \\\\srv\\share {alnum:10} /user:CORP\\bob',
        'net use \\\\srv\\share /user:bob {alnum:10}',
      ],
      noMatch: ['net use Z: \\\\srv\\share /persistent:yes'],
    },
  },
]);
