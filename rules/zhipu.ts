import { defineRules } from './define.js';

export const rules = defineRules('zhipu', [
  {
    id: 'zhipu-api-key',
    title: 'Zhipu (Z.ai) API key',
    impact: "Uses models at the account's cost.",
    reference: 'https://docs.bigmodel.cn/cn/guide/develop/http/introduction',
    remediation: 'Delete it at https://bigmodel.cn/usercenter/proj-mgmt/apikeys.',
    keywords: ['zhipu', 'zai', 'bigmodel', 'glm', 'z.ai'],
    pattern:
      /(?<![A-Za-z0-9])(?<secret>[0-9a-f]{32}\.(?=[A-Za-z]{0,15}[0-9])[A-Za-z0-9]{16})(?![A-Za-z0-9]|\.[A-Za-z0-9])/,
    minEntropy: 3.5,
    examples: { match: ['ZAI_API_KEY={hex:32}.{alnum:16}'] },
  },
]);
