import type { Rule, RuleDefinition } from '../../types.js';
import { contextKeywords } from './keywords.js';

const OWASP = 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html';

/** What all of them share; their values have no format, so nothing here matches by itself. */
function rule(
  definition: Pick<RuleDefinition, 'id' | 'title' | 'impact' | 'examples'> & Partial<RuleDefinition>,
): Rule {
  return {
    provider: 'generic',
    reference: OWASP,
    remediation: 'Change it where it is used, and read it from the environment or a secret store instead.',
    confidence: 'possible',
    keywords: contextKeywords,
    ...definition,
  };
}

/** What is found by its context alone: the name it is given, the option or the header it stands behind. */
export const contextRules: readonly Rule[] = [
  rule({
    id: 'generic-password',
    title: 'Password in plain text',
    impact: 'Logs in as the account the password belongs to.',
    examples: { match: ['db_password = "{alnum:20}"'], noMatch: ['db_password = "<your password>"'] },
  }),
  rule({
    id: 'generic-api-key',
    title: 'Key of an API or of encryption in plain text',
    impact: 'Calls the service, or reads and signs what the key protects.',
    examples: { match: ['X_API_KEY={alnum:32}'], noMatch: ['key = "user_name"'] },
  }),
  rule({
    id: 'generic-token',
    title: 'Access token in plain text',
    impact: 'Acts as the account the token was issued to.',
    examples: { match: ['access_token: "{alnum:40}"'], noMatch: ['token = next_token()'] },
  }),
  rule({
    id: 'generic-secret',
    title: 'Secret in plain text',
    impact: 'Signs or decrypts what the secret protects, or logs in as the application.',
    examples: { match: ['client_secret = "{alnum:32}"'], noMatch: ['secretName: registry-credentials'] },
  }),
  rule({
    id: 'basic-auth-header',
    title: 'Password in an HTTP Basic header',
    impact: 'Logs in as the user whose name and password the header encodes.',
    reference: 'https://www.rfc-editor.org/rfc/rfc7617',
    examples: {
      match: ['Authorization: Basic {b64:deploy:Xq7-vRt2pKz9}'],
      noMatch: ['Authorization: Basic <credentials>'],
    },
  }),
  rule({
    id: 'bearer-token',
    title: 'Bearer token in an HTTP header',
    impact: 'Acts as the account the token was issued to.',
    reference: 'https://www.rfc-editor.org/rfc/rfc6750',
    examples: { match: ['Authorization: Bearer {alnum:40}'], noMatch: ['Authorization: Bearer $TOKEN'] },
  }),
  rule({
    id: 'url-credentials',
    title: 'Password in a URL',
    impact: 'Logs in to the host of the URL.',
    reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
    examples: {
      match: ['DATABASE_URL=postgres://app:{alnum:16}@db.internal:5432/app'],
      noMatch: ['https://user:password@example.com/'],
    },
  }),
  rule({
    id: 'connection-string-password',
    title: 'Password in a connection string',
    impact: 'Logs in to the database or the queue that the connection string names.',
    examples: {
      match: ['"Server=db.internal;Database=app;User Id=app;Password={alnum:16};"'],
      noMatch: ['"Server=db.internal;Database=app;User Id=app;Password=<password>;"'],
    },
  }),
  rule({
    id: 'command-line-password',
    title: 'Password in a command line',
    impact: 'Logs in as the account the command uses; other users of the machine can read it too.',
    examples: {
      match: ['curl -u deploy:{alnum:20} https://repo.internal/'],
      noMatch: ['mysql -u root -p$PASSWORD'],
    },
  }),
  rule({
    id: 'sql-password',
    title: 'Password in an SQL statement',
    impact: 'Logs in to the database as the account the statement creates or changes.',
    examples: {
      match: ["CREATE USER app IDENTIFIED BY '{alnum:16}';"],
      noMatch: ["CREATE USER app IDENTIFIED BY '<password>';"],
    },
  }),
  rule({
    id: 'kubernetes-secret',
    title: 'Value of a Kubernetes Secret',
    impact: 'Opens whatever the secret protects in the cluster; base64 is no encryption.',
    reference: 'https://kubernetes.io/docs/concepts/configuration/secret/',
    remediation: 'Change it, and commit only sealed, SOPS-encrypted or external secrets.',
    examples: {
      match: [
        'kind: Secret\nmetadata:\n  name: app\ndata:\n  password: {b64:Xq7vRt2pKz9w}\n',
        '{"kind": "Secret", "data": {"api-token": "{b64:k3Jx9QvT7mZp2LwRb5Ns}"}}\n',
      ],
      noMatch: ['kind: Secret\nmetadata:\n  name: app\ndata:\n  password: <base64>\n'],
    },
  }),
  rule({
    id: 'service-credential',
    title: 'Credential of a web service',
    impact: 'Calls the service in the name of the account the credential belongs to.',
    remediation:
      'Revoke it in the settings of the service that the name tells, and keep the next one out of the code.',
    examples: {
      match: ['besnappy: "{alnum:32}"', "instamojo '{alnum:24}'", 'cloudmersive := "{loweralnum:36}"'],
      noMatch: ['besnappy: "https://besnappy.internal/v1"', 'instamojo := "checkout-2"', 'ipinfo: "{uuid:}"'],
    },
  }),
  rule({
    id: 'key-file',
    title: 'File that holds nothing but a random value',
    impact: 'Opens whatever the key, token or password in the file protects.',
    remediation: 'Replace the value, and keep the file out of the repository.',
    examples: { match: ['{alnum:40}\n'], noMatch: ['{hex:40}\n', '{uuid:}\n', 'vendor/lib/posix/group2\n'] },
  }),
];
