import { defineRules } from './define.js';

export const rules = defineRules('guardsquare', [
  {
    id: 'guardsquare-api-key',
    title: 'Guardsquare AppSweep API key',
    impact: "Uploads and reads the apps' scans.",
    reference: 'https://help.guardsquare.com/en/articles/208650',
    remediation: 'Delete the key in AppSweep under Settings.',
    severity: 'medium',
    keywords: ['gs_appsweep_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>gs_appsweep_[A-Za-z0-9_-]{24,60})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: ['GUARDSQUARE_TOKEN=gs_appsweep_{alnum:32}', 'key: "gs_appsweep_{alnum:32}"'],
      noMatch: ['gs_appsweep_{alnum:16}'],
    },
  },
]);
