import { defineRules } from './define.js';

export const rules = defineRules('openvsx', [
  {
    id: 'openvsx-access-token',
    title: 'Open VSX access token',
    impact: 'Publishes editor extensions: a way into everybody who installs them.',
    reference: 'https://github.com/eclipse/openvsx/wiki/Publishing-Extensions',
    remediation: 'Delete it at https://open-vsx.org/user-settings/tokens.',
    severity: 'critical',
    keywords: ['ovsxp_', 'ovsxat_'],
    pattern: /\b(?<secret>ovsx(?:p|at)_[A-Za-z0-9-]{30,64})(?![A-Za-z0-9-])/,
    minEntropy: 3,
    examples: { match: ['OVSX_PAT=ovsxp_{uuid}'] },
  },
]);
