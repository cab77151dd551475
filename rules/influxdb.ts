import { defineRules } from './define.js';

export const rules = defineRules('influxdb', [
  {
    id: 'influxdb-token',
    title: 'InfluxDB token',
    impact: "Reads and writes the organisation's buckets.",
    reference: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
    remediation: 'Delete the token in InfluxDB under API tokens.',
    keywords: ['influx'],
    value: /(?=[A-Za-z_-]{0,85}[0-9])[A-Za-z0-9_-]{86}==/,
    minEntropy: 4.5,
    examples: {
      match: ['INFLUX_API_KEY={base64url:86}==', 'influx.token: "{base64url:86}=="'],
      noMatch: ['INFLUX_API_KEY={base64url:43}=='],
    },
  },
]);
