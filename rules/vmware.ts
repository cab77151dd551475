import { defineRules } from './define.js';

export const rules = defineRules('vmware', [
  {
    id: 'vmware-viserver-password',
    title: 'Password of a vCenter or ESXi account in a script',
    impact: 'Administers the virtual machines its user may.',
    reference:
      'https://developer.broadcom.com/powercli/latest/vmware.vimautomation.core/commands/connect-viserver',
    remediation: "Change the account's password in vCenter.",
    severity: 'critical',
    keywords: ['connect-viserver'],
    pattern:
      /connect-viserver\b[^\n]{0,200}?\s-pass(?:word)?\s{1,4}["']?(?<secret>(?![$<({])[^\s"';|]{6,80})/i,
    minEntropy: 2,
    examples: {
      match: ['Connect-VIServer -Server vc.corp.test -User root -Password {alnum:14}'],
      noMatch: ['Connect-VIServer -Server vc.corp.test -User root -Password $password'],
    },
  },
]);
