import { defineRules } from './define.js';

export const rules = defineRules('sumologic', [
  {
    id: 'sumologic-access-key',
    title: 'Sumo Logic access key',
    impact: 'Reads logs of the organization and changes its settings.',
    reference: 'https://help.sumologic.com/docs/manage/security/access-keys/',
    remediation: 'Delete it under Administration > Security > Access Keys.',
    keywords: ['sumo', 'sumologic'],
    value: /(?=[A-Za-z]{0,63}[0-9])[A-Za-z0-9]{64}/,
    minEntropy: 3.8,
    companions: [{ name: 'access id', pattern: /\b(?<value>su[A-Za-z0-9]{12})\b/, within: 256 }],
    examples: { match: ['SUMOLOGIC_ACCESSID=su{alnum:12}\nSUMOLOGIC_ACCESSKEY={alnum:64}'] },
  },
  {
    id: 'sumologic-access-id',
    title: 'Sumo Logic access id',
    impact: 'Names a key; with it reads logs of the organization.',
    reference: 'https://help.sumologic.com/docs/manage/security/access-keys/',
    remediation: 'Delete it under Administration > Security > Access Keys.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['sumo'],
    value: /su(?=[A-Za-z]{0,11}[0-9])[A-Za-z0-9]{12}/,
    minEntropy: 3,
    examples: { match: ['sumologic_access_id = "su{alnum:12}"'] },
  },
]);
