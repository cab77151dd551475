import { defineRules } from './define.js';

export const rules = defineRules('cfxre', [
  {
    id: 'cfxre-server-key',
    title: 'Cfx.re server key',
    impact: "Registers a game server in the owner's name.",
    reference: 'https://docs.fivem.net/docs/server-manual/setting-up-a-server/',
    remediation: 'Delete the key at https://portal.cfx.re/servers/registration-keys.',
    severity: 'medium',
    keywords: ['cfxk_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>cfxk_[A-Za-z0-9]{20}_[A-Za-z0-9]{5,6})(?![A-Za-z0-9_-])/,
    minEntropy: 3.4,
    examples: {
      match: ['CFXRE_TOKEN=cfxk_{alnum:20}_{alnum:6}', 'key: "cfxk_{alnum:20}_{alnum:6}"'],
      noMatch: ['cfxk_{alnum:8}'],
    },
  },
]);
