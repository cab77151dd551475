import { defineRules } from './define.js';

export const rules = defineRules('lark', [
  {
    id: 'lark-app-secret',
    title: 'Lark (Feishu) app secret',
    impact: "Acts as the app in the organization's chats and documents.",
    reference:
      'https://open.larksuite.com/document/home/introduction-to-custom-app-development/self-built-application-development-process',
    remediation: 'Reset it at https://open.larksuite.com/app.',
    keywords: ['lark', 'feishu', 'cli_'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
    minEntropy: 3.5,
    companions: [{ name: 'app id', pattern: /\b(?<value>cli_[a-z0-9]{16})\b/, within: 200, required: true }],
    examples: { match: ['LARK_APP_ID=cli_{loweralnum:16}\nLARK_APP_SECRET={alnum:32}'] },
  },
  {
    id: 'lark-secret-nearby',
    title: 'Lark (Feishu) secret by its name',
    impact: "Acts as the app in the organization's chats and documents.",
    reference:
      'https://open.larksuite.com/document/home/introduction-to-custom-app-development/self-built-application-development-process',
    remediation: 'Reset it at https://open.larksuite.com/app.',
    keywords: ['lark_', 'feishu', 'larksuite'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['LARK_API_KEY={alnum:32}', "'lark_api_key': '{alnum:32}'"] },
  },
  {
    id: 'lark-access-token',
    title: 'Lark (Feishu) access token',
    impact: 'Acts as the app or its user for two hours.',
    reference:
      'https://open.larksuite.com/document/home/introduction-to-custom-app-development/self-built-application-development-process',
    remediation: 'Reset it at https://open.larksuite.com/app.',
    keywords: ['lark', 'feishu'],
    value: /[tua]-[a-z0-9]{1,4}[A-Za-z0-9_.-]{14,40}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['LARK_TENANT_ACCESS_TOKEN=t-g1{alnum:38}'] },
  },
  {
    id: 'lark-webhook',
    title: 'Lark (Feishu) custom bot webhook',
    impact: 'Posts messages to the group.',
    reference:
      'https://open.larksuite.com/document/home/introduction-to-custom-app-development/self-built-application-development-process',
    remediation: 'Reset it at https://open.larksuite.com/app.',
    severity: 'medium',
    keywords: ['/open-apis/bot/v2/hook/'],
    pattern:
      /open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v2\/hook\/(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/,
    examples: { match: ['https://open.feishu.cn/open-apis/bot/v2/hook/{uuid}'] },
  },
]);
