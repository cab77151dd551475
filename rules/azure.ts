import { defineRules } from './define.js';

export const rules = defineRules('azure', [
  {
    id: 'azure-app-configuration-key',
    title: 'Azure App Configuration connection string',
    impact: 'Reads and changes the settings of every app that uses the store.',
    reference: 'https://learn.microsoft.com/azure/azure-app-configuration/howto-best-practices',
    remediation: 'Regenerate the key in the Azure portal under App Configuration, Access settings.',
    keywords: ['azconfig.io'],
    pattern:
      /https:\/\/[a-z0-9-]{3,60}\.azconfig\.io;Id=[^;\s]{4,64};Secret=(?<secret>[A-Za-z0-9+/]{36,120}={0,2})/,
    minEntropy: 4,
    examples: {
      match: ['Endpoint=https://shop.azconfig.io;Id=a1b2-l9-s0:{alnum:20};Secret={base64:43}='],
      noMatch: ['Endpoint=https://shop.azconfig.io;Id=xxx;Secret=xxx'],
    },
  },
  {
    id: 'azure-sas-signature',
    title: 'Azure shared access signature',
    impact: 'Reaches the named storage or endpoint with the rights of the link until it runs out.',
    reference: 'https://learn.microsoft.com/azure/storage/common/storage-sas-overview',
    remediation: 'Rotate the account key that signed it, or remove its stored access policy.',
    keywords: ['sig='],
    pattern: /(?:[?&; "']|&amp;)sig=(?<secret>[A-Za-z0-9+/%_-]{40,90}(?:%3[Dd]|=|(?![A-Za-z0-9+/%_-])))/,
    minEntropy: 3.8,
    companions: [
      {
        name: 'grant',
        pattern:
          /(?:[?&; "']|amp;)(?:sv=\d[\w.-]{2,10}|sr=[^&\s]{3,200}|SharedAccessSignature)|SharedAccessSignature sr=/,
        within: 500,
        required: true,
      },
    ],
    examples: {
      match: [
        'https://photos.blob.core.windows.net/c?sv=2024-11-04&ss=b&sp=r&se=2030-01-01T00:00:00Z&sig={base64:43}%3D',
        'SharedAccessSignature sr=https%3A%2F%2Fhub.servicebus.windows.net&sig={base64:43}%3D&se=1900000000&skn=Root',
      ],
      noMatch: ['https://host/path?sig={base64:43}%3D'],
    },
  },
  {
    id: 'azure-client-secret',
    title: 'Microsoft Entra client secret',
    impact: 'Signs in as the application with every permission it was granted.',
    reference: 'https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials',
    remediation:
      'Remove the secret in the Entra admin center under App registrations, Certificates & secrets.',
    severity: 'critical',
    keywords: ['7q~', '8q~'],
    pattern:
      /(?<![A-Za-z0-9_~.-])(?<secret>[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34})(?![A-Za-z0-9_~-])/,
    minEntropy: 3.8,
    check: 'azure-client-secret',
    companions: [
      {
        name: 'client id',
        pattern:
          /[Cc]lient_?[Ii][Dd]["'\s]{0,3}[=:]\s{0,3}["']?(?<value>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/,
        within: 400,
      },
    ],
    examples: {
      match: ['AZURE_CLIENT_SECRET={alnum:3}8Q~{alnum:34}', 'clientSecret: "{alnum:3}7Q~{alnum:31}"'],
      noMatch: ['AZURE_CLIENT_SECRET={alnum:3}8Q~{alnum:10}'],
    },
  },
  {
    id: 'azure-client-secret-named',
    title: 'Microsoft Entra client secret (older form)',
    impact: 'Signs in as the application with every permission it was granted.',
    reference: 'https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials',
    remediation:
      'Remove the secret in the Entra admin center under App registrations, Certificates & secrets.',
    severity: 'critical',
    keywords: [
      'azure_client_secret',
      'azureclientsecret',
      'arm_client_secret',
      'azuread',
      'azure_ad',
      'aad_client_secret',
      'login.microsoftonline.com',
      'servicebus_client_secret',
    ],
    pattern:
      /(?:[Cc]lient|CLIENT|[Aa]pp|APP)_?(?:[Ss]ecret|SECRET|[Kk]ey|KEY|[Pp]assword|PASSWORD)[\w.]{0,12}["'`\]]{0,2}\s{0,8}(?:=>|:=|[=:,])\s{0,8}["'`]{0,3}(?<secret>[A-Za-z0-9_~.@:?/=[\]+-]{32,44})(?![A-Za-z0-9_~+/=-]|\.[A-Za-z0-9])/,
    minEntropy: 3.8,
    companions: [
      {
        name: 'tenant or client id',
        pattern: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
        within: 600,
        required: true,
      },
    ],
    examples: {
      match: ['AZURE_TENANT_ID={uuid}\nAZURE_CLIENT_SECRET={alnum:20}-{alnum:20}='],
      noMatch: ['AZURE_CLIENT_SECRET={alnum:20}'],
    },
  },
  {
    id: 'azure-devops-pat',
    title: 'Azure DevOps personal access token',
    impact: "Reads and changes the organisation's code, pipelines and packages within its scopes.",
    reference:
      'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    remediation: 'Revoke it in Azure DevOps under User settings, Personal access tokens.',
    severity: 'critical',
    keywords: ['azdo'],
    pattern: /(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})(?![A-Za-z0-9])/,
    minEntropy: 4,
    examples: {
      match: ['AZURE_DEVOPS_EXT_PAT={alnum:76}AZDO{alnum:4}'],
      noMatch: ['{alnum:60}AZDO{alnum:4}'],
    },
  },
  {
    id: 'azure-devops-pat-legacy',
    title: 'Azure DevOps personal access token (older form)',
    impact: "Reads and changes the organisation's code, pipelines and packages within its scopes.",
    reference:
      'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    remediation: 'Revoke it in Azure DevOps under User settings, Personal access tokens.',
    severity: 'critical',
    keywords: [
      'azure_devops',
      'azuredevops',
      'azure-devops',
      'dev.azure.com',
      'visualstudio.com',
      'vsts',
      'vss_nuget',
      'system_accesstoken',
      'azdo',
      'azure',
      'devops',
      'pkgs.dev.azure',
    ],
    value: /(?=[a-z2-7]{0,51}[2-7])[a-z2-7]{52}/,
    minEntropy: 3.8,
    examples: {
      match: ['AZURE_DEVOPS_PAT={loweralnum32:52}'],
      noMatch: ['AZURE_DEVOPS_PAT={loweralnum32:40}'],
    },
  },
  {
    id: 'azure-devops-pat-in-url',
    title: 'Azure DevOps personal access token in an address',
    impact: "Reads and changes the organisation's code, pipelines and packages within its scopes.",
    reference:
      'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    remediation: 'Revoke it in Azure DevOps under User settings, Personal access tokens.',
    severity: 'critical',
    keywords: ['dev.azure.com', 'visualstudio.com'],
    pattern:
      /:\/\/(?:[^\s:@/"']{0,64}:)?(?<secret>[a-z2-7]{52})@(?:[\w.-]{1,60}\.)?(?:dev\.azure|visualstudio)\.com/,
    minEntropy: 3.8,
    examples: {
      match: ['https://user:{loweralnum32:52}@dev.azure.com/org/_git/repo'],
      noMatch: ['https://user:{loweralnum32:20}@dev.azure.com/org/_git/repo'],
    },
  },
  {
    id: 'azure-subscription-key',
    title: 'Azure subscription key',
    impact: "Calls the AI service or API the key belongs to, at the owner's cost.",
    reference: 'https://learn.microsoft.com/azure/ai-services/authentication',
    remediation: 'Regenerate the key of the resource in the Azure portal under Access keys.',
    keywords: [
      'subscription-key',
      'subscription_key',
      'subscriptionkey',
      'azure_openai',
      'azure-openai',
      'azureopenai',
      'openai.azure.com',
      'cognitiveservices',
      'cognitive_services',
      'azure_api_key',
      'azure_speech',
      'azure_search',
      'search.windows.net',
    ],
    value:
      /(?=[0-9a-f]{0,31}[a-f])(?=[0-9a-f]{0,31}[0-9])[0-9a-f]{32}|(?=[0-9A-F]{0,31}[A-F])(?=[0-9A-F]{0,31}[0-9])[0-9A-F]{32}/,
    minEntropy: 3,
    examples: {
      match: ['Ocp-Apim-Subscription-Key: {hex:32}', 'AZURE_OPENAI_KEY={hex:32}'],
      noMatch: ['AZURE_OPENAI_KEY={hex:20}'],
    },
  },
  {
    id: 'azure-logic-app-url',
    title: 'Azure Logic Apps trigger address',
    impact: 'Starts the workflow with any input.',
    reference: 'https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app',
    remediation: 'Regenerate the access key of the logic app.',
    severity: 'medium',
    keywords: ['logic.azure.com'],
    pattern: /logic\.azure\.com[^\s"'<>]{20,400}[?&;]sig=(?<secret>[A-Za-z0-9_%-]{40,60})/,
    minEntropy: 3.8,
    examples: {
      match: [
        'https://prod-12.westeurope.logic.azure.com:443/workflows/{hex:32}/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sig={base64url:43}',
      ],
      noMatch: ['https://prod-12.westeurope.logic.azure.com/workflows/{hex:32}'],
    },
  },
  {
    id: 'azure-refresh-token',
    title: 'Microsoft Entra refresh token',
    impact: 'Gets new access tokens for the user until it is revoked.',
    reference: 'https://learn.microsoft.com/entra/identity-platform/refresh-tokens',
    remediation: "Revoke the user's sessions in the Entra admin center.",
    keywords: ['0.a', '1.a'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>[01]\.A[A-Za-z0-9_-]{30,120}\.[A-Za-z0-9_-]{150,2000}(?:\.[A-Za-z0-9_-]{10,2000})?)(?![A-Za-z0-9_-])/,
    minEntropy: 4.5,
    examples: {
      match: ['refresh_token: "0.A{base64url:40}.{base64url:600}"'],
      noMatch: ['refresh_token: 0.A{base64url:40}'],
    },
  },
]);
