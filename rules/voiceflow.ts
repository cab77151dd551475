import { defineRules } from './define.js';

export const rules = defineRules('voiceflow', [
  {
    id: 'voiceflow-api-key',
    title: 'Voiceflow API key',
    impact: "Talks to the assistant at the account's cost and reads transcripts.",
    reference: 'https://docs.voiceflow.com/docs/step-1-get-api-key',
    remediation: "Reset it in the project's integrations.",
    severity: 'medium',
    keywords: ['vf.'],
    pattern: /\b(?<secret>VF\.(?:(?:DM|WS)\.)?[0-9a-fA-F]{24}\.[A-Za-z0-9]{16})\b/,
    minEntropy: 3,
    examples: { match: ['VOICEFLOW_KEY=VF.DM.{hex:24}.{alnum:16}'] },
  },
]);
