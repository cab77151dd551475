import { defineRules } from './define.js';

export const rules = defineRules('devcycle', [
  {
    id: 'devcycle-sdk-key',
    title: 'DevCycle SDK key',
    impact: "Reads, and with a server key targets, the project's features.",
    reference: 'https://docs.devcycle.com/essentials/keys',
    remediation: 'Rotate the key in DevCycle under Settings, Environments.',
    severity: 'medium',
    keywords: ['dvc_server_', 'dvc_client_', 'dvc_mobile_'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>dvc_(?:server|client|mobile)_[A-Za-z0-9]{8,40}(?:_[A-Za-z0-9]{8,40}){0,5})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: {
      match: ['DEVCYCLE_TOKEN=dvc_server_{alnum:24}', 'key: "dvc_server_{alnum:24}"'],
      noMatch: ['dvc_server_short'],
    },
  },
]);
