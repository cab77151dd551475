import { setTimeout as wait } from 'node:timers/promises';
import type { Http, HttpAnswer } from '../http/http.js';
import { takeJson } from '../http/json.js';
import { awsEndpoint } from './endpoint.js';
import { awsFailure } from './failure.js';
import { type AwsCredentials, signV4 } from './sigv4.js';

/** A JSON service of AWS in one region. */
export interface Aws {
  readonly region: string;
  /** Calls an operation. Throws StoreError; `missing` when the thing asked for is not there. */
  call(operation: string, input: object): Promise<Record<string, unknown>>;
}

export interface AwsOptions {
  readonly http: Http;
  readonly env: NodeJS.ProcessEnv;
  readonly region: string;
  readonly credentials: AwsCredentials;
}

const SERVICES = {
  secretsmanager: { target: 'secretsmanager', name: 'secrets_manager' },
  kms: { target: 'TrentService', name: 'kms' },
} as const;

const TRIES = 4;
const READS = /^(?:List|Get|Describe|BatchGet|Decrypt)/;

/** A client for Secrets Manager or KMS. */
export function createAws(service: keyof typeof SERVICES, options: AwsOptions): Aws {
  const { http, env, region, credentials } = options;
  const { target, name } = SERVICES[service];
  const url = awsEndpoint(name, region, env);
  const once = async (operation: string, input: object): Promise<HttpAnswer> => {
    const body = JSON.stringify(input);
    const unsigned = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${target}.${operation}`,
    };
    const { host: _, ...headers } = signV4(
      { method: 'POST', url, headers: unsigned, body },
      { credentials, region, service, now: new Date() },
    );
    return http({ method: 'POST', url, headers, body, retry: READS.test(operation) });
  };
  return {
    region,
    async call(operation, input) {
      for (let attempt = 1; ; attempt++) {
        const answer = await once(operation, input);
        if (answer.status === 200) return takeJson(answer.body) ?? {};
        const failed = awsFailure(answer, operation);
        if (failed.kind !== 'throttled' || attempt === TRIES) throw failed;
        await wait(150 * 2 ** attempt * (0.5 + Math.random()));
      }
    },
  };
}
