import { defineRules } from './define.js';

export const rules = defineRules('adafruit', [
  {
    id: 'adafruit-io-key',
    title: 'Adafruit IO key',
    impact: "Reads and changes the account's feeds and devices.",
    reference: 'https://io.adafruit.com/api/docs/#authentication',
    remediation: 'Regenerate the key at https://io.adafruit.com under My Key.',
    severity: 'medium',
    keywords: ['aio_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>aio_[A-Za-z0-9]{28})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['ADAFRUIT_TOKEN=aio_{alnum:28}', 'key: "aio_{alnum:28}"'],
      noMatch: ['aio_{alnum:14}'],
    },
  },
]);
