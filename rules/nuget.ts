import { defineRules } from './define.js';

export const rules = defineRules('nuget', [
  {
    id: 'nuget-api-key',
    title: 'NuGet API key',
    impact: 'Publishes packages as its owner: a way into everybody who installs them.',
    reference: 'https://learn.microsoft.com/nuget/nuget-org/scoped-api-keys',
    remediation: 'Revoke it at https://www.nuget.org/account/apikeys.',
    severity: 'critical',
    keywords: ['oy2'],
    pattern: /\b(?<secret>oy2[a-z0-9]{43})\b/,
    minEntropy: 3.3,
    examples: { match: ['dotnet nuget push -k oy2{loweralnum:43}'] },
  },
  {
    id: 'nuget-clear-text-password',
    title: 'Password of a NuGet feed in clear text',
    impact: 'Reads, or writes, the private package feed.',
    reference: 'https://learn.microsoft.com/nuget/reference/nuget-config-file#packagesourcecredentials',
    remediation:
      "Change the feed's password or token, and keep it in an environment variable or the encrypted form.",
    keywords: ['cleartextpassword'],
    pattern: /key="ClearTextPassword"\s{1,4}value="(?<secret>[^"%$\s<>]{6,200})"/,
    minEntropy: 2,
    examples: {
      match: ['<add key="ClearTextPassword" value="{alnum:20}" />'],
      noMatch: ['<add key="ClearTextPassword" value="%FEED_TOKEN%" />'],
    },
  },
]);
