import type { HttpAnswer } from '../http/http.js';
import { StoreError, type StoreFailure } from '../store-error.js';

/** What a refusal means. Errors come as JSON, and from some services as XML; only their code is kept. */
export function awsFailure(answer: HttpAnswer, operation: string): StoreError {
  const text = answer.body.toString('utf8');
  answer.body.fill(0);
  const json = /"__type"\s*:\s*"(?:[^"#]*#)?([A-Za-z]+)/.exec(text)?.[1];
  const code = json ?? /<Code>([A-Za-z.]+)<\/Code>/.exec(text)?.[1] ?? `status ${answer.status}`;
  const kind =
    KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? (answer.status >= 500 ? 'unreachable' : 'failed');
  return new StoreError(kind, `AWS ${operation}: ${code}`);
}

const KINDS: readonly [RegExp, StoreFailure][] = [
  [/^(?:Throttling|TooManyRequests|RequestLimitExceeded|LimitExceeded)/, 'throttled'],
  [/^(?:ExpiredToken|RequestExpired)/, 'expired'],
  [/^ResourceNotFound/, 'missing'],
  [/^(?:ResourceExists|PreconditionNotMet)/, 'conflict'],
  [
    /AccessDenied|NotAuthorized|InvalidIdentityToken|UnrecognizedClient|InvalidClientTokenId|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|AuthFailure/,
    'denied',
  ],
];
