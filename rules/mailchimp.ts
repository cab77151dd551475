import { defineRules } from './define.js';

export const rules = defineRules('mailchimp', [
  {
    id: 'mailchimp-api-key',
    title: 'Mailchimp API key',
    impact: 'Reads and changes audiences and campaigns, and sends mail to subscribers.',
    reference: 'https://mailchimp.com/developer/marketing/docs/fundamentals/#api-key-security',
    remediation: 'Disable the key at https://admin.mailchimp.com/account/api/.',
    keywords: ['-us'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>[0-9a-f]{32}-us[1-9]\d?)(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: {
      match: ['MAILCHIMP_API_KEY={hex:32}-us14', "key: '{hex:32}-us7'"],
      noMatch: ['{hex:32}-us', '{hex:32}-usage'],
    },
  },
  {
    id: 'mandrill-api-key',
    title: 'Mandrill (Mailchimp Transactional) API key',
    impact: "Sends transactional mail in the account's name.",
    reference: 'https://mailchimp.com/developer/transactional/guides/quick-start/',
    remediation: 'Delete the key at https://mandrillapp.com/settings.',
    keywords: ['mandrill'],
    value: /(?=[A-Za-z_-]{0,21}[0-9])[A-Za-z0-9_-]{22}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['MANDRILL_API_KEY={base64url:22}'] },
  },
  {
    id: 'mandrill-md-api-key',
    title: 'Mandrill API key with prefix',
    impact: "Sends transactional mail in the account's name.",
    reference: 'https://mailchimp.com/developer/transactional/guides/quick-start/',
    remediation: 'Delete the key at https://mandrillapp.com/settings.',
    keywords: ['md-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>md-(?=[A-Za-z_-]{0,21}[0-9])[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['MAILCHIMP_TX_KEY=md-{base64url:22}'] },
  },
]);
