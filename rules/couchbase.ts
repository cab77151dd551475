import { defineRules } from './define.js';

export const rules = defineRules('couchbase', [
  {
    id: 'couchbase-connection-password',
    title: 'Couchbase Capella database password',
    impact: "Reads and changes the cluster's buckets.",
    reference: 'https://docs.couchbase.com/cloud/clusters/manage-database-users.html',
    remediation: 'Change the password of the database user in Capella.',
    severity: 'critical',
    keywords: ['cloud.couchbase.com'],
    pattern:
      /cb\.[a-z0-9]{16}\.cloud\.couchbase\.com[\s\S]{0,240}?(?:[Pp]assword|PASSWORD)\w{0,12}["'`\]]{0,2}\s{0,8}(?:=>|:=|[=:,])\s{0,8}["'`]{0,3}(?<secret>(?=[^\s"']{0,80}[0-9])[^\s"'$<{},;]{8,100})/,
    minEntropy: 2.8,
    examples: {
      match: [
        'couchbases://cb.{loweralnum:16}.cloud.couchbase.com\nusername: app\npassword: "{password:18}"',
      ],
      noMatch: ['couchbases://cb.{loweralnum:16}.cloud.couchbase.com'],
    },
  },
]);
