import { defineRules } from './define.js';

export const rules = defineRules('laravel', [
  {
    id: 'laravel-app-key',
    title: 'Laravel application key',
    impact: 'Forges sessions, which can end in running code on the server.',
    reference: 'https://laravel.com/docs/encryption#configuration',
    remediation:
      'Make a new one with `php artisan key:generate`; what the old one encrypted must be encrypted again.',
    severity: 'critical',
    keywords: ['app_key'],
    pattern:
      /\bAPP_KEY["']?\s{0,3}(?:=>|[=:])\s{0,3}["']?(?<secret>base64:[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/,
    minEntropy: 3.8,
    examples: { match: ['APP_KEY=base64:{base64:43}='] },
  },
]);
