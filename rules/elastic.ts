import { defineRules } from './define.js';

export const rules = defineRules('elastic', [
  {
    id: 'elastic-api-key',
    title: 'Elastic Cloud API key',
    impact: "Manages the organisation's deployments, or reads and writes their indices.",
    reference: 'https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys',
    remediation: 'Revoke the key in Elastic Cloud under API keys.',
    severity: 'critical',
    keywords: ['essu_', 'ess_', 'ent_search_', 'private-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>essu_[A-Za-z0-9_/+-]{60,200}={0,2})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['ELASTIC_TOKEN=essu_{alnum:100}', 'key: "essu_{alnum:100}"'],
      noMatch: ['essu_{alnum:10}'],
    },
  },
  {
    id: 'elastic-api-key-encoded',
    title: 'Elasticsearch API key',
    impact: 'Reads and writes the indices its role allows.',
    reference:
      'https://www.elastic.co/guide/en/elasticsearch/reference/current/security-api-create-api-key.html',
    remediation: 'Invalidate the key in Kibana under Stack management, API keys.',
    keywords: ['elastic', 'apikey'],
    pattern:
      /(?:[Ee]lastic|ELASTIC|[Kk]ibana|KIBANA|[Aa]uthorization\W{1,6}[Aa]pi[Kk]ey)[\w .:"'-]{0,48}?[=: ]\s{0,3}["']?(?<secret>[A-Za-z0-9+/]{58}==)(?![A-Za-z0-9+/=])/,
    minEntropy: 4,
    check: 'elastic-key',
    examples: {
      match: ['ELASTIC_API_KEY={elastic}', 'Authorization: ApiKey {elastic}'],
      noMatch: ['ELASTIC_API_KEY={base64:58}=='],
    },
  },
  {
    id: 'elastic-enterprise-search-key',
    title: 'Elastic App Search private key',
    impact: 'Reads and changes the search engines.',
    reference: 'https://www.elastic.co/guide/en/app-search/current/authentication.html',
    remediation: 'Delete the key in App Search under Credentials.',
    keywords: ['elastic', 'app_search', 'appsearch', 'enterprise_search'],
    value: /private-[a-z0-9]{24}/,
    minEntropy: 3.2,
    examples: {
      match: ['APP_SEARCH_KEY=private-{loweralnum:24}'],
      noMatch: ['APP_SEARCH_KEY=private-{loweralnum:8}'],
    },
  },
]);
