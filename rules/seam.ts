import { defineRules } from './define.js';

export const rules = defineRules('seam', [
  {
    id: 'seam-api-key',
    title: 'Seam API key',
    impact: 'Opens the locks and controls the devices of the workspace.',
    reference: 'https://docs.seam.co/latest/core-concepts/authentication',
    remediation: 'Delete it at https://console.seam.co under API keys.',
    severity: 'critical',
    keywords: ['seam_'],
    pattern:
      /\b(?<secret>seam_(?:apikey|live|test|sandbox|clisec|cst)?[0-9]?[A-Za-z0-9]{2,8}_(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{24,48})\b/,
    minEntropy: 3.5,
    examples: { match: ['SEAM_API_KEY=seam_test2bMS_{alnum:32}'] },
  },
]);
