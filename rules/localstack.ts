import { defineRules } from './define.js';

export const rules = defineRules('localstack', [
  {
    id: 'localstack-auth-token',
    title: 'LocalStack auth token',
    impact: "Uses the workspace's licence.",
    reference: 'https://docs.localstack.cloud/getting-started/auth-token/',
    remediation: 'Reset it at https://app.localstack.cloud/workspace/auth-token.',
    severity: 'low',
    keywords: ['localstack'],
    value: /ls-[A-Za-z]{8}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{12}/,
    minEntropy: 3,
    examples: { match: ['LOCALSTACK_AUTH_TOKEN=ls-{alpha:8}-{digits:4}-{digits:4}-{lower:4}-{alnum:12}'] },
  },
  {
    id: 'localstack-access-key-id',
    title: 'LocalStack access key id',
    impact: 'Names a made-up AWS account; it opens nothing outside LocalStack.',
    reference: 'https://docs.localstack.cloud/getting-started/auth-token/',
    remediation: 'Reset it at https://app.localstack.cloud/workspace/auth-token.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['lkia', 'lsia'],
    pattern: /\b(?<secret>L[KS]IA[A-Z2-7]{16})\b/,
    minEntropy: 3,
    examples: { match: ['aws_access_key_id = LKIA{base32:16}'] },
  },
]);
