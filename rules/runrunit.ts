import { defineRules } from './define.js';

export const rules = defineRules('runrunit', [
  {
    id: 'runrunit-app-key',
    title: 'Runrun.it app key',
    impact: 'Reads and changes tasks, together with the user token.',
    reference: 'https://runrun.it/api/documentation',
    remediation: 'Replace it in the profile under API and integrations.',
    severity: 'medium',
    keywords: ['runrunit', 'runrun_it', 'runrun.it'],
    value: /[0-9a-f]{32}/,
    minEntropy: 3,
    examples: { match: ['RUNRUNIT_APP_KEY={hex:32}', "'runrunit_app_key': '{hex:32}'"] },
  },
]);
