import { defineRules } from './define.js';

export const rules = defineRules('ecostruxureit', [
  {
    id: 'ecostruxure-it-api-key',
    title: 'EcoStruxure IT API key',
    impact: "Reads the organisation's devices and alarms.",
    reference: 'https://helpcenter.ecostruxureit.com/hc/en-us/articles/360039082074',
    remediation: 'Delete the key in EcoStruxure IT under API keys.',
    severity: 'medium',
    keywords: ['ak1/'],
    pattern: /(?<![A-Za-z0-9/])(?<secret>AK1\/[A-Za-z0-9]{8}\/[A-Za-z0-9]{40,80})(?![A-Za-z0-9])/,
    minEntropy: 3.8,
    examples: { match: ['key: AK1/{alnum:8}/{alnum:48}'], noMatch: ['AK1/{alnum:8}'] },
  },
]);
