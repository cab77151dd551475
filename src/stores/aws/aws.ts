import { setTimeout as wait } from 'node:timers/promises';
import type { Http, HttpAnswer } from '../http/http.js';
import { takeJson } from '../http/json.js';
import { StoreError, type StoreFailure } from '../store-error.js';
import { awsEndpoint } from './endpoint.js';
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
        const failed = failure(answer, operation);
        if (failed.kind !== 'throttled' || attempt === TRIES) throw failed;
        await wait(150 * 2 ** attempt * (0.5 + Math.random()));
      }
    },
  };
}

const KINDS: readonly [RegExp, StoreFailure][] = [
  [/^(?:Throttling|TooManyRequests|RequestLimitExceeded|LimitExceeded)/, 'throttled'],
  [/^(?:ExpiredToken|RequestExpired)/, 'expired'],
  [/^ResourceNotFound/, 'missing'],
  [/^(?:ResourceExists|PreconditionNotMet)/, 'conflict'],
  [
    /AccessDenied|NotAuthorized|UnrecognizedClient|InvalidClientTokenId|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|AuthFailure/,
    'denied',
  ],
];

/** Errors come as JSON, and from some gateways as XML; only their code is kept. */
function failure(answer: HttpAnswer, operation: string): StoreError {
  const text = answer.body.toString('utf8');
  answer.body.fill(0);
  const json = /"__type"\s*:\s*"(?:[^"#]*#)?([A-Za-z]+)/.exec(text)?.[1];
  const code = json ?? /<Code>([A-Za-z.]+)<\/Code>/.exec(text)?.[1] ?? `status ${answer.status}`;
  const kind =
    KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? (answer.status >= 500 ? 'unreachable' : 'failed');
  return new StoreError(kind, `AWS ${operation}: ${code}`);
}
