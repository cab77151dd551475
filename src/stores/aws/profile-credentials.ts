import { UserError } from '../../errors.js';
import { runChild } from '../child.js';
import { takeJson } from '../http/json.js';
import { containerCredentials } from './container.js';
import { type AwsProfile, readProfile } from './profile.js';
import type { AwsCredentials } from './sigv4.js';
import { assumeRole, assumeWithWebIdentity, type Sts } from './sts.js';
import { readTokenFile } from './token-file.js';

/** Profiles that lead to one another, at most. */
const LONGEST_CHAIN = 5;

/**
 * Credentials of a profile of the AWS tools: keys, a role to take with another profile's or the environment's, a
 * program; undefined when it names none. Single sign-on, MFA and instance roles are left to the AWS CLI.
 */
export async function profileCredentials(
  name: string,
  sts: Sts,
  depth = 0,
): Promise<AwsCredentials | undefined> {
  const profile = await readProfile(name, sts.env);
  const { role_arn: roleArn, web_identity_token_file: tokenFile } = profile;
  if (depth > LONGEST_CHAIN) throw new UserError(`AWS profile ${name}: its source_profile leads in a circle`);
  if (roleArn && !needsCli(profile)) {
    if (tokenFile)
      return assumeWithWebIdentity(sts, {
        roleArn,
        token: await readTokenFile(tokenFile, `profile ${name}`),
      });
    const from = await sourceOf(name, profile, { sts, depth });
    const external = profile.external_id ? { externalId: profile.external_id } : {};
    return assumeRole(sts, { roleArn, from, ...external });
  }
  const keys = keysOf(profile);
  if (keys && !roleArn) return keys;
  if (profile.credential_process) return fromProcess(profile.credential_process, sts.env);
  return needsCli(profile) ? fromCli(name, sts.env) : undefined;
}

function needsCli(profile: AwsProfile): boolean {
  const { sso_session, sso_start_url, login_session, mfa_serial, credential_source: source } = profile;
  return (
    Boolean(sso_session || sso_start_url || login_session || mfa_serial) || source === 'Ec2InstanceMetadata'
  );
}

/** Whose credentials take the role. A profile may name itself as its source, for its own keys. */
async function sourceOf(
  name: string,
  profile: AwsProfile,
  { sts, depth }: { sts: Sts; depth: number },
): Promise<AwsCredentials> {
  const { source_profile: source, credential_source: place } = profile;
  const found =
    source === name
      ? keysOf(profile)
      : source
        ? await profileCredentials(source, sts, depth + 1)
        : place === 'Environment'
          ? environmentCredentials(sts.env)
          : place === 'EcsContainer'
            ? await containerCredentials(sts.http, sts.env)
            : undefined;
  if (!found)
    throw new UserError(
      `AWS profile ${name}: nothing to take its role with; set source_profile or credential_source`,
    );
  return found;
}

/** Credentials in the environment, as configure-aws-credentials and many others set them. */
export function environmentCredentials(env: NodeJS.ProcessEnv): AwsCredentials | undefined {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = env;
  return id && secret ? credentials(id, secret, token) : undefined;
}

function keysOf(profile: AwsProfile): AwsCredentials | undefined {
  const { aws_access_key_id: id, aws_secret_access_key: secret, aws_session_token: token } = profile;
  return id && secret ? credentials(id, secret, token) : undefined;
}

function credentials(accessKeyId: string, secretAccessKey: string, sessionToken?: string): AwsCredentials {
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

async function fromProcess(line: string, env: NodeJS.ProcessEnv): Promise<AwsCredentials> {
  const [command = '', ...args] = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    (word) => word[1] ?? word[2] ?? '',
  );
  const missing = 'credential_process of the AWS profile is not there';
  const output = await runChild({ command, args, env, missing });
  return parse(output, 'credential_process of the AWS profile gave no credentials: log in first');
}

async function fromCli(name: string, env: NodeJS.ProcessEnv): Promise<AwsCredentials> {
  const args = ['configure', 'export-credentials', '--format', 'process', '--profile', name];
  const missing = `AWS profile ${name} needs the AWS CLI: install version 2`;
  const output = await runChild({ command: 'aws', args, env, missing });
  return parse(
    output,
    `the AWS CLI gave no credentials for profile ${name}: it has to be version 2, and logged in`,
  );
}

function parse(output: Buffer | undefined, otherwise: string): AwsCredentials {
  const json = output && takeJson(output);
  const { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token } = json ?? {};
  if (typeof id !== 'string' || typeof secret !== 'string') throw new UserError(otherwise);
  return credentials(id, secret, typeof token === 'string' ? token : undefined);
}
