import { defineRules } from './define.js';

export const rules = defineRules('virustotal', [
  {
    id: 'virustotal-api-key',
    title: 'VirusTotal API key',
    impact: "Uses the account's quota.",
    reference: 'https://docs.virustotal.com/docs/please-give-me-an-api-key',
    remediation: 'Replace it at https://www.virustotal.com/gui/my-apikey.',
    severity: 'medium',
    keywords: ['virustotal', 'virus_total', 'vt_api'],
    value: /[0-9a-f]{64}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['VIRUSTOTAL_API_KEY={hex:64}', "'virustotal_api_key': '{hex:64}'"] },
  },
]);
