import { defineRules } from './define.js';

export const rules = defineRules('fileio', [
  {
    id: 'fileio-api-key',
    title: 'file.io API key',
    impact: "Reads and changes the account's files.",
    reference: 'https://www.file.io/developers',
    remediation: 'Delete the key in the file.io account.',
    severity: 'medium',
    keywords: ['fileio', 'file.io', 'file_io'],
    value: /[A-Z0-9.-]{39}/,
    assigned: true,
    minEntropy: 3.6,
    examples: {
      match: ['FILEIO_API_KEY={upperalnum:39}', 'fileio.token: "{upperalnum:39}"'],
      noMatch: ['FILEIO_API_KEY={upperalnum:19}'],
    },
  },
]);
