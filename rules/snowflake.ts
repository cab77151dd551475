import { defineRules } from './define.js';

export const rules = defineRules('snowflake', [
  {
    id: 'snowflake-password',
    title: 'Snowflake password',
    impact: 'Reads, and may change, the data of the account.',
    reference: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
    remediation: 'Remove it with `ALTER USER ... REMOVE PROGRAMMATIC ACCESS TOKEN`, or change the password.',
    severity: 'critical',
    keywords: ['snowflakecomputing.com', 'snowflake'],
    pattern:
      /snowflake[^\0]{0,300}?\b(?:password|passwd|pwd)["']?\s{0,3}[=:]\s{0,3}["']?(?<secret>(?=[^\s"'<>${}()]{0,63}[0-9])[^\s"'<>${}(),;]{8,64})(?=["'\s,;]|$)/i,
    minEntropy: 2.8,
    companions: [
      {
        name: 'account',
        pattern:
          /\b(?:account|host|server)["']?\s{0,3}[=:]\s{0,3}["']?(?<value>[a-z0-9][a-z0-9_.-]{5,80})|(?<value2>[a-z0-9_-]{4,60})\.snowflakecomputing\.com/i,
        within: 400,
        required: true,
      },
    ],
    examples: { match: ['snowflake:\n account=tuacoip-zt74995\n username=Daniel\n password={alnum:12}'] },
  },
]);
