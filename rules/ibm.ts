import { defineRules } from './define.js';

export const rules = defineRules('ibm', [
  {
    id: 'ibm-cloud-api-key',
    title: 'IBM Cloud API key',
    impact: 'Acts as the user or service id in the account.',
    reference: 'https://cloud.ibm.com/docs/account?topic=account-userapikey',
    remediation: 'Delete the key at https://cloud.ibm.com/iam/apikeys.',
    severity: 'critical',
    keywords: ['ibm', 'iam_api', 'bluemix', 'watson', 'cos_api', 'iam_apikey'],
    value: /(?=[A-Za-z_-]{0,43}[0-9])[A-Za-z0-9_-]{44}/,
    assigned: true,
    minEntropy: 4,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['IBMCLOUD_API_KEY={alnum:44}', 'iam_apikey_key: "{alnum:44}"'],
      noMatch: ['IBMCLOUD_API_KEY={alnum:10}'],
    },
  },
  {
    id: 'ibm-cloudant-password',
    title: 'IBM Cloudant password',
    impact: "Reads and changes the account's databases.",
    reference: 'https://cloud.ibm.com/docs/Cloudant?topic=Cloudant-managing-access-for-cloudant',
    remediation: 'Delete the service credential in IBM Cloud.',
    keywords: ['cloudant'],
    pattern:
      /:\/\/[\w-]{1,64}:(?<secret>[0-9a-f]{64}|[a-z]{24})@[\w-]{1,80}\.cloudant(?:nosqldb\.appdomain\.cloud|\.com)/,
    minEntropy: 3,
    examples: {
      match: [
        'https://{uuid}-bluemix:{hex:64}@{uuid}-bluemix.cloudantnosqldb.appdomain.cloud',
        'https://shop:{hex:64}@shop.cloudant.com',
      ],
      noMatch: ['https://shop:short@shop.cloudant.com'],
    },
  },
  {
    id: 'ibm-cloudant-api-key',
    title: 'IBM Cloudant password or key',
    impact: "Reads and changes the account's databases.",
    reference: 'https://cloud.ibm.com/docs/Cloudant?topic=Cloudant-managing-access-for-cloudant',
    remediation: 'Delete the service credential in IBM Cloud.',
    keywords: ['cloudant'],
    value: /[0-9a-f]{64}|[a-z]{24}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['CLOUDANT_API_KEY={hex:64}', 'cloudant.token: "{hex:64}"'],
      noMatch: ['CLOUDANT_API_KEY={hex:12}'],
    },
  },
]);
