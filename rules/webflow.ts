import { defineRules } from './define.js';

export const rules = defineRules('webflow', [
  {
    id: 'webflow-api-token',
    title: 'Webflow API token',
    impact: 'Changes and publishes the site.',
    reference: 'https://developers.webflow.com/data/reference/authentication/site-token',
    remediation: "Revoke it in the site's settings under Apps & integrations.",
    keywords: ['webflow'],
    value: /(?=[A-Za-z]{0,63}[0-9])[A-Za-z0-9]{64}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['WEBFLOW_API_TOKEN={alnum:64}', "'webflow_api_token': '{alnum:64}'"] },
  },
]);
