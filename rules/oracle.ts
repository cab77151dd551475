import { defineRules } from './define.js';

export const rules = defineRules('oracle', [
  {
    id: 'oracle-connect-password',
    title: 'Password in an Oracle connect string',
    impact: "Reads and changes the user's schema.",
    reference:
      'https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html',
    remediation: "Change the user's password with ALTER USER.",
    confidence: 'possible',
    selfMade: true,
    keywords: ['sqlplus', 'jdbc:oracle:', 'expdp', 'impdp'],
    pattern:
      /(?:(?:sqlplus|expdp|impdp)\s(?:-\w{1,8}\s{1,2}){0,4}["']?\w{1,30}|jdbc:oracle:(?:thin|oci8?):\w{1,30})\/(?<secret>[^\s@"'&$<{/]{4,60})@/,
    minEntropy: 1.5,
    exclude: /^(?:pass(?:word|wd)?|secret|pwd|tiger)\d{0,3}$/i,
    examples: {
      match: ['sqlplus -s scott/{alnum:10}@orcl', 'jdbc:oracle:thin:scott/{alnum:10}@db01:1521:orcl'],
      noMatch: ['sqlplus scott/tiger@orcl', 'jdbc:oracle:thin:@db01:1521:orcl'],
    },
  },
]);
