import { defineRules } from './define.js';

export const rules = defineRules('clarifai', [
  {
    id: 'clarifai-api-key',
    title: 'Clarifai API key or token',
    impact: "Runs models at the owner's cost and reads the user's data.",
    reference: 'https://docs.clarifai.com/clarifai-basics/authentication/personal-access-tokens/',
    remediation: 'Delete the key in Clarifai under Security.',
    keywords: ['clarifai'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['CLARIFAI_API_KEY={hex:32}', 'clarifai.token: "{hex:32}"'],
      noMatch: ['CLARIFAI_API_KEY={hex:16}'],
    },
  },
]);
