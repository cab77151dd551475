import { defineRules } from './define.js';

export const rules = defineRules('uploadcare', [
  {
    id: 'uploadcare-key',
    title: 'Uploadcare secret key',
    impact: "Reads and deletes the project's files.",
    reference: 'https://uploadcare.com/docs/security/secure-uploads/',
    remediation: "Revoke it in the project's API keys.",
    keywords: ['uploadcare'],
    value: /(?=[a-z]{0,19}[0-9])[a-z0-9]{20}/,
    minEntropy: 3.2,
    examples: {
      match: ['UPLOADCARE_SECRET_KEY={loweralnum:20}', "'uploadcare_secret_key': '{loweralnum:20}'"],
    },
  },
]);
