import { defineRules } from './define.js';

export const rules = defineRules('freemius', [
  {
    id: 'freemius-secret-key',
    title: 'Freemius secret key',
    impact: "Reads and changes the product's sales and licences.",
    reference: 'https://freemius.com/help/documentation/wordpress-sdk/',
    remediation: 'Regenerate the key in the Freemius developer dashboard.',
    keywords: ['secret_key'],
    pattern: /["']secret_key["']\s{0,8}=>\s{0,8}["'](?<secret>sk_[^\s"']{29})["']/,
    minEntropy: 3.5,
    examples: { match: ["'secret_key' => 'sk_{alnum:29}'"], noMatch: ["'secret_key' => sk_{alnum:29}"] },
  },
]);
