import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';

/** The proxy that the environment names for an address, by the usual variables; none for this machine itself. */
export function proxyFor(url: URL, env: NodeJS.ProcessEnv): URL | undefined {
  if (isLoopback(url.hostname) || isExempt(url, env.NO_PROXY ?? env.no_proxy ?? '')) return undefined;
  const name =
    url.protocol === 'https:' ? (env.HTTPS_PROXY ?? env.https_proxy) : (env.HTTP_PROXY ?? env.http_proxy);
  return name ? new URL(name.includes('://') ? name : `http://${name}`) : undefined;
}

/** Whether a host name is this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** The header a proxy with a name and password in its address wants. */
export function proxyHeaders(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}

/** A TLS connection through a proxy: the certificate checked is the target's. */
export function tunnel(url: URL, proxy: URL, ca: readonly string[] | undefined): Promise<Socket> {
  const target = `${url.hostname}:${url.port || 443}`;
  const request = proxy.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const connect = request({
      host: proxy.hostname,
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...proxyHeaders(proxy) },
    });
    connect.once('connect', ({ statusCode }, socket) => {
      if (statusCode !== 200) {
        socket.destroy();
        reject(new Error(`the proxy answered ${statusCode}`));
        return;
      }
      const secure = tlsConnect({ socket, servername: url.hostname, ...(ca && { ca: [...ca] }) }, () =>
        resolve(secure),
      );
      secure.once('error', reject);
    });
    connect.once('error', reject);
    connect.end();
  });
}

function isExempt({ hostname, port }: URL, list: string): boolean {
  return list.split(',').some((entry) => {
    const [name = '', only] = entry.trim().toLowerCase().split(':');
    if (name === '*') return true;
    const suffix = name.replace(/^\*?\./, '');
    return (
      suffix !== '' && (!only || only === port) && (hostname === suffix || hostname.endsWith(`.${suffix}`))
    );
  });
}
