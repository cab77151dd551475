import { defineRules } from './define.js';

export const rules = defineRules('runpod', [
  {
    id: 'runpod-api-key',
    title: 'RunPod API key',
    impact: "Starts machines at the account's cost and reads its data.",
    reference: 'https://docs.runpod.io/get-started/api-keys',
    remediation: 'Delete it at https://console.runpod.io/user/settings.',
    keywords: ['rpa_'],
    pattern: /\b(?<secret>rpa_[A-Z0-9]{38,46}[A-Za-z0-9]{0,6})\b/,
    minEntropy: 3.5,
    examples: { match: ['RUNPOD_API_KEY=rpa_{upperalnum:40}{loweralnum:6}'] },
  },
]);
