import { defineRules } from './define.js';

export const rules = defineRules('stabilityai', [
  {
    id: 'stabilityai-api-key',
    title: 'Stability AI API key',
    impact: "Makes images at the account's cost.",
    reference: 'https://platform.stability.ai/docs/getting-started/authentication',
    remediation: 'Delete it at https://platform.stability.ai/account/keys.',
    keywords: ['stability', 'dreamstudio', 'stable_diffusion', 'stablediffusion'],
    value: /sk-(?=[A-Za-z]{0,47}[0-9])[A-Za-z0-9]{48}/,
    minEntropy: 3.8,
    examples: { match: ['STABILITY_API_KEY=sk-{alnum:48}'] },
  },
  {
    id: 'stabilityai-style-key',
    title: 'Secret key in the form of Stability AI and other AI providers',
    impact: "Uses models at the account's cost.",
    reference: 'https://platform.stability.ai/docs/getting-started/authentication',
    remediation: 'Delete it at https://platform.stability.ai/account/keys.',
    severity: 'medium',
    confidence: 'possible',
    keywords: ['sk-'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>sk-(?=[A-Za-z]{0,47}[0-9])(?![A-Za-z0-9]{0,47}T3BlbkFJ)[A-Za-z0-9]{48})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    exclude: /abcdefgh/i,
    examples: { match: ['Authorization: sk-{alnum:48}'] },
  },
]);
