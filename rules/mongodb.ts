import { defineRules } from './define.js';

export const rules = defineRules('mongodb', [
  {
    id: 'mongodb-atlas-service-account-secret',
    title: 'MongoDB Atlas service account secret',
    impact: 'Administers the Atlas organization or project: clusters, users, network access.',
    reference: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    remediation: 'Revoke it in Atlas under Organization Access Manager > Applications.',
    severity: 'critical',
    keywords: ['mdb_sa_sk_'],
    pattern: /\b(?<secret>mdb_sa_sk_[A-Za-z0-9_-]{30,64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    companions: [{ name: 'client id', pattern: /\b(?<value>mdb_sa_id_[0-9a-f]{24})\b/, within: 512 }],
    examples: { match: ['ATLAS_CLIENT_ID=mdb_sa_id_{hex:24}\nATLAS_CLIENT_SECRET=mdb_sa_sk_{base64url:40}'] },
  },
  {
    id: 'mongodb-atlas-private-key',
    title: 'MongoDB Atlas API private key',
    impact: 'Administers the Atlas organization or project, together with its public key.',
    reference: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    remediation: 'Revoke it in Atlas under Organization Access Manager > Applications.',
    severity: 'critical',
    keywords: ['atlas'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    companions: [
      { name: 'public key', pattern: /public_?key[^A-Za-z0-9\n]{1,8}(?<value>[a-z]{8})\b/i, within: 256 },
    ],
    examples: { match: ['MONGODB_ATLAS_PUBLIC_KEY=abcdwxyz\nMONGODB_ATLAS_PRIVATE_KEY={uuid}'] },
  },
]);
