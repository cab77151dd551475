import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
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
export async function startBao(config?: string): Promise<Bao> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const token = `root-${port}`;
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

/** moto's AWS on loopback. `freeCalls`: how many calls are let through before signatures and rights are checked. */
export async function startMoto(freeCalls?: number): Promise<{ address: string }> {
  const port = await freePort();
  const env = freeCalls === undefined ? {} : { INITIAL_NO_AUTH_ACTION_COUNT: String(freeCalls) };
  start(toolPath('moto_server'), ['-H', '127.0.0.1', '-p', String(port)], env);
  const address = `http://127.0.0.1:${port}`;
  await until(() => fetch(`${address}/moto-api/`));
  return { address };
}

/** An HTTP server of the test's own, gone when the test file is done. */
export async function serve(
  handle: Parameters<typeof createServer>[1],
): Promise<{ address: string; server: Server }> {
  const server = createServer(handle as never);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

function start(command: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(command, args, {
    stdio: 'ignore',
    env: { PATH: process.env.PATH ?? '', HOME: '/tmp', ...env },
  });
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

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return port;
}
