import { defineRules } from './define.js';

export const rules = defineRules('screenshotapi', [
  {
    id: 'screenshotapi-key',
    title: 'ScreenshotAPI key',
    impact: "Takes screenshots at the account's cost.",
    reference: 'https://www.screenshotapi.com/docs',
    remediation: 'Replace it at https://app.screenshotapi.com.',
    severity: 'low',
    keywords: ['screenshotapi', 'screenshot_api'],
    value: /[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{7}/,
    minEntropy: 3,
    examples: { match: ['SCREENSHOTAPI_KEY={upperalnum:7}-{upperalnum:7}-{upperalnum:7}-{upperalnum:7}'] },
  },
]);
