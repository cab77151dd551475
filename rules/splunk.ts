import { defineRules } from './define.js';

export const rules = defineRules('splunk', [
  {
    id: 'splunk-hec-token',
    title: 'Splunk HEC token',
    impact: 'Sends made-up events to the index.',
    reference:
      'https://help.splunk.com/en/splunk-enterprise/get-data-in/get-started-with-getting-data-in/set-up-and-use-http-event-collector-in-splunk-web',
    remediation: 'Delete it under Settings > Data inputs > HTTP Event Collector.',
    severity: 'medium',
    keywords: ['splunk'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['SPLUNK_HEC_TOKEN={uuid}', "'splunk_hec_token': '{uuid}'"] },
  },
  {
    id: 'splunk-observability-token',
    title: 'Splunk Observability (SignalFx) access token',
    impact: 'Sends, or reads, metrics of the organization.',
    reference:
      'https://help.splunk.com/en/splunk-enterprise/get-data-in/get-started-with-getting-data-in/set-up-and-use-http-event-collector-in-splunk-web',
    remediation: 'Delete it under Settings > Data inputs > HTTP Event Collector.',
    severity: 'medium',
    keywords: ['splunk', 'signalfx', 'sfx_'],
    value: /(?=[A-Za-z_-]{0,21}[0-9])[A-Za-z0-9_-]{22}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['SPLUNK_ACCESS_TOKEN={base64url:22}', "'splunk_access_token': '{base64url:22}'"] },
  },
]);
