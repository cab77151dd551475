import { defineRules } from './define.js';

export const rules = defineRules('airtable', [
  {
    id: 'airtable-personal-access-token',
    title: 'Airtable personal access token',
    impact: "Reads, and within its scopes changes, the user's bases.",
    reference: 'https://airtable.com/developers/web/guides/personal-access-tokens',
    remediation: 'Delete the token at https://airtable.com/create/tokens.',
    keywords: ['airtable'],
    pattern: /(?<![A-Za-z0-9_.-])(?<secret>pat[A-Za-z0-9]{14}\.[0-9a-f]{64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: ['AIRTABLE_TOKEN=pat{alnum:14}.{hex:64}'],
      noMatch: ['airtable: pat{alnum:14}.{hex:20}'],
    },
  },
  {
    id: 'airtable-oauth-token',
    title: 'Airtable OAuth token',
    impact: 'Acts for the user within the scopes granted to the integration.',
    reference: 'https://airtable.com/developers/web/api/oauth-reference',
    remediation: "Revoke the integration under the Airtable account's third-party integrations.",
    keywords: ['airtable'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>[A-Za-z0-9]{17,40}\.v1\.[A-Za-z0-9_-]{40}[A-Za-z0-9_.-]{40,960})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['airtable token: oaa{alnum:14}.v1.{base64url:200}.{base64url:64}'],
      noMatch: ['airtable: oaa{alnum:14}.v1.{base64url:12}'],
    },
  },
  {
    id: 'airtable-api-key',
    title: 'Airtable API key (older form)',
    impact: 'Reads and changes every base of the user.',
    reference: 'https://support.airtable.com/docs/airtable-api-key-deprecation-notice',
    remediation: 'Delete the key at https://airtable.com/account.',
    keywords: ['airtable'],
    value: /key[A-Za-z0-9]{14}/,
    minEntropy: 3.2,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['AIRTABLE_API_KEY=key{alnum:14}', 'airtable.token: "key{alnum:14}"'],
      noMatch: ['AIRTABLE_API_KEY=key{alnum:7}'],
    },
  },
]);
