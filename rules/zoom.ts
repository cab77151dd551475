import { defineRules } from './define.js';

export const rules = defineRules('zoom', [
  {
    id: 'zoom-client-secret',
    title: 'Zoom client secret or webhook secret',
    impact: 'Acts as the app: reads meetings, recordings and users.',
    reference: 'https://developers.zoom.us/docs/internal-apps/s2s-oauth/',
    remediation: 'Regenerate it at https://marketplace.zoom.us/user/build.',
    keywords: ['zoom_', 'zoom-', 'zoom.us', 'zoomclient', 'zoom client', 'zoomapi'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 4,
    companions: [
      {
        name: 'client id',
        pattern: /client_?id[^A-Za-z0-9\n]{1,8}(?<value>[A-Za-z0-9_]{22})\b/i,
        within: 256,
      },
    ],
    examples: { match: ['ZOOM_CLIENT_SECRET={alnum:32}'] },
  },
]);
