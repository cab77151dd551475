import { defineRules } from './define.js';

export const rules = defineRules('contentful', [
  {
    id: 'contentful-management-token',
    title: 'Contentful management token',
    impact: "Changes the user's spaces and their content.",
    reference: 'https://www.contentful.com/developers/docs/references/authentication/',
    remediation: 'Revoke the token in Contentful under CMA tokens.',
    keywords: ['cfpat-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>CFPAT-[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['CONTENTFUL_MANAGEMENT_TOKEN=CFPAT-{base64url:43}'], noMatch: ['CFPAT-{alnum:12}'] },
  },
  {
    id: 'contentful-delivery-token',
    title: 'Contentful delivery or preview token',
    impact: "Reads the space's content.",
    reference: 'https://www.contentful.com/developers/docs/references/authentication/',
    remediation: 'Delete the key in Contentful under API keys.',
    severity: 'medium',
    keywords: ['contentful'],
    value: /(?=[A-Za-z=_-]{0,42}[0-9])[A-Za-z0-9=_-]{43}|[0-9a-f]{64}/,
    assigned: true,
    minEntropy: 3.3,
    companions: [
      {
        name: 'space id',
        pattern:
          /space(?:[_-]?id)?["'\]]{0,2}\s{0,4}(?:=>|:=|[=:])\s{0,4}["']?(?<value>[a-z0-9]{12})(?![A-Za-z0-9_-])/i,
        within: 256,
      },
    ],
    examples: {
      match: ['CONTENTFUL_API_KEY={alnum:43}', 'contentful.token: "{alnum:43}"'],
      noMatch: ['CONTENTFUL_API_KEY={alnum:21}'],
    },
  },
]);
