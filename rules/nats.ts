import { defineRules } from './define.js';

export const rules = defineRules('nats', [
  {
    id: 'nats-nkey-seed',
    title: 'NATS NKey seed',
    impact: 'Signs in, or signs accounts, as its owner.',
    reference: 'https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth',
    remediation: 'Make a new pair with `nk -gen`, and replace the public key.',
    severity: 'critical',
    keywords: ['nkey', 'nats', 'seed: su', 'seed=su', 'seed = su'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>S[UAONC][A-Z2-7]{56})(?![A-Za-z0-9_=])/,
    minEntropy: 3.8,
    check: 'nats-nkey',
    examples: { match: ['nats --nkey {nkey:SU}'], noMatch: ['nats SU{base32:56}'] },
  },
]);
