import { defineRules } from './define.js';

export const rules = defineRules('supabase', [
  {
    id: 'supabase-access-token',
    title: 'Supabase personal access token',
    impact: 'Manages every project of its user, databases included.',
    reference: 'https://supabase.com/docs/guides/api/api-keys',
    remediation: 'Revoke it at https://supabase.com/dashboard/account/tokens.',
    severity: 'critical',
    keywords: ['sbp_'],
    pattern: /\b(?<secret>sbp_(?:oauth_|v0_)?[0-9a-z]{40})\b/,
    minEntropy: 3,
    examples: { match: ['SUPABASE_ACCESS_TOKEN=sbp_{hex:40}'] },
  },
  {
    id: 'supabase-secret-key',
    title: 'Supabase secret key',
    impact: 'Reads and writes the whole database, past row-level security.',
    reference: 'https://supabase.com/docs/guides/api/api-keys',
    remediation: 'Rotate it at https://supabase.com/dashboard under Project Settings > API keys.',
    severity: 'critical',
    keywords: ['sb_secret_'],
    pattern:
      /\b(?<secret>sb_secret_[A-Za-z0-9_-]{20,24}_[A-Za-z0-9_-]{8}|sb_secret_[A-Za-z0-9_-]{31,40})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    companions: [
      {
        name: 'project',
        pattern: /(?<![A-Za-z0-9.-])(?<value>[a-z0-9]{16,32}\.supabase\.co)(?![A-Za-z0-9-])/,
        within: 512,
      },
    ],
    examples: { match: ['SUPABASE_SECRET_KEY=sb_secret_{base64url:22}_{base64url:8}'] },
  },
  {
    id: 'supabase-service-role-key',
    title: 'Supabase service role key',
    impact: 'Reads and writes the whole database, past row-level security.',
    reference: 'https://supabase.com/docs/guides/api/api-keys',
    remediation: 'Rotate it at https://supabase.com/dashboard under Project Settings > API keys.',
    severity: 'critical',
    keywords: ['eyjpc3mioijzdxbhymfzzsis'],
    pattern:
      /\b(?<secret>eyJ[A-Za-z0-9_-]{10,80}\.eyJpc3MiOiJzdXBhYmFzZSIs[A-Za-z0-9_-]{40,300}\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/,
    check: 'supabase-service-role',
    companions: [
      {
        name: 'project',
        pattern: /(?<![A-Za-z0-9.-])(?<value>[a-z0-9]{16,32}\.supabase\.co)(?![A-Za-z0-9-])/,
        within: 512,
      },
    ],
    examples: {
      match: ['SUPABASE_SERVICE_ROLE_KEY={supabase:service_role}'],
      noMatch: ['SUPABASE_ANON_KEY={supabase:anon}'],
    },
  },
]);
