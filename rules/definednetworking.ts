import { defineRules } from './define.js';

export const rules = defineRules('definednetworking', [
  {
    id: 'definednetworking-api-key',
    title: 'Defined Networking API key',
    impact: "Changes the overlay network's hosts and rules.",
    reference: 'https://docs.defined.net/guides/automating-host-creation/',
    remediation: 'Delete the key in the Defined Networking admin panel.',
    keywords: ['dnkey-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>dnkey-[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: { match: ['DN_KEY=dnkey-{upperalnum:26}-{upperalnum:52}'], noMatch: ['dnkey-{upperalnum:26}'] },
  },
]);
