import { defineRules } from './define.js';

export const rules = defineRules('tableau', [
  {
    id: 'tableau-personal-token',
    title: 'Tableau personal access token secret',
    impact: 'Reads, and may change, what its user sees.',
    reference: 'https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm',
    remediation: 'Revoke it under My Account Settings of the server.',
    keywords: ['==:'],
    pattern: /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{22}==:[A-Za-z0-9]{32})(?![A-Za-z0-9])/,
    minEntropy: 4,
    examples: { match: ['TABLEAU_TOKEN_SECRET={base64:22}==:{alnum:32}'] },
  },
]);
