import { defineRules } from './define.js';

export const rules = defineRules('spotify', [
  {
    id: 'spotify-client-secret',
    title: 'Spotify client secret',
    impact: 'Gets tokens as the application.',
    reference: 'https://developer.spotify.com/documentation/web-api/concepts/apps',
    remediation: 'Rotate it at https://developer.spotify.com/dashboard.',
    severity: 'medium',
    keywords: ['spotify'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    companions: [
      {
        name: 'client id',
        pattern:
          /client[_-]?id["'\]]{0,2}\s{0,4}(?:=>|:=|[=:])\s{0,4}["']?(?<value>[0-9a-f]{32})(?![A-Za-z0-9_-])/i,
        within: 256,
      },
    ],
    examples: { match: ['SPOTIFY_CLIENT_SECRET={hex:32}', "'spotify_client_secret': '{hex:32}'"] },
  },
  {
    id: 'spotify-access-token',
    title: 'Spotify access token',
    impact: 'Reads, and may change, what its user listens to.',
    reference: 'https://developer.spotify.com/documentation/web-api/concepts/apps',
    remediation: 'Rotate it at https://developer.spotify.com/dashboard.',
    severity: 'low',
    keywords: ['spotify'],
    value: /(?:BQ|AQ)[A-Za-z0-9_-]{80,320}/,
    minEntropy: 4,
    examples: { match: ['SPOTIFY_TOKEN=BQ{alnum:106}'] },
  },
]);
