import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHttp } from '../../../src/stores/http/http.js';
import { proxyFor } from '../../../src/stores/http/proxy.js';
import { serve } from '../servers.js';

const PROXY = 'http://proxy.example.org:3128';
const through = (address: string, env: Record<string, string>): string | undefined =>
  proxyFor(new URL(address), env)?.href;

test('an https address goes through HTTPS_PROXY, as it is usually written', () => {
  for (const [env, proxy] of [
    [{ HTTPS_PROXY: PROXY }, `${PROXY}/`],
    [{ https_proxy: PROXY }, `${PROXY}/`],
    [{ HTTPS_PROXY: 'proxy.example.org:3128' }, `${PROXY}/`],
    [{ HTTPS_PROXY: 'https://proxy.example.org' }, 'https://proxy.example.org/'],
    [{ HTTPS_PROXY: '' }, undefined],
    [{ HTTP_PROXY: PROXY }, undefined],
    [{}, undefined],
  ] as const) {
    assert.equal(through('https://vault.example.org:8200/v1/x', env), proxy, JSON.stringify(env));
  }
});

test('this machine and plain http, which only it and containers speak, take no proxy', () => {
  for (const address of [
    'https://localhost:8200',
    'https://127.0.0.1',
    'https://[::1]:8200',
    'http://169.254.170.2/v1',
  ])
    assert.equal(through(address, { HTTPS_PROXY: PROXY, HTTP_PROXY: PROXY }), undefined, address);
});

test('NO_PROXY exempts names, what ends in them, and ports', () => {
  const cases: readonly [list: string, isExempt: boolean][] = [
    ['vault.example.org', true],
    ['example.org', true],
    ['.example.org', true],
    ['*.example.org', true],
    ['EXAMPLE.org', true],
    ['other.net, vault.example.org', true],
    ['vault.example.org:8200', true],
    ['*', true],
    ['vault.example.org:443', false],
    ['ample.org', false],
    ['vault.example', false],
    ['', false],
  ];
  for (const [list, isExempt] of cases) {
    for (const name of ['NO_PROXY', 'no_proxy']) {
      const proxy = through('https://vault.example.org:8200', { HTTPS_PROXY: PROXY, [name]: list });
      assert.equal(proxy === undefined, isExempt, `${name}=${list}`);
    }
  }
});

test('a proxy that does not answer is not waited for without end', async () => {
  const { server, address } = await serve(() => {});
  server.on('connect', () => {});
  const http = createHttp({ env: { HTTPS_PROXY: address }, timeoutMs: 50 });
  const url = new URL('https://vault.example.org');
  await assert.rejects(http({ method: 'GET', url, headers: {}, retry: false }), {
    name: 'StoreError',
    kind: 'unreachable',
    message: /the proxy in time/,
  });
});

test('an address that is none is named by its variable', () => {
  for (const wrong of ['http://', 'socks5://proxy:1080', '::'])
    assert.throws(() => through('https://vault.example.org', { HTTPS_PROXY: wrong }), {
      name: 'UserError',
      message: /HTTPS_PROXY/,
    });
});
