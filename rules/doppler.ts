import { defineRules } from './define.js';

export const rules = defineRules('doppler', [
  {
    id: 'doppler-personal-token',
    title: 'Doppler personal token',
    impact: 'Reads and changes every secret the user can.',
    reference: 'https://docs.doppler.com/reference/auth-token-formats',
    remediation: 'Revoke the token in Doppler under Access or Tokens.',
    severity: 'critical',
    keywords: ['dp.pt.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>dp\.pt\.(?:[a-z0-9_-]{2,60}\.)?[A-Za-z0-9]{40,44})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['DOPPLER_TOKEN=dp.pt.{alnum:43}'], noMatch: ['dp.pt.{alnum:8}'] },
  },
  {
    id: 'doppler-service-token',
    title: 'Doppler service token',
    impact: 'Reads the secrets of one configuration.',
    reference: 'https://docs.doppler.com/reference/auth-token-formats',
    remediation: 'Revoke the token in Doppler under Access or Tokens.',
    severity: 'critical',
    keywords: ['dp.st.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>dp\.st\.(?:[a-z0-9_-]{2,60}\.)?[A-Za-z0-9]{40,44})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['DOPPLER_TOKEN=dp.st.prd.{alnum:43}'], noMatch: ['dp.st.{alnum:8}'] },
  },
  {
    id: 'doppler-service-account-token',
    title: 'Doppler service account token',
    impact: 'Reads and changes the secrets its role allows.',
    reference: 'https://docs.doppler.com/reference/auth-token-formats',
    remediation: 'Revoke the token in Doppler under Access or Tokens.',
    severity: 'critical',
    keywords: ['dp.sa.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>dp\.sa\.(?:[a-z0-9_-]{2,60}\.)?[A-Za-z0-9]{40,44})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['dp.sa.{alnum:43}'], noMatch: ['dp.sa.{alnum:8}'] },
  },
  {
    id: 'doppler-cli-token',
    title: 'Doppler CLI token',
    impact: 'Reads and changes every secret the user can.',
    reference: 'https://docs.doppler.com/reference/auth-token-formats',
    remediation: 'Revoke the token in Doppler under Access or Tokens.',
    severity: 'critical',
    keywords: ['dp.ct.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>dp\.ct\.(?:[a-z0-9_-]{2,60}\.)?[A-Za-z0-9]{40,44})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['token: dp.ct.{alnum:43}'], noMatch: ['dp.ct.{alnum:8}'] },
  },
  {
    id: 'doppler-scim-token',
    title: 'Doppler SCIM token',
    impact: "Adds and removes the workplace's members.",
    reference: 'https://docs.doppler.com/reference/auth-token-formats',
    remediation: 'Revoke the token in Doppler under Access or Tokens.',
    keywords: ['dp.scim.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>dp\.scim\.(?:[a-z0-9_-]{2,60}\.)?[A-Za-z0-9]{40,44})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['dp.scim.{alnum:43}'], noMatch: ['dp.scim.{alnum:8}'] },
  },
  {
    id: 'doppler-audit-token',
    title: 'Doppler audit token',
    impact: "Reads the workplace's activity logs.",
    reference: 'https://docs.doppler.com/reference/auth-token-formats',
    remediation: 'Revoke the token in Doppler under Access or Tokens.',
    keywords: ['dp.audit.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>dp\.audit\.(?:[a-z0-9_-]{2,60}\.)?[A-Za-z0-9]{40,44})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['dp.audit.{alnum:43}'], noMatch: ['dp.audit.{alnum:8}'] },
  },
]);
