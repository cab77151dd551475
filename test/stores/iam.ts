import type { AwsCredentials } from '../../src/stores/aws/sigv4.js';

/** Calls that one `userWith` makes; moto lets so many through before it checks signatures and rights. */
export const CALLS_PER_USER = 3;

/** Makes users in moto's IAM, asked before moto looks at signatures. */
export function createIam(address: string) {
  async function call(action: string, fields: Record<string, string>): Promise<string> {
    const form = new URLSearchParams({ Action: action, Version: '2010-05-08', ...fields });
    const headers = {
      authorization:
        'AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=x',
    };
    return (await fetch(address, { method: 'POST', headers, body: form })).text();
  }
  return {
    call,
    /** A user with one policy, in JSON. */
    async userWith(name: string, policy: string): Promise<AwsCredentials> {
      await call('CreateUser', { UserName: name });
      const key = await call('CreateAccessKey', { UserName: name });
      const field = (tag: string): string => new RegExp(`<${tag}>([^<]+)`).exec(key)?.[1] ?? '';
      await call('PutUserPolicy', { UserName: name, PolicyName: 'p', PolicyDocument: policy });
      return { accessKeyId: field('AccessKeyId'), secretAccessKey: field('SecretAccessKey') };
    },
  };
}

/** A policy that allows actions on everything. */
export function allow(actions: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  });
}
