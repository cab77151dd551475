import { defineRules } from './define.js';

export const rules = defineRules('tencent', [
  {
    id: 'tencent-secret-key',
    title: 'Tencent Cloud secret key',
    impact: "Controls the account's cloud resources.",
    reference: 'https://www.tencentcloud.com/document/product/598/34227',
    remediation: 'Delete it at https://console.tencentcloud.com/cam/capi.',
    severity: 'critical',
    keywords: ['akid'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>(?=[A-Za-z]{0,31}[0-9])(?!AKID)[A-Za-z0-9]{32})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
    minEntropy: 4,
    companions: [
      { name: 'secret id', pattern: /\b(?<value>AKID[A-Za-z0-9]{13,40})\b/, within: 256, required: true },
    ],
    examples: { match: ['TENCENTCLOUD_SECRET_ID=AKID{alnum:32}\nTENCENTCLOUD_SECRET_KEY={alnum:32}'] },
  },
  {
    id: 'tencent-secret-key-nearby',
    title: 'Tencent Cloud secret key by its name',
    impact: "Controls the account's cloud resources.",
    reference: 'https://www.tencentcloud.com/document/product/598/34227',
    remediation: 'Delete it at https://console.tencentcloud.com/cam/capi.',
    severity: 'critical',
    keywords: ['tencent', 'qcloud'],
    value: /(?=[A-Za-z]{0,31}[0-9])(?!AKID)[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.8,
    examples: { match: ['TENCENT_SECRET_KEY={alnum:32}'] },
  },
  {
    id: 'tencent-secret-id',
    title: 'Tencent Cloud secret id',
    impact: "Names a key; with its secret controls the account's cloud resources.",
    reference: 'https://www.tencentcloud.com/document/product/598/34227',
    remediation: 'Delete it at https://console.tencentcloud.com/cam/capi.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['akid'],
    pattern: /\b(?<secret>AKID(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32})\b/,
    minEntropy: 4,
    examples: { match: ['SecretId: AKID{alnum:32}'] },
  },
]);
