import { defineRules } from './define.js';

export const rules = defineRules('klingai', [
  {
    id: 'klingai-api-key',
    title: 'Kling AI access or secret key',
    impact: "Makes videos at the owner's cost.",
    reference: 'https://app.klingai.com/global/dev/document-api',
    remediation: 'Delete the key in the Kling AI developer console.',
    keywords: ['kling'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.5,
    examples: {
      match: ['KLING_API_KEY={alnum:32}', 'kling_token: "{alnum:32}"'],
      noMatch: ['KLING_API_KEY={alnum:16}'],
    },
  },
]);
