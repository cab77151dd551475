import { defineRules } from './define.js';

export const rules = defineRules('jwt', [
  {
    id: 'jwt',
    title: 'JSON Web Token',
    impact: 'Acts as its subject until it runs out; some never do.',
    reference: 'https://www.rfc-editor.org/rfc/rfc7519',
    remediation: 'End the session, or rotate the signing key if the token has no expiry.',
    severity: 'medium',
    confidence: 'possible',
    selfMade: true,
    keywords: ['eyj', 'ewog', 'ew0k'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>e(?:y|wog|w0K)[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{2,8000}\.[A-Za-z0-9_-]{16,1400})(?![A-Za-z0-9_-])/,
    check: 'jwt',
    examples: {
      match: ['Authorization: Bearer {jwt}', 'token = "{jwt:role=admin}"'],
      noMatch: ['eyJ{alnum:20}.eyJ{alnum:30}.{alnum:43}'],
    },
  },
  {
    id: 'jwt-without-signature',
    title: 'JSON Web Token without its signature',
    impact: 'Shows the claims of a token whose signature may stand nearby.',
    reference: 'https://www.rfc-editor.org/rfc/rfc7519',
    remediation: 'Look for the rest of the token; end the session if it is there.',
    severity: 'low',
    confidence: 'possible',
    selfMade: true,
    keywords: ['eyj'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,8000})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
    check: 'jwt-unsigned',
    examples: { match: ['token = "{jwtcut}"'], noMatch: ['eyJ{alnum:20}.eyJ{alnum:30}'] },
  },
  {
    id: 'jwt-base64',
    title: 'JSON Web Token in base64',
    impact: 'Acts as its subject until it runs out; some never do.',
    reference: 'https://www.rfc-editor.org/rfc/rfc7519',
    remediation: 'End the session, or rotate the signing key if the token has no expiry.',
    severity: 'medium',
    confidence: 'possible',
    selfMade: true,
    keywords: ['zxlk'],
    pattern:
      /(?<![A-Za-z0-9+/])(?<secret>ZXlK(?:aGJHY2lPaU|ME[A-Za-z0-9+/]{6}|[A-Za-z0-9+/]{7})[A-Za-z0-9+/]{60,8000}={0,2})(?![A-Za-z0-9+/=])/,
    minEntropy: 4,
    check: 'jwt-base64',
    examples: { match: ['token: {b64jwt}'], noMatch: ['ZXlK{base64:100}'] },
  },
]);
