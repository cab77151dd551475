import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';
import { UserError } from '../../errors.js';
import { StoreError } from '../store-error.js';
import { isLoopback, proxyFor, tunnel } from './proxy.js';

/** One request to a store. `retry`: it changes nothing, so it may be asked again. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  readonly retry: boolean;
}

/** An answer, whatever its status. The body may hold values: it is zeroed by who reads it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

export interface HttpOptions {
  readonly env: NodeJS.ProcessEnv;
  /** PEM certificates to trust besides the built-in ones. */
  readonly ca?: string;
  /** Addresses that may be spoken to without TLS; this machine always may. */
  readonly plain?: readonly string[];
  readonly timeoutMs?: number;
}

const TRIES = 3;
const TIMEOUT_MS = 20_000;
const MOST_BYTES = 32 << 20;

/** Speaks HTTP to stores: no redirects, TLS but to this machine, bounded in time and size, tried three times. */
export function createHttp(options: HttpOptions): Http {
  return async (request) => {
    requireTls(request.url, options);
    for (let attempt = 1; ; attempt++) {
      const last = attempt === TRIES || !request.retry;
      try {
        const answer = await send(request, options);
        if (last || !isPassing(answer)) return answer;
        await pause(attempt, answer.headers['retry-after']);
      } catch (error) {
        if (last || error instanceof UserError || isDistrust(error)) throw unreachable(request.url, error);
        await pause(attempt);
      }
    }
  };
}

/** Answers that may be different the next time. A sealed Vault stays sealed. */
function isPassing({ status, body }: HttpAnswer): boolean {
  return status === 429 || (status >= 500 && !(status === 503 && body.includes('sealed')));
}

async function pause(attempt: number, retryAfter?: string): Promise<void> {
  const asked = Number(retryAfter) * 1000;
  const grown = 200 * 2 ** attempt * (0.5 + Math.random());
  await wait(Math.min(asked > 0 ? asked : grown, 5000));
}

function requireTls(url: URL, { plain }: HttpOptions): void {
  if (url.protocol === 'https:') return;
  if (url.protocol === 'http:' && (isLoopback(url.hostname) || plain?.includes(url.host))) return;
  throw new UserError(`${url.origin}: stores are spoken to over https only, except on this machine`);
}

async function send(request: HttpRequest, options: HttpOptions): Promise<HttpAnswer> {
  const { url, method } = request;
  const headers = { ...request.headers, 'content-length': String(Buffer.byteLength(request.body ?? '')) };
  const common = { method, headers };
  if (url.protocol === 'http:')
    return exchange(httpRequest(url, { ...common, agent: false }), request, options);
  const ca = options.ca === undefined ? undefined : [...rootCertificates, options.ca];
  const proxy = proxyFor(url, options.env);
  const socket = proxy && (await tunnel(url, proxy, { ca, timeoutMs: options.timeoutMs ?? TIMEOUT_MS }));
  // Node asks an agent, even `false`, before it looks at createConnection.
  const through = socket ? { createConnection: () => socket } : { agent: false, ...(ca && { ca }) };
  return exchange(httpsRequest(url, { ...common, ...through }), request, options);
}

function exchange(
  call: ClientRequest,
  { body }: HttpRequest,
  { timeoutMs }: HttpOptions,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const limit = timeoutMs ?? TIMEOUT_MS;
    const timer = setTimeout(() => call.destroy(new Error(`no answer within ${limit / 1000} s`)), limit);
    call.once('close', () => clearTimeout(timer));
    call.once('error', reject);
    call.once('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > MOST_BYTES) call.destroy(new Error('an answer of more than 32 MiB'));
      });
      response.once('error', reject);
      response.once('end', () => {
        const whole = Buffer.concat(chunks);
        for (const chunk of chunks) chunk.fill(0);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole });
      });
    });
    call.end(body);
  });
}

function unreachable(url: URL, error: unknown): Error {
  if (error instanceof UserError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const hint =
    code === 'ERR_TLS_CERT_ALTNAME_INVALID'
      ? ': its certificate is for another name'
      : isDistrust(error)
        ? ': its certificate is not trusted; name the CA in VAULT_CACERT, stores.caCert or AWS_CA_BUNDLE'
        : '';
  return new StoreError('unreachable', `${url.host} cannot be reached (${code ?? message})${hint}`);
}

/** A certificate that is not trusted now is not trusted in a second either. */
function isDistrust(error: unknown): boolean {
  return /CERT|SIGNATURE|ALTNAME/.test((error as NodeJS.ErrnoException).code ?? '');
}
