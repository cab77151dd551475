import { defineRules } from './define.js';

export const rules = defineRules('formio', [
  {
    id: 'formio-api-key',
    title: 'Form.io token',
    impact: "Reads and changes the project's forms and submissions.",
    reference: 'https://help.form.io/developers/auth/api-keys',
    remediation: 'Delete the key in Form.io under Settings, API.',
    keywords: ['formio', 'form.io', 'x-jwt-token'],
    value: /eyJhbGciOiJI[A-Za-z0-9_-]{8,60}\.eyJ[A-Za-z0-9_-]{40,800}\.[A-Za-z0-9_-]{43}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['FORMIO_TOKEN={jwt}'], noMatch: ['FORMIO_TOKEN={alnum:20}'] },
  },
]);
