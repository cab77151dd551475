import { defineRules } from './define.js';

export const rules = defineRules('yandex', [
  {
    id: 'yandex-api-key',
    title: 'Yandex Cloud API key',
    impact: 'Acts as the service account on the services the key is for.',
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/',
    remediation:
      'Delete it with `yc iam api-key delete`, or revoke the OAuth token at https://id.yandex.com.',
    severity: 'critical',
    keywords: ['aqvn'],
    pattern: /\b(?<secret>AQVN[A-Za-z0-9_-]{35,38})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['YANDEX_API_KEY=AQVN{base64url:36}'] },
  },
  {
    id: 'yandex-iam-token',
    title: 'Yandex Cloud IAM token',
    impact: 'Acts on the cloud as its account, for up to twelve hours.',
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/',
    remediation:
      'Delete it with `yc iam api-key delete`, or revoke the OAuth token at https://id.yandex.com.',
    severity: 'critical',
    keywords: ['t1.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>t1\.[A-Za-z0-9_-]{20,300}={0,2}\.[A-Za-z0-9_-]{86}={0,2})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['YC_TOKEN=t1.{base64url:120}.{base64url:86}=='] },
  },
  {
    id: 'yandex-oauth-token',
    title: 'Yandex OAuth token',
    impact: 'Acts as its user for the services the application asked for.',
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/',
    remediation:
      'Delete it with `yc iam api-key delete`, or revoke the OAuth token at https://id.yandex.com.',
    severity: 'critical',
    keywords: ['y0_', 'y1_', 'y2_', 'y3_'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>y[0-3]_(?=[A-Za-z_-]{0,50}[0-9])[-A-Za-z0-9_]{55,62})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['YANDEX_OAUTH=y0_{base64url:58}'] },
  },
  {
    id: 'yandex-static-secret',
    title: 'Yandex Cloud static access key',
    impact: 'Reads and writes the object storage of the service account.',
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/access-key',
    remediation:
      'Delete it with `yc iam api-key delete`, or revoke the OAuth token at https://id.yandex.com.',
    severity: 'critical',
    keywords: ['yandex', 'ycm', 'yc_'],
    pattern: /\b(?<secret>YC[MNOP](?=[A-Za-z_-]{0,36}[0-9])[A-Za-z0-9_-]{37})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['YC_SECRET_KEY=YCM{base64url:37}'] },
  },
  {
    id: 'yandex-legacy-token',
    title: 'Yandex token by its name',
    impact: 'Acts as its user or service account.',
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/',
    remediation:
      'Delete it with `yc iam api-key delete`, or revoke the OAuth token at https://id.yandex.com.',
    keywords: ['yandex'],
    value: /AQ[A-Za-z0-9_-]{37,60}|YC[A-Za-z0-9_-]{38}/,
    minEntropy: 3.5,
    exclude: /^(?:AQVN[A-Za-z0-9_-]{35,38}$|YC[MNOP])/,
    examples: { match: ['yandexToken="AQAAAA{base64url:33}"'] },
  },
]);
