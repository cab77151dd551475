import { defineRules } from './define.js';

export const rules = defineRules('authress', [
  {
    id: 'authress-access-key',
    title: 'Authress service client access key',
    impact: "Signs tokens as the service client and reads the account's users.",
    reference: 'https://authress.io/knowledge-base/docs/authorization/service-clients',
    remediation: 'Delete the access key of the service client.',
    keywords: ['authress', '.acc-', '.acc_'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.(?:acc)[_-][a-z0-9-]{10,32}\.[A-Za-z0-9+/_=-]{30,120})(?![A-Za-z0-9+/_=-])/,
    minEntropy: 4,
    examples: {
      match: [
        'AUTHRESS_TOKEN=sc_{alnum:24}.{alnum:4}.acc-{loweralnum:14}.{base64:64}',
        'key: "sc_{alnum:24}.{alnum:4}.acc-{loweralnum:14}.{base64:64}"',
      ],
      noMatch: ['sc_bad.{alnum:4}.acc-{loweralnum:14}'],
    },
  },
]);
