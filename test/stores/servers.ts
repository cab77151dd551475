import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, request, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { toolPath } from './tools.js';

// Registered when the file is loaded: `after` within `before` would end with it.
const stops: (() => void)[] = [];
after(() => {
  for (const stop of stops) stop();
});

/** A Vault API server on loopback, gone when the test file is done. */
export interface Bao {
  readonly address: string;
  readonly token: string;
  /** Calls the API as root. */
  api(method: string, path: string, body?: unknown): Promise<Record<string, any>>;
}

/** OpenBao's dev server: in memory, unsealed, KV v2 at secret/; with further settings from a file. */
export async function startBao(config?: string, rootToken?: string): Promise<Bao> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const token = rootToken ?? `root-${port}`;
  const args = [
    'server',
    '-dev',
    '-dev-no-store-token',
    `-dev-root-token-id=${token}`,
    `-dev-listen-address=127.0.0.1:${port}`,
  ];
  start(toolPath('bao'), config ? [...args, `-config=${config}`] : args);
  const api: Bao['api'] = async (method, path, body) => {
    const answer = await fetch(`${address}/v1/${path}`, {
      method,
      headers: { 'x-vault-token': token },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  };
  await until(() => api('GET', 'secret/config'));
  return { address, token, api };
}

/** A file of settings for `startBao`, beside the audit log that it turns on. */
export function auditConfig(log: string): string {
  const file = `${log}.hcl`;
  writeFileSync(file, `audit "file" "file" {\n  options {\n    file_path = "${log}"\n  }\n}\n`);
  return file;
}

/** moto's AWS on loopback. `freeCalls`: how many calls are let through before signatures and rights are checked. */
export async function startMoto(freeCalls?: number): Promise<{ address: string }> {
  const port = await freePort();
  const env = freeCalls === undefined ? {} : { INITIAL_NO_AUTH_ACTION_COUNT: String(freeCalls) };
  start(toolPath('moto_server'), ['-H', '127.0.0.1', '-p', String(port)], { env });
  const address = `http://127.0.0.1:${port}`;
  await until(() => fetch(`${address}/moto-api/`));
  return { address };
}

/** The environment of a program that uses AWS at an address of the test's, as anybody. */
export function motoEnv(address: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: address,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
}

/** A PostgreSQL server on loopback with one superuser, gone when the test file is done. */
export interface Postgres {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Runs SQL as somebody; undefined when they cannot log in or may not. */
  query(sql: string, login?: { readonly user: string; readonly password: string }): string | undefined;
}

/** PostgreSQL with passwords checked; as root it runs under another account, which it insists on. */
export async function startPostgres(): Promise<Postgres> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'keyhound-postgres-'));
  const [user, password] = ['root_of_vault', `pg-${randomBytes(12).toString('hex')}`];
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  const account = unprivileged();
  if (account) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);
  const data = join(folder, 'data');
  const env = { PATH: process.env.PATH ?? '', HOME: folder, LC_ALL: 'C' };
  const options = { ...account, cwd: folder, env };
  const init = ['-D', data, '-U', user, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'];
  execFileSync(toolPath('initdb'), init, { ...options, stdio: 'ignore' });
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = start(toolPath('postgres'), args, options);
  stops.push(() => {
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });
  const query: Postgres['query'] = (sql, login = { user, password }) => {
    const place = ['-h', '127.0.0.1', '-p', String(port), '-U', login.user, '-d', 'postgres'];
    const asked = spawnSync(
      toolPath('psql'),
      [...place, '-X', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', sql],
      {
        env: { ...env, PGPASSWORD: login.password, PGCONNECT_TIMEOUT: '10' },
        encoding: 'utf8',
      },
    );
    return asked.status === 0 ? asked.stdout.trim() : undefined;
  };
  await until(async () => {
    if (query('select 1') !== '1') throw new Error('PostgreSQL does not answer');
  });
  return { port, user, password, query };
}

function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** An HTTP server of the test's own, gone when the test file is done. */
export async function serve(handle: RequestListener): Promise<{ address: string; server: Server }> {
  const server = createServer(handle);
  return { address: `http://127.0.0.1:${await listen(server)}`, server };
}

/** What is asked of a server that stands in front of another. */
export interface Asked {
  readonly path: string;
  /** The operation of an AWS call. */
  readonly operation: string;
  readonly body: string;
}

/** A server in front of another: what `answer` has an answer for never gets there. */
export async function serveBefore(
  target: string,
  answer: (asked: Asked) => { readonly status: number; readonly body: string } | undefined,
): Promise<string> {
  const { address } = await serve(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks);
    const operation = String(incoming.headers['x-amz-target'] ?? '').replace(/^.*\./, '');
    const own = answer({ path: incoming.url ?? '', operation, body: sent.toString('utf8') });
    if (own) return outgoing.writeHead(own.status).end(own.body);
    const headers = { ...incoming.headers, host: new URL(target).host };
    const options = { method: incoming.method ?? 'GET', headers };
    const onward = request(`${target}${incoming.url}`, options, (response) => {
      outgoing.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(outgoing);
    });
    return onward.end(sent);
  });
  return address;
}

/** The same with TLS. */
export async function serveTls(
  identity: { readonly cert: string; readonly key: string },
  handle: RequestListener,
): Promise<{ address: string }> {
  return { address: `https://127.0.0.1:${await listen(createTlsServer(identity, handle))}` };
}

async function listen(server: Server | TlsServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const env = { PATH: process.env.PATH ?? '', HOME: '/tmp', ...options.env };
  const child = spawn(command, args, { ...options, stdio: 'ignore', env });
  stops.push(() => child.kill());
  return child;
}

async function until(ready: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ready();
      return;
    } catch (error) {
      if (tries === 300) throw error;
      await wait(100);
    }
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return port;
}
