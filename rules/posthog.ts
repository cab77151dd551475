import { defineRules } from './define.js';

export const rules = defineRules('posthog', [
  {
    id: 'posthog-personal-key',
    title: 'PostHog personal API key or OAuth token',
    impact: "Reads events of the project's users and changes settings.",
    reference: 'https://posthog.com/docs/api#personal-api-keys-recommended',
    remediation: 'Delete it at https://app.posthog.com/settings/user-api-keys.',
    keywords: ['phx_', 'pha_', 'phr_', 'phs_'],
    pattern: /\b(?<secret>ph[xars]_(?=[A-Za-z]{0,40}[0-9])[A-Za-z0-9_-]{40,60})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['POSTHOG_PERSONAL_API_KEY=phx_{alnum:47}'] },
  },
  {
    id: 'posthog-project-key',
    title: 'PostHog project key',
    impact: 'Sends made-up events; it is visible in pages that use it.',
    reference: 'https://posthog.com/docs/api#personal-api-keys-recommended',
    remediation: 'Delete it at https://app.posthog.com/settings/user-api-keys.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['phc_'],
    pattern: /\b(?<secret>phc_(?=[A-Za-z]{0,40}[0-9])[A-Za-z0-9_-]{40,60})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ["posthog.init('phc_{alnum:43}')"] },
  },
]);
