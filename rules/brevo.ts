import { defineRules } from './define.js';

export const rules = defineRules('brevo', [
  {
    id: 'brevo-api-key',
    title: 'Brevo API key',
    impact: "Sends mail and reads the account's contacts.",
    reference: 'https://developers.brevo.com/docs/getting-started',
    remediation: 'Delete the key at https://app.brevo.com/settings/keys/api.',
    keywords: ['xkeysib-', 'xsmtpsib-'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>x(?:key|smtp)sib-(?:[0-9a-f]{64}-[A-Za-z0-9]{16}|[A-Za-z0-9_-]{81}))(?![A-Za-z0-9_-])/,
    minEntropy: 3.4,
    examples: {
      match: ['BREVO_TOKEN=xkeysib-{hex:64}-{alnum:16}', 'key: "xkeysib-{hex:64}-{alnum:16}"'],
      noMatch: ['xkeysib-{hex:64}-{alnum:8}'],
    },
  },
]);
