import { defineRules } from './define.js';

export const rules = defineRules('wandb', [
  {
    id: 'wandb-api-key',
    title: 'Weights & Biases API key',
    impact: 'Reads and changes experiments and models of its user.',
    reference: 'https://docs.wandb.ai/support/find_api_key/',
    remediation: 'Delete it at https://wandb.ai/settings.',
    keywords: ['wandb_v1_'],
    pattern: /\b(?<secret>wandb_v1_[A-Za-z0-9_-]{60,100})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['WANDB_API_KEY=wandb_v1_{base64url:77}'] },
  },
  {
    id: 'wandb-legacy-api-key',
    title: 'Weights & Biases API key (40 hex digits)',
    impact: 'Reads and changes experiments and models of its user.',
    reference: 'https://docs.wandb.ai/support/find_api_key/',
    remediation: 'Delete it at https://wandb.ai/settings.',
    keywords: ['wandb'],
    value: /[0-9a-f]{40}/,
    minEntropy: 3,
    examples: { match: ['WANDB_API_KEY={hex:40}', 'machine api.wandb.ai\n  login user\n  key {hex:40}'] },
  },
]);
