import { defineRules } from './define.js';

export const rules = defineRules('redis', [
  {
    id: 'redis-cli-password',
    title: 'Password on a redis-cli command line',
    impact: 'Reads and changes everything in the database.',
    reference: 'https://redis.io/docs/latest/develop/tools/cli/',
    remediation: 'Change it with ACL SETUSER or requirepass, and give it in REDISCLI_AUTH.',
    confidence: 'possible',
    selfMade: true,
    keywords: ['redis-cli'],
    pattern:
      /redis-cli\s[^\n|;]{0,160}?(?:-a|--pass)\s{1,3}["']?(?<secret>[^\s"'$%<{`-][^\s"'`\]]{3,100})(?=[\s"'`;|&)]|$)/,
    minEntropy: 1.5,
    exclude:
      /^(?:pass(?:word|wd)?|secret|pwd|user(?:name)?|admin|changeme|token|null|none|default)\d{0,3}\W*$|^[*x.]{3,}$|^\W*$/i,
    examples: {
      match: ['redis-cli -h r01 -a {alnum:12} ping'],
      noMatch: ['redis-cli -a ${dollar}REDIS_PASSWORD ping', 'redis-cli [-h host] [-a authpw] [-p port]'],
    },
  },
]);
