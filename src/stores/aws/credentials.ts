import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import { runChild } from '../child.js';
import { githubToken } from '../http/github-token.js';
import type { Http } from '../http/http.js';
import { isRecord, takeJson } from '../http/json.js';
import { isLoopback } from '../http/proxy.js';
import { readProfile } from './profile.js';
import type { AwsCredentials } from './sigv4.js';
import { assumeWithWebIdentity } from './sts.js';

/** How to find credentials beyond the environment. */
export interface AwsLogin {
  readonly region: string;
  readonly profile?: string;
  /** Assumed with the GitHub ID token of the job, or with the token of AWS_WEB_IDENTITY_TOKEN_FILE. */
  readonly roleArn?: string;
  readonly audience?: string;
}

/**
 * Credentials in the order of the AWS tools: a configured role by web identity, the environment, web identity of
 * the environment, a profile, the container's endpoint. Throws UserError saying what to set.
 */
export async function awsCredentials(
  login: AwsLogin,
  http: Http,
  env: NodeJS.ProcessEnv,
): Promise<AwsCredentials> {
  if (login.roleArn)
    return assumeWithWebIdentity({
      http,
      env,
      region: login.region,
      roleArn: login.roleArn,
      token: await identityToken(login, http, env),
    });
  if (!login.profile && env.AWS_ACCESS_KEY_ID && env.AWS_SECRET_ACCESS_KEY) {
    return credentials(env.AWS_ACCESS_KEY_ID, env.AWS_SECRET_ACCESS_KEY, env.AWS_SESSION_TOKEN);
  }
  if (env.AWS_WEB_IDENTITY_TOKEN_FILE && env.AWS_ROLE_ARN) {
    return assumeWithWebIdentity({
      http,
      env,
      region: login.region,
      roleArn: env.AWS_ROLE_ARN,
      token: await identityToken(login, http, env),
    });
  }
  const found = (await fromProfile(login, env)) ?? (await fromContainer(http, env));
  if (!found)
    throw new UserError(
      'no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or stores.roleArn',
    );
  return found;
}

function credentials(accessKeyId: string, secretAccessKey: string, sessionToken?: string): AwsCredentials {
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

async function identityToken({ audience }: AwsLogin, http: Http, env: NodeJS.ProcessEnv): Promise<string> {
  const file = env.AWS_WEB_IDENTITY_TOKEN_FILE;
  if (!file) return githubToken(http, env, audience ?? 'sts.amazonaws.com');
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => {
      throw new UserError('AWS_WEB_IDENTITY_TOKEN_FILE names a file that cannot be read');
    },
  );
}

async function fromProfile(login: AwsLogin, env: NodeJS.ProcessEnv): Promise<AwsCredentials | undefined> {
  const name = login.profile ?? env.AWS_PROFILE ?? 'default';
  const profile = await readProfile(name, env);
  const { aws_access_key_id: id, aws_secret_access_key: secret, aws_session_token: token } = profile;
  if (id && secret && !profile.role_arn) return credentials(id, secret, token);
  if (profile.credential_process) return fromProcess(profile.credential_process, env);
  // Single sign-on and roles that are assumed: the AWS CLI knows how, and caches.
  return profile.sso_session || profile.sso_start_url || profile.role_arn ? fromCli(name, env) : undefined;
}

async function fromProcess(line: string, env: NodeJS.ProcessEnv): Promise<AwsCredentials> {
  const [command = '', ...args] = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    (word) => word[1] ?? word[2] ?? '',
  );
  return parse(
    await runChild({ command, args, env, missing: 'credential_process of the AWS profile is not there' }),
  );
}

async function fromCli(name: string, env: NodeJS.ProcessEnv): Promise<AwsCredentials> {
  const args = ['configure', 'export-credentials', '--format', 'process', '--profile', name];
  return parse(
    await runChild({
      command: 'aws',
      args,
      env,
      missing: `AWS profile ${name} needs the AWS CLI: install awscli 2`,
    }),
  );
}

function parse(output: Buffer | undefined): AwsCredentials {
  const json = output && takeJson(output);
  const { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token } = json ?? {};
  if (typeof id !== 'string' || typeof secret !== 'string')
    throw new UserError('the program that gives AWS credentials failed: log in first');
  return credentials(id, secret, typeof token === 'string' ? token : undefined);
}

/** ECS, EKS pod identity and the like. https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html */
async function fromContainer(http: Http, env: NodeJS.ProcessEnv): Promise<AwsCredentials | undefined> {
  const relative = env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI;
  const address = relative
    ? `http://${CONTAINER_HOSTS[0]}${relative}`
    : env.AWS_CONTAINER_CREDENTIALS_FULL_URI;
  if (!address) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname) && !CONTAINER_HOSTS.includes(url.host)) {
    throw new UserError('AWS_CONTAINER_CREDENTIALS_FULL_URI must be https or an address of this machine');
  }
  const file = env.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE;
  const authorization = file ? (await readFile(file, 'utf8')).trim() : env.AWS_CONTAINER_AUTHORIZATION_TOKEN;
  const answer = await http({
    method: 'GET',
    url,
    headers: authorization ? { authorization } : {},
    retry: true,
  });
  const json = takeJson(answer.body);
  const { AccessKeyId: id, SecretAccessKey: secret, Token: token } = isRecord(json) ? json : {};
  if (typeof id !== 'string' || typeof secret !== 'string')
    throw new UserError(`the container's endpoint gave no AWS credentials (${answer.status})`);
  return credentials(id, secret, typeof token === 'string' ? token : undefined);
}

/** Link-local addresses that AWS gives to containers. */
export const CONTAINER_HOSTS: readonly string[] = ['169.254.170.2', '169.254.170.23', '[fd00:ec2::23]'];
