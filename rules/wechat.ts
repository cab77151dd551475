import { defineRules } from './define.js';

export const rules = defineRules('wechat', [
  {
    id: 'wechat-app-secret',
    title: 'WeChat app secret',
    impact: 'Acts as the official account or mini program.',
    reference: 'https://developers.weixin.qq.com/doc/offiaccount/en/Basic_Information/Get_access_token.html',
    remediation: 'Reset it at https://mp.weixin.qq.com.',
    severity: 'critical',
    keywords: ['wechat', 'weixin', 'wx_', 'appsecret', 'app_secret'],
    pattern: /(?<![A-Za-z0-9_.-])(?<secret>[0-9a-f]{32})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
    minEntropy: 3,
    companions: [{ name: 'app id', pattern: /\b(?<value>wx[0-9a-f]{16})\b/, within: 200, required: true }],
    examples: { match: ['appid: wx{hex:16}\nappsecret: {hex:32}'] },
  },
  {
    id: 'wechat-app-secret-nearby',
    title: 'WeChat app secret by its name',
    impact: 'Acts as the official account or mini program.',
    reference: 'https://developers.weixin.qq.com/doc/offiaccount/en/Basic_Information/Get_access_token.html',
    remediation: 'Reset it at https://mp.weixin.qq.com.',
    severity: 'critical',
    keywords: ['wechat', 'weixin'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['WECHAT_APP_SECRET={hex:32}'] },
  },
]);
