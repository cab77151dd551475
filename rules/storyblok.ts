import { defineRules } from './define.js';

export const rules = defineRules('storyblok', [
  {
    id: 'storyblok-access-token',
    title: 'Storyblok access token',
    impact: 'Reads drafts of the space.',
    reference: 'https://www.storyblok.com/docs/concepts/access-tokens',
    remediation: "Delete it in the space's settings, or in the account's under Personal access token.",
    severity: 'medium',
    keywords: ['storyblok'],
    value: /(?=[A-Za-z]{0,21}[0-9])[A-Za-z0-9]{22}tt/,
    minEntropy: 3.3,
    examples: { match: ['STORYBLOK_TOKEN={alnum:22}tt'] },
  },
  {
    id: 'storyblok-personal-token',
    title: 'Storyblok personal access token',
    impact: 'Changes the content of every space of its user.',
    reference: 'https://www.storyblok.com/docs/concepts/access-tokens',
    remediation: "Delete it in the space's settings, or in the account's under Personal access token.",
    keywords: ['storyblok'],
    value:
      /(?=[A-Za-z]{0,21}[0-9])[A-Za-z0-9]{22}t{2}-[0-9]{4,7}-[A-Za-z0-9_-]{20,24}|(?=[A-Za-z_-]{0,51}[0-9])[A-Za-z0-9_-]{52,54}/,
    minEntropy: 3.5,
    examples: { match: ['STORYBLOK_PAT={alnum:22}tt-{digits:6}-{alnum:20}'] },
  },
]);
