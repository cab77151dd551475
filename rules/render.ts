import { defineRules } from './define.js';

export const rules = defineRules('render', [
  {
    id: 'render-api-key',
    title: 'Render API key',
    impact: 'Deploys services and reads their environment variables.',
    reference: 'https://render.com/docs/api#create-an-api-key',
    remediation: 'Revoke it at https://dashboard.render.com/u/settings#api-keys.',
    severity: 'critical',
    keywords: ['rnd_'],
    pattern: /\b(?<secret>rnd_(?=[A-Za-z]{0,27}[0-9])[A-Za-z0-9]{28,36})\b/,
    minEntropy: 3.5,
    examples: { match: ['RENDER_API_KEY=rnd_{alnum:28}'] },
  },
  {
    id: 'render-deploy-hook',
    title: 'Render deploy hook',
    impact: 'Starts deployments of the service.',
    reference: 'https://render.com/docs/deploy-hooks',
    remediation: "Regenerate it in the service's settings.",
    severity: 'low',
    keywords: ['api.render.com/deploy/'],
    pattern: /\bapi\.render\.com\/deploy\/(?<secret>srv-[a-z0-9]{20}\?key=[A-Za-z0-9_-]{8,24})/,
    minEntropy: 3,
    examples: { match: ['curl https://api.render.com/deploy/srv-{loweralnum:20}?key={alnum:11}'] },
  },
]);
