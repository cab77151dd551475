import { UserError } from '../../errors.js';
import { githubToken } from '../http/github-token.js';
import type { Http } from '../http/http.js';
import { containerCredentials } from './container.js';
import { environmentCredentials, profileCredentials } from './profile-credentials.js';
import type { AwsCredentials } from './sigv4.js';
import { assumeWithWebIdentity, type Sts } from './sts.js';
import { readTokenFile } from './token-file.js';

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
  const sts: Sts = { http, env, region: login.region };
  const byToken = async (roleArn: string): Promise<AwsCredentials> =>
    assumeWithWebIdentity(sts, { roleArn, token: await identityToken(login, sts) });
  if (login.roleArn) return byToken(login.roleArn);
  const own = login.profile ? undefined : environmentCredentials(env);
  if (own) return own;
  if (!login.profile && env.AWS_WEB_IDENTITY_TOKEN_FILE && env.AWS_ROLE_ARN) return byToken(env.AWS_ROLE_ARN);
  const name = login.profile ?? env.AWS_PROFILE ?? 'default';
  const found = (await profileCredentials(name, sts)) ?? (await containerCredentials(http, env));
  if (found) return found;
  throw new UserError(
    'no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or stores.roleArn',
  );
}

async function identityToken({ audience }: AwsLogin, { http, env }: Sts): Promise<string> {
  const file = env.AWS_WEB_IDENTITY_TOKEN_FILE;
  if (file) return readTokenFile(file, 'AWS_WEB_IDENTITY_TOKEN_FILE');
  return githubToken(http, env, audience ?? 'sts.amazonaws.com');
}
