import { UserError } from '../../errors.js';
import type { Http } from '../http/http.js';
import { StoreError } from '../store-error.js';
import { awsEndpoint } from './endpoint.js';
import type { AwsCredentials } from './sigv4.js';

export interface WebIdentity {
  readonly http: Http;
  readonly env: NodeJS.ProcessEnv;
  readonly region: string;
  readonly roleArn: string;
  readonly token: string;
}

/** Credentials of a role for an OpenID Connect token: one unsigned call. */
export async function assumeWithWebIdentity({
  http,
  env,
  region,
  roleArn,
  token,
}: WebIdentity): Promise<AwsCredentials> {
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(roleArn))
    throw new UserError('roleArn is not the ARN of a role');
  const form = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: roleArn,
    RoleSessionName: 'keyhound',
    WebIdentityToken: token,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const url = awsEndpoint('sts', region, env);
  const answer = await http({ method: 'POST', url, headers, body: form.toString(), retry: true });
  const xml = answer.body.toString('utf8');
  answer.body.fill(0);
  const field = (name: string): string =>
    new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1]?.trim() ?? '';
  if (answer.status !== 200)
    throw new StoreError('denied', `AWS did not let us assume the role (${field('Code') || answer.status})`);
  const [accessKeyId, secretAccessKey, sessionToken] = [
    field('AccessKeyId'),
    field('SecretAccessKey'),
    field('SessionToken'),
  ];
  if (!accessKeyId || !secretAccessKey)
    throw new StoreError('failed', 'AWS gave no credentials for the role');
  return { accessKeyId, secretAccessKey, sessionToken };
}
