import { defineRules } from './define.js';

export const rules = defineRules('pypi', [
  {
    id: 'pypi-upload-token',
    title: 'PyPI upload token',
    impact: 'Publishes releases of the projects it is for: a way into everybody who installs them.',
    reference: 'https://pypi.org/help/#apitoken',
    remediation: 'Remove it at https://pypi.org/manage/account/#api-tokens.',
    severity: 'critical',
    keywords: ['pypi-ageichlwas5vcmc', 'pypi-agendgvzdc5wexbplm9yzw'],
    pattern:
      /\b(?<secret>pypi-Ag(?:EIcHlwaS5vcmc|ENdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,1000}={0,2})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    check: 'pypi-macaroon',
    examples: {
      match: ['TWINE_PASSWORD={pypi:pypi.org}', 'password = pypi-AgEIcHlwaS5vcmc{base64url:150}'],
      noMatch: ['pypi-AgEIcHlwaS5vcmc{base64url:20}'],
    },
  },
]);
