import { defineRules } from './define.js';

export const rules = defineRules('tickettailor', [
  {
    id: 'tickettailor-api-key',
    title: 'Ticket Tailor API key',
    impact: 'Reads orders and attendees of the box office.',
    reference: 'https://developers.tickettailor.com/#authentication',
    remediation: 'Delete it in the box office settings under API.',
    keywords: ['sk_'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>sk_[0-9]{3,6}_[0-9]{4,9}_[0-9a-f]{32})(?![A-Za-z0-9_])/,
    minEntropy: 3,
    examples: { match: ['TICKETTAILOR_KEY=sk_{digits:4}_{digits:6}_{hex:32}'] },
  },
]);
