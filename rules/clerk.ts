import { defineRules } from './define.js';

export const rules = defineRules('clerk', [
  {
    id: 'clerk-secret-key',
    title: 'Clerk secret key',
    impact: "Reads and changes the application's users and signs in as any of them.",
    reference: 'https://clerk.com/docs/deployments/clerk-environment-variables',
    remediation: 'Rotate the key in the Clerk dashboard under API keys.',
    severity: 'critical',
    keywords: ['clerk'],
    pattern:
      /(?:[Cc]lerk|CLERK)[\w"'.: =]{0,40}?(?<![A-Za-z0-9])(?<secret>sk_(?:live|test)_[A-Za-z0-9]{28,64})(?![A-Za-z0-9])/,
    minEntropy: 3.8,
    examples: {
      match: ['CLERK_SECRET_KEY=sk_live_{alnum:42}', 'clerk.secret: "sk_test_{alnum:32}"'],
      noMatch: ['CLERK_SECRET_KEY=sk_live_{alnum:10}'],
    },
  },
]);
