import { defineRules } from './define.js';

export const rules = defineRules('launchdarkly', [
  {
    id: 'launchdarkly-key',
    title: 'LaunchDarkly access token or SDK key',
    impact: 'Changes, or reads, feature flags of the account.',
    reference: 'https://launchdarkly.com/docs/home/account/api',
    remediation: 'Delete it at https://app.launchdarkly.com/settings/authorization.',
    keywords: [
      'launchdarkly',
      'launch_darkly',
      'launch-darkly',
      'ld_sdk',
      'ldclient',
      'ld_api',
      'sdk_key',
      'sdkkey',
    ],
    value: /(?:api|sdk)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['LAUNCHDARKLY_SDK_KEY=sdk-{uuid}'] },
  },
  {
    id: 'launchdarkly-access-token',
    title: 'LaunchDarkly access token by its name',
    impact: 'Changes feature flags of the account.',
    reference: 'https://launchdarkly.com/docs/home/account/api',
    remediation: 'Delete it at https://app.launchdarkly.com/settings/authorization.',
    keywords: ['launchdarkly', 'launch_darkly'],
    value: /(?=[A-Za-z_-]{0,39}[0-9])[A-Za-z0-9_-]{40}/,
    assigned: true,
    minEntropy: 3.3,
    exclude: /^(?:api|sdk)-/,
    examples: {
      match: ['LAUNCHDARKLY_ACCESS_TOKEN={base64url:40}', "'launchdarkly_access_token': '{base64url:40}'"],
    },
  },
]);
