import { defineRules } from './define.js';

export const rules = defineRules('unleash', [
  {
    id: 'unleash-api-token',
    title: 'Unleash API token',
    impact: 'Reads, or with an admin token changes, feature toggles.',
    reference: 'https://docs.getunleash.io/reference/api-tokens-and-client-keys',
    remediation: 'Delete it in Unleash under API access.',
    keywords: ['user:', 'unleash', '*:*.', 'default:'],
    pattern:
      /(?<![A-Za-z0-9])(?<secret>(?:user:|\*:\*\.|(?:default|\*|\[\]):[a-z]{2,20}\.)[0-9a-f]{50,64})(?![A-Za-z0-9])/,
    minEntropy: 3,
    examples: { match: ['UNLEASH_TOKEN=user:{hex:56}', 'default:development.{hex:56}'] },
  },
]);
