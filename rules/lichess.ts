import { defineRules } from './define.js';

export const rules = defineRules('lichess', [
  {
    id: 'lichess-access-token',
    title: 'Lichess access token',
    impact: "Plays and writes as its user within the token's scopes.",
    reference: 'https://lichess.org/api#section/Introduction/Authentication',
    remediation: 'Revoke it at https://lichess.org/account/oauth/token.',
    severity: 'medium',
    keywords: ['lip_'],
    pattern: /\b(?<secret>lip_(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{16,60})\b/,
    minEntropy: 3,
    examples: { match: ['LICHESS_TOKEN=lip_{alnum:20}'] },
  },
]);
