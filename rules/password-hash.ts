import { defineRules } from './define.js';

export const rules = defineRules('password-hash', [
  {
    id: 'password-hash',
    title: 'Password hash',
    impact: 'Shows the password to anybody who guesses it offline.',
    reference: 'https://man7.org/linux/man-pages/man5/crypt.5.html',
    remediation: 'Change the password the hash is of, and keep hashes out of the repository.',
    severity: 'low',
    confidence: 'possible',
    selfMade: true,
    keywords: ['$2a$', '$2b$', '$2x$', '$2y$', '$5$', '$6$', '$1$', '$8$', '$9$', '$apr1$', '$y$', '$argon2'],
    pattern:
      /(?=\$(?:[125689y]|a))(?<=(?:^|[[{\s"'`:=>,(|]))(?<!=> ")(?<secret>\$2[abxy]\$[0-3][0-9]\$[./A-Za-z0-9]{53}|\$1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|\$apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}|\$[89]\$[./A-Za-z0-9]{14}\$[./A-Za-z0-9]{43}|\$5\$(?:rounds=\d{4,9}\$)?[./A-Za-z0-9]{8,16}\$[./A-Za-z0-9]{43}|\$6\$(?:rounds=\d{4,9}\$)?[./A-Za-z0-9]{8,16}\$[./A-Za-z0-9]{86}|\$y\$[./A-Za-z0-9]{3,8}\$[./A-Za-z0-9]{10,86}\$[./A-Za-z0-9]{43}|\$argon2(?:id|i|d)\$v=\d{2}\$m=\d{1,9},t=\d{1,4},p=\d{1,3}\$[A-Za-z0-9+/]{11,64}\$[A-Za-z0-9+/]{20,128})(?![/A-Za-z0-9]|\.[A-Za-z0-9])/,
    minEntropy: 3.5,
    examples: {
      match: [
        'admin:$2y$10${alnum:53}',
        'root:$6${alnum:12}${alnum:86}:19000:0:99999:7:::',
        '"password": "$argon2id$v=19$m=65536,t=3,p=4${alnum:22}${alnum:43}"',
      ],
      noMatch: ['$2y$10${alnum:20}'],
    },
  },
  {
    id: 'password-hash-kerberos',
    title: 'Kerberos ticket hash',
    impact: "Shows the account's password to anybody who guesses it offline.",
    reference: 'https://hashcat.net/wiki/doku.php?id=example_hashes',
    remediation: "Change the account's password, and turn pre-authentication on.",
    severity: 'medium',
    selfMade: true,
    keywords: ['$krb5'],
    pattern: /(?<secret>\$krb5(?:asrep|tgs)\$(?:17|18|23)\$[^\s$]{1,200}\$[0-9a-fA-F*$./@\w-]{60,3000})/,
    minEntropy: 3,
    examples: { match: ['$krb5asrep$23$user@CORP.TEST:{hex:32}${hex:400}'] },
  },
]);
