import { UserError } from '../../errors.js';
import type { Http } from '../http/http.js';
import { StoreError } from '../store-error.js';
import { awsEndpoint } from './endpoint.js';
import { awsFailure } from './failure.js';
import { type AwsCredentials, signV4 } from './sigv4.js';

/** Where AWS is asked for credentials of a role. */
export interface Sts {
  readonly http: Http;
  readonly env: NodeJS.ProcessEnv;
  readonly region: string;
}

/** Credentials of a role for an OpenID Connect token: one unsigned call. */
export function assumeWithWebIdentity(
  sts: Sts,
  role: { readonly roleArn: string; readonly token: string },
): Promise<AwsCredentials> {
  return ask(sts, {
    Action: 'AssumeRoleWithWebIdentity',
    ...named(role.roleArn),
    WebIdentityToken: role.token,
  });
}

/** Credentials of a role for those of somebody who may take it. */
export function assumeRole(
  sts: Sts,
  role: { readonly roleArn: string; readonly externalId?: string; readonly from: AwsCredentials },
): Promise<AwsCredentials> {
  const external = role.externalId ? { ExternalId: role.externalId } : {};
  return ask(sts, { Action: 'AssumeRole', ...named(role.roleArn), ...external }, role.from);
}

function named(roleArn: string): { RoleArn: string; RoleSessionName: string } {
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(roleArn))
    throw new UserError('roleArn is not the ARN of a role');
  return { RoleArn: roleArn, RoleSessionName: 'keyhound' };
}

async function ask(
  { http, env, region }: Sts,
  fields: Readonly<Record<string, string>>,
  signer?: AwsCredentials,
): Promise<AwsCredentials> {
  const body = new URLSearchParams({ Version: '2011-06-15', ...fields }).toString();
  const url = awsEndpoint('sts', region, env);
  const plain = { 'content-type': 'application/x-www-form-urlencoded' };
  const scope = { region, service: 'sts', now: new Date() };
  const { host: _, ...headers } = signer
    ? signV4({ method: 'POST', url, headers: plain, body }, { ...scope, credentials: signer })
    : { host: '', ...plain };
  const answer = await http({ method: 'POST', url, headers, body, retry: true });
  if (answer.status !== 200) throw awsFailure(answer, String(fields.Action));
  const xml = answer.body.toString('utf8');
  answer.body.fill(0);
  const field = (name: string): string =>
    new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1]?.trim() ?? '';
  const [accessKeyId, secretAccessKey] = [field('AccessKeyId'), field('SecretAccessKey')];
  if (!accessKeyId || !secretAccessKey)
    throw new StoreError('failed', 'AWS gave no credentials for the role');
  return { accessKeyId, secretAccessKey, sessionToken: field('SessionToken') };
}
