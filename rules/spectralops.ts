import { defineRules } from './define.js';

export const rules = defineRules('spectralops', [
  {
    id: 'spectralops-personal-key',
    title: 'SpectralOps personal API key',
    impact: "Reads findings of the organization's scans.",
    reference: 'https://guides.spectralops.io/docs/understand-spectralops-authentication',
    remediation: "Rotate it in SpectralOps' settings.",
    keywords: ['spu-'],
    pattern: /\b(?<secret>spu-[0-9a-z]{32})\b/,
    minEntropy: 3,
    examples: { match: ['SPECTRAL_DSN=spu-{hex:32}'] },
  },
]);
