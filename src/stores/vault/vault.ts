import type { Http, HttpAnswer } from '../http/http.js';
import { isRecord, takeJson } from '../http/json.js';
import { StoreError } from '../store-error.js';

/** A Vault or OpenBao server, with the token that is ours. */
export interface Vault {
  /** What may be told of it: without the login that an address may hold. */
  readonly address: string;
  /** Calls an API path below /v1/. Undefined when there is nothing; throws StoreError. */
  call(
    method: 'GET' | 'LIST' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<VaultAnswer | undefined>;
}

export interface VaultAnswer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly auth: Readonly<Record<string, unknown>>;
}

export interface VaultOptions {
  readonly http: Http;
  readonly address: string;
  readonly namespace?: string;
  readonly token?: string;
}

const READS = new Set(['GET', 'LIST']);

/** A client for one server, namespace and token. https://developer.hashicorp.com/vault/api-docs */
export function createVault(options: VaultOptions): Vault {
  const { http, namespace, token } = options;
  const address = options.address.replace(/\/+$/, '');
  return {
    address: withoutLogin(address),
    async call(method, path, body) {
      const listed = method === 'LIST';
      const url = new URL(`${address}/v1/${encodePath(path)}`);
      if (listed) url.searchParams.set('list', 'true');
      const headers = {
        'x-vault-request': 'true',
        ...(token && { 'x-vault-token': token }),
        ...(namespace && { 'x-vault-namespace': namespace }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const request = { method: listed ? 'GET' : method, url, headers, retry: READS.has(method) };
      const sent = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
      const answer = await http({ ...request, ...(sent && { body: sent }) });
      sent?.fill(0);
      return read(answer, path);
    },
  };
}

function read(answer: HttpAnswer, path: string): VaultAnswer | undefined {
  const { status } = answer;
  const json = takeJson(answer.body);
  if (status === 404) return undefined;
  if (status >= 200 && status < 300) {
    const part = (name: string): Record<string, unknown> => (isRecord(json?.[name]) ? json[name] : {});
    return { status, data: part('data'), auth: part('auth') };
  }
  throw failure(status, reasons(json), path);
}

/** What the server's words mean; they are not repeated, an error may quote what was sent. */
function failure(status: number, words: string, path: string): StoreError {
  const where = `Vault ${path}`;
  if (status === 503 && words.includes('sealed')) return new StoreError('sealed', 'Vault is sealed');
  if (status === 400 && words.includes('check-and-set')) {
    return new StoreError(
      'conflict',
      `${where}: somebody else wrote it, or it exists already; nothing was changed`,
    );
  }
  if (status === 403 && /invalid token|token expired/.test(words))
    return new StoreError('expired', 'Vault does not know our token (any more)');
  // What servers say of a token that was asked about, not of ours.
  if (status === 403 && words.includes('bad token'))
    return new StoreError('missing', `${where}: no such token`);
  if (status === 403) return new StoreError('denied', `${where}: denied`);
  if (status === 429) return new StoreError('throttled', `${where}: too many requests`);
  if (status >= 300 && status < 400)
    return new StoreError('failed', `${where}: answered with a redirect, which is not followed`);
  return new StoreError(status >= 500 ? 'unreachable' : 'failed', `${where}: answered ${status}`);
}

function reasons(json: Record<string, unknown> | undefined): string {
  const errors = json?.errors;
  return Array.isArray(errors) ? errors.filter((error) => typeof error === 'string').join(' ') : '';
}

/** An address less the name and password in it, for messages. It need not be a valid one. */
export function withoutLogin(address: string): string {
  return address.replace(/^(\w+:\/\/)?.*@/, '$1');
}

/** Keeps `/` and `?`, encodes the rest; recent servers refuse `//`. */
function encodePath(path: string): string {
  const [place = '', query] = path.split('?');
  const encoded = place
    .split('/')
    .filter((part) => part !== '')
    .map(encodeURIComponent)
    .join('/');
  return query === undefined ? encoded : `${encoded}?${query}`;
}
