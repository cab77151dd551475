import { defineRules } from './define.js';

export const rules = defineRules('ionic', [
  {
    id: 'ionic-token',
    title: 'Ionic personal token',
    impact: "Builds and deploys the user's apps.",
    reference: 'https://ionic.io/docs/appflow/personal-access-tokens',
    remediation: 'Delete the token in Appflow under Personal settings.',
    keywords: ['ion_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>ion_[A-Za-z0-9]{42})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['IONIC_TOKEN=ion_{alnum:42}', 'key: "ion_{alnum:42}"'], noMatch: ['ion_{alnum:21}'] },
  },
]);
