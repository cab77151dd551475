import { defineRules } from './define.js';

export const rules = defineRules('hubspot', [
  {
    id: 'hubspot-private-app-token',
    title: 'HubSpot private app token',
    impact: "Reads, and within its scopes changes, the account's contacts and deals.",
    reference: 'https://developers.hubspot.com/docs/guides/apps/private-apps/overview',
    remediation: 'Rotate the token in HubSpot under Integrations, Private apps.',
    keywords: ['pat-na', 'pat-eu', 'pat-ap'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>pat-(?:na|eu|ap)\d-[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12})(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: { match: ['HUBSPOT_TOKEN=pat-na1-{uuid}'], noMatch: ['pat-na1-{hex:8}'] },
  },
  {
    id: 'hubspot-api-key',
    title: 'HubSpot API key or client secret',
    impact: "Reads and changes the account's contacts and deals.",
    reference: 'https://developers.hubspot.com/docs/guides/apps/authentication/intro-to-auth',
    remediation: 'Rotate it in HubSpot under Integrations.',
    keywords: ['hubspot', 'hapikey', 'hapi_key'],
    // what is assigned to a name that ends in "id" is an id: a client's, a tenant's, a portal's
    value:
      /(?<!(?:[_-][Ii]|I|\b[Ii])[Dd]["'`]?\s{0,3}[:=]\s{0,3}["'`]?)[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/,
    minEntropy: 3,
    examples: {
      match: ['HUBSPOT_API_KEY={uuid}', "hapikey = '{uuid}'", 'new HubSpotAPI("{uuid}")'],
      noMatch: [
        'HUBSPOT_API_KEY={hex:8}',
        'HUBSPOT_CLIENT_ID={uuid}',
        '"vendorName": "Hubspot",\n"vendorTenantId": "{uuid}"',
      ],
    },
  },
]);
