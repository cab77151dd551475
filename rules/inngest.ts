import { defineRules } from './define.js';

export const rules = defineRules('inngest', [
  {
    id: 'inngest-signing-key',
    title: 'Inngest signing key',
    impact: "Runs the app's functions and reads their events.",
    reference: 'https://www.inngest.com/docs/platform/signing-keys',
    remediation: 'Rotate the key in Inngest under Signing key.',
    keywords: ['signkey-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>signkey-(?:[a-z]{2,10}-)?[0-9a-f]{32,64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.2,
    examples: { match: ['INNGEST_SIGNING_KEY=signkey-prod-{hex:64}'], noMatch: ['signkey-prod-{hex:8}'] },
  },
  {
    id: 'inngest-event-key',
    title: 'Inngest event key',
    impact: "Sends events that run the app's functions.",
    reference: 'https://www.inngest.com/docs/events/creating-an-event-key',
    remediation: 'Delete the key in Inngest under Event keys.',
    severity: 'medium',
    keywords: ['inngest'],
    value: /(?=[A-Za-z_-]{0,85}[0-9])[A-Za-z0-9_-]{86}/,
    minEntropy: 4.4,
    examples: {
      match: ['INNGEST_API_KEY={base64url:86}', 'inngest.token: "{base64url:86}"'],
      noMatch: ['INNGEST_API_KEY={base64url:43}'],
    },
  },
]);
