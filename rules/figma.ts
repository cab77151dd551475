import { defineRules } from './define.js';

export const rules = defineRules('figma', [
  {
    id: 'figma-token',
    title: 'Figma access token',
    impact: "Reads, and within its scopes changes, the user's files.",
    reference: 'https://developers.figma.com/docs/rest-api/authentication/',
    remediation: 'Revoke the token in Figma under Settings, Security.',
    keywords: ['figd_', 'figp_', 'figu_', 'figo_', 'figr_', 'figs_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>fig(?:d|u|o|r|s|p|dr|ur|or)_[A-Za-z0-9_-]{38,80})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['FIGMA_TOKEN=figd_{base64url:40}'], noMatch: ['figd_{alnum:8}'] },
  },
  {
    id: 'figma-legacy-token',
    title: 'Figma personal access token (older form)',
    impact: "Reads, and within its scopes changes, the user's files.",
    reference: 'https://developers.figma.com/docs/rest-api/authentication/',
    remediation: 'Revoke the token in Figma under Settings, Security.',
    keywords: ['figma'],
    value: /[0-9]{4,8}-[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}/,
    minEntropy: 3.2,
    examples: { match: ['FIGMA_TOKEN={digits:6}-{uuid}'], noMatch: ['FIGMA_FILE={uuid}'] },
  },
]);
