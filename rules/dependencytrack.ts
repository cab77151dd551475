import { defineRules } from './define.js';

export const rules = defineRules('dependencytrack', [
  {
    id: 'dependencytrack-api-key',
    title: 'Dependency-Track API key',
    impact: "Reads and changes the portfolio's projects and findings.",
    reference: 'https://docs.dependencytrack.org/integrations/rest-api/',
    remediation: 'Delete the key under Access management, Teams.',
    severity: 'medium',
    keywords: ['odt_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>odt_(?:[A-Za-z0-9]{8}_)?[A-Za-z0-9]{32,64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['DEPENDENCYTRACK_TOKEN=odt_{alnum:8}_{alnum:32}', 'key: "odt_{alnum:8}_{alnum:32}"'],
      noMatch: ['odt_{alnum:8}_{alnum:16}'],
    },
  },
]);
