import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { UserError } from '../../errors.js';

/**
 * The proxy that the environment names for an https address. None for this machine; none for plain http either, which
 * is spoken to this machine and to a container's own endpoint only. Throws UserError.
 */
export function proxyFor(url: URL, env: NodeJS.ProcessEnv): URL | undefined {
  const name = env.HTTPS_PROXY || env.https_proxy;
  if (!name || url.protocol !== 'https:' || isLoopback(url.hostname)) return undefined;
  if (isExempt(url, env.NO_PROXY ?? env.no_proxy ?? '')) return undefined;
  const proxy = name.includes('://') ? name : `http://${name}`;
  if (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)) return new URL(proxy);
  throw new UserError('HTTPS_PROXY must be an address such as http://proxy.example.org:3128');
}

/** Whether a host name is this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** The header a proxy with a name and password in its address wants. */
function proxyHeaders(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {};
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}

/** How a tunnel is made: certificates to trust, and when to give up. */
export interface TunnelOptions {
  readonly ca: readonly string[] | undefined;
  readonly timeoutMs: number;
}

/** A TLS connection through a proxy: the certificate checked is the target's. */
export function tunnel(url: URL, proxy: URL, { ca, timeoutMs }: TunnelOptions): Promise<Socket> {
  const target = `${url.hostname}:${url.port || 443}`;
  const request = proxy.protocol === 'https:' ? httpsRequest : httpRequest;
  const trusted = ca ? { ca: [...ca] } : {};
  return new Promise((resolve, reject) => {
    const connect = request({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...proxyHeaders(proxy) },
      agent: false,
      ...trusted,
    });
    let open: Socket | undefined;
    const fail = (error: Error): void => {
      clearTimeout(timer);
      open?.destroy();
      connect.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(new Error('no answer of the proxy in time')), timeoutMs);
    connect.once('error', fail);
    connect.once('response', ({ statusCode }) => fail(new Error(`the proxy answered ${statusCode}`)));
    connect.once('connect', ({ statusCode }, socket) => {
      open = socket;
      if (statusCode !== 200) return fail(new Error(`the proxy answered ${statusCode}`));
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const name = isIP(host) === 0 ? { servername: host } : {};
      const secure = tlsConnect({ socket, host, ...name, ...trusted }, () => {
        clearTimeout(timer);
        resolve(secure);
      });
      secure.once('error', fail);
    });
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
