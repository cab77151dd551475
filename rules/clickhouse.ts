import { defineRules } from './define.js';

export const rules = defineRules('clickhouse', [
  {
    id: 'clickhouse-cloud-secret',
    title: 'ClickHouse Cloud API secret',
    impact: "Manages the organisation's services.",
    reference: 'https://clickhouse.com/docs/cloud/manage/openapi',
    remediation: 'Delete the key in ClickHouse Cloud under API keys.',
    keywords: ['4b1d'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>4b1d[A-Za-z0-9]{38})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    exclude: /^[0-9a-f]+$/,
    examples: { match: ['CLICKHOUSE_KEY_SECRET=4b1d{alnum:38}'], noMatch: ['4b1d{alnum:12}'] },
  },
]);
