import { defineRules } from './define.js';

export const rules = defineRules('typeform', [
  {
    id: 'typeform-access-token',
    title: 'Typeform personal access token',
    impact: 'Reads forms and the answers people gave.',
    reference: 'https://www.typeform.com/developers/get-started/personal-access-token/',
    remediation: 'Delete it at https://admin.typeform.com/user/tokens.',
    keywords: ['tfp_'],
    pattern: /\b(?<secret>tfp_[A-Za-z0-9_.=-]{40,70})(?![A-Za-z0-9_=-])/,
    minEntropy: 3.5,
    examples: { match: ['TYPEFORM_TOKEN=tfp_{base64url:44}_{base64url:14}'] },
  },
]);
