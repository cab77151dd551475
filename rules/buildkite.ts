import { defineRules } from './define.js';

export const rules = defineRules('buildkite', [
  {
    id: 'buildkite-api-token',
    title: 'Buildkite API access token',
    impact: 'Starts builds and reads logs and artefacts within its scopes.',
    reference: 'https://buildkite.com/docs/apis/managing-api-tokens',
    remediation: 'Revoke the token at https://buildkite.com/user/api-access-tokens.',
    keywords: ['bkua_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>bkua_[a-z0-9]{40,56})(?![A-Za-z0-9_-])/,
    minEntropy: 3.2,
    examples: { match: ['BUILDKITE_API_TOKEN=bkua_{hex:40}'], noMatch: ['bkua_{hex:10}'] },
  },
  {
    id: 'buildkite-agent-token',
    title: 'Buildkite agent, job or registry token',
    impact: 'Takes jobs and reads their environment.',
    reference: 'https://buildkite.com/docs/agent/v3/tokens',
    remediation: 'Revoke the token under Agents in the organisation.',
    keywords: ['bkaa_', 'bkaj_', 'bkar_', 'bkct_', 'bkpt_', 'bkrt_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>bk(?:a[ajr]|ct|pt|rt)_[A-Za-z0-9_.-]{20,400})(?![A-Za-z0-9_-])/,
    minEntropy: 3.2,
    examples: { match: ['agent token: bkaa_{hex:40}'], noMatch: ['bkaa_{hex:10}'] },
  },
  {
    id: 'buildkite-legacy-token',
    title: 'Buildkite token (older form)',
    impact: 'Starts builds or takes jobs.',
    reference: 'https://buildkite.com/docs/agent/v3/tokens',
    remediation: 'Revoke the token in Buildkite.',
    keywords: ['buildkite'],
    value: /[0-9a-f]{50}|[0-9a-f]{40}|(?=[a-z]{0,39}[0-9])[a-z0-9]{40}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['BUILDKITE_API_KEY={hex:50}', 'buildkite.token: "{hex:50}"'],
      noMatch: ['BUILDKITE_API_KEY={hex:25}'],
    },
  },
]);
