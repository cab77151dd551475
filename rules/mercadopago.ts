import { defineRules } from './define.js';

export const rules = defineRules('mercadopago', [
  {
    id: 'mercadopago-access-token',
    title: 'Mercado Pago access token',
    impact: 'Takes payments and reads customers of the seller.',
    reference: 'https://www.mercadopago.com/developers/en/docs/your-integrations/credentials',
    remediation: 'Renew it at https://www.mercadopago.com/developers/panel/app.',
    severity: 'critical',
    keywords: ['app_usr-'],
    pattern: /\b(?<secret>APP_USR-[0-9]{8,19}-[0-9]{6}-[0-9a-f]{32}(?:__[A-Z]{2}_[A-Z]{2}__)?-[0-9]{5,12})\b/,
    minEntropy: 3,
    examples: { match: ['MP_ACCESS_TOKEN=APP_USR-{digits:16}-{digits:6}-{hex:32}-{digits:9}'] },
  },
]);
