import { defineRules } from './define.js';

export const rules = defineRules('tinybird', [
  {
    id: 'tinybird-token',
    title: 'Tinybird token',
    impact: "Reads, or appends to, the workspace's data.",
    reference: 'https://www.tinybird.co/docs/forward/administration/tokens',
    remediation: 'Refresh it at https://app.tinybird.co/tokens.',
    keywords: ['p.eyj1i'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>p\.eyJ1I[A-Za-z0-9_-]{40,400}\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['TB_TOKEN=p.eyJ1I{alnum:100}.{base64url:43}'] },
  },
]);
