import { defineRules } from './define.js';

export const rules = defineRules('apollo', [
  {
    id: 'apollo-api-key',
    title: 'Apollo API key',
    impact: "Reads and enriches contacts at the owner's cost.",
    reference: 'https://docs.apollo.io/reference/authentication',
    remediation: 'Delete the key under Settings, Integrations, API keys.',
    severity: 'medium',
    keywords: ['apollo_api', 'apollo_key', 'apollo.io', 'apollo-key', 'apolloapi', 'apollo'],
    value: /(?=[A-Za-z_-]{0,21}[0-9])(?=[a-z0-9_-]{0,21}[A-Z])(?=[A-Z0-9_-]{0,21}[a-z])[A-Za-z0-9_-]{22}/,
    assigned: true,
    minEntropy: 3.6,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['APOLLO_API_API_KEY={alnum:22}', 'apollo_api.token: "{alnum:22}"'],
      noMatch: ['APOLLO_API_API_KEY={alnum:11}'],
    },
  },
  {
    id: 'apollo-graphos-key',
    title: 'Apollo GraphOS key',
    impact: "Publishes schemas and reads the graph's metrics.",
    reference: 'https://www.apollographql.com/docs/graphos/platform/access-management/api-keys',
    remediation: 'Delete the key in GraphOS Studio under Settings, API keys.',
    keywords: ['apollo', 'apollo_key', 'user:gh.'],
    pattern:
      /(?<![A-Za-z0-9_.:-])(?<secret>(?:service:[A-Za-z0-9-]{1,40}|user:gh\.[0-9a-f-]{36}):[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['APOLLO_KEY=service:shop-graph:{alnum:22}'], noMatch: ['service:shop:latest'] },
  },
]);
