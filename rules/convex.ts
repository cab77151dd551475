import { defineRules } from './define.js';

export const rules = defineRules('convex', [
  {
    id: 'convex-deploy-key',
    title: 'Convex deploy key',
    impact: 'Deploys code to the project and reads its data.',
    reference: 'https://docs.convex.dev/cli/deploy-key-types',
    remediation: 'Delete the key in the Convex dashboard under Settings.',
    severity: 'critical',
    keywords: ['convex', 'prod:', 'preview:'],
    pattern:
      /(?<![A-Za-z0-9_-])(?:prod|preview|dev|project):[a-z0-9:-]{3,80}\|(?<secret>[A-Za-z0-9+/=_-]{40,200})/,
    minEntropy: 4,
    examples: {
      match: ['CONVEX_DEPLOY_KEY="prod:happy-animal-123|{base64:80}"'],
      noMatch: ['CONVEX_DEPLOY_KEY="prod:happy-animal-123|"'],
    },
  },
  {
    id: 'convex-access-token',
    title: 'Convex team or personal access token',
    impact: "Manages the team's projects.",
    reference: 'https://docs.convex.dev/platform-apis',
    remediation: 'Delete the token in the Convex dashboard.',
    keywords: ['convex'],
    value: /eyJ2MiI6I[A-Za-z0-9+/]{40,60}={0,2}/,
    minEntropy: 3.8,
    check: 'base64-json',
    examples: { match: ['CONVEX_TEAM_ACCESS_TOKEN={convex}'], noMatch: ['CONVEX_TOKEN=eyJ2MiI6I{alnum:8}'] },
  },
]);
