import { defineRules } from './define.js';

export const rules = defineRules('huggingface', [
  {
    id: 'huggingface-user-access-token',
    title: 'Hugging Face user access token',
    impact: "Reads, and with write access changes, the user's models, data sets and spaces.",
    reference: 'https://huggingface.co/docs/hub/security-tokens',
    remediation: 'Invalidate it at https://huggingface.co/settings/tokens.',
    keywords: ['hf_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>hf_[A-Za-z0-9]{34})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: ['HF_TOKEN=hf_{alpha:34}', 'huggingface-cli login --token hf_{alpha:34}'],
      noMatch: ['hf_{alpha:20}', 'hf_requiredCharacteristicTypesForDisplayMetadata'],
    },
  },
  {
    id: 'huggingface-organization-token',
    title: 'Hugging Face organisation token',
    impact: "Reads the organisation's private models and data sets.",
    reference: 'https://huggingface.co/docs/hub/security-tokens',
    remediation: "Invalidate it in the organisation's settings at https://huggingface.co.",
    keywords: ['api_org_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>api_org_[A-Za-z0-9]{34})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['token = "api_org_{alpha:34}"'], noMatch: ['api_org_{alpha:12}'] },
  },
]);
