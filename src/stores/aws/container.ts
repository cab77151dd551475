import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import type { Http } from '../http/http.js';
import { takeJson } from '../http/json.js';
import { isLoopback } from '../http/proxy.js';
import type { AwsCredentials } from './sigv4.js';

/** Link-local addresses that AWS gives to containers. */
export const CONTAINER_HOSTS: readonly string[] = ['169.254.170.2', '169.254.170.23', '[fd00:ec2::23]'];

/**
 * Credentials of the container's endpoint: ECS, EKS pod identity and the like; undefined where there is none.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 */
export async function containerCredentials(
  http: Http,
  env: NodeJS.ProcessEnv,
): Promise<AwsCredentials | undefined> {
  const relative = env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI;
  const address = relative
    ? `http://${CONTAINER_HOSTS[0]}${relative}`
    : env.AWS_CONTAINER_CREDENTIALS_FULL_URI;
  if (!address) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isOwn = (url: URL): boolean => isLoopback(url.hostname) || CONTAINER_HOSTS.includes(url.host);
  if (!url || (url.protocol !== 'https:' && !isOwn(url)))
    throw new UserError('AWS_CONTAINER_CREDENTIALS_FULL_URI must be https or an address of this machine');
  const authorization = await authorizationOf(env);
  const headers = authorization ? { authorization } : {};
  const answer = await http({ method: 'GET', url, headers, retry: true });
  const { AccessKeyId: id, SecretAccessKey: secret, Token: token } = takeJson(answer.body) ?? {};
  if (typeof id !== 'string' || typeof secret !== 'string')
    throw new UserError(`the container's endpoint gave no AWS credentials (${answer.status})`);
  return {
    accessKeyId: id,
    secretAccessKey: secret,
    ...(typeof token === 'string' && { sessionToken: token }),
  };
}

async function authorizationOf(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const file = env.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE;
  if (!file) return env.AWS_CONTAINER_AUTHORIZATION_TOKEN;
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => {
      throw new UserError('AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names a file that cannot be read');
    },
  );
}
