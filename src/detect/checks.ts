import { awsAccessKeyId } from './checks/aws.js';
import { azureClientSecret, azureKey } from './checks/azure.js';
import { base64Json } from './checks/base64-json.js';
import { bech32 } from './checks/bech32.js';
import {
  atlassianPat,
  basicCredentials,
  discordToken,
  dockerAuth,
  dropboxToken,
  elasticKey,
  jfrogReference,
} from './checks/decoded.js';
import { githubAppJwt, githubCrc32, npmCrc32 } from './checks/github.js';
import { mapboxToken, sentryOrgToken, supabaseServiceRole } from './checks/json-token.js';
import { jwt, jwtBase64, jwtUnsigned } from './checks/jwt.js';
import { kubernetesJwt, kubernetesSecretValue } from './checks/kubernetes.js';
import { natsNkey } from './checks/nkey.js';
import { clearPrivateKey } from './checks/private-key.js';
import { pypiMacaroon } from './checks/pypi.js';
import { vaultServiceToken } from './checks/vault.js';
import { cloudflareCrc32, confluentCrc32, gitlabRoutable, grafanaCrc32 } from './checks/vendor-crc32.js';

/** What the structure of a secret says: its checksum holds, nothing speaks against it, or it cannot be real. */
export type Verdict = 'proven' | 'plausible' | 'refuted';

/** Judges one secret offline by its own structure; pure, and linear in its length. */
export type Check = (secret: string) => Verdict;

/** The checks a rule may name; proven makes a finding certain, refuted drops it. */
export const checks: Readonly<Record<string, Check>> = {
  'atlassian-pat': atlassianPat,
  'aws-access-key-id': awsAccessKeyId,
  'azure-client-secret': azureClientSecret,
  'azure-key': azureKey,
  'base64-json': base64Json,
  'basic-credentials': basicCredentials,
  bech32,
  'cloudflare-crc32': cloudflareCrc32,
  'confluent-crc32': confluentCrc32,
  'discord-token': discordToken,
  'docker-auth': dockerAuth,
  'dropbox-token': dropboxToken,
  'elastic-key': elasticKey,
  'jfrog-reference': jfrogReference,
  'kubernetes-jwt': kubernetesJwt,
  'kubernetes-secret-value': kubernetesSecretValue,
  'github-app-jwt': githubAppJwt,
  'github-crc32': githubCrc32,
  'gitlab-routable': gitlabRoutable,
  'grafana-crc32': grafanaCrc32,
  jwt,
  'jwt-base64': jwtBase64,
  'jwt-unsigned': jwtUnsigned,
  'clear-private-key': clearPrivateKey,
  'mapbox-token': mapboxToken,
  'nats-nkey': natsNkey,
  'npm-crc32': npmCrc32,
  'pypi-macaroon': pypiMacaroon,
  'sentry-org-token': sentryOrgToken,
  'supabase-service-role': supabaseServiceRole,
  'vault-service-token': vaultServiceToken,
};

/** The names that a rule's `check` may have. */
export const checkNames: readonly string[] = Object.keys(checks);
