import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Ran, runKeyhound } from '../run-keyhound.js';
import { type Bao, freePort, serve, serveTls, startBao } from '../servers.js';
import { skipWithout } from '../tools.js';

const skip = skipWithout('bao');
const folder = mkdtempSync(join(tmpdir(), 'keyhound-login-'));
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let bao: Bao;

after(() => rmSync(folder, { recursive: true, force: true }));

before(async () => {
  if (skip) return;
  bao = await startBao();
  await bao.api('POST', 'secret/data/app', { data: { password: 'a-value-to-look-for' } });
  await bao.api('PUT', 'sys/policies/acl/reader', {
    policy: 'path "secret/*" { capabilities = ["read", "list"] }',
  });
  const role = { allowed_domains: ['vault.test'], allow_bare_domains: true, ttl: '1h' };
  await bao.api('POST', 'sys/mounts/pki', { type: 'pki' });
  await bao.api('POST', 'pki/root/generate/internal', { common_name: 'A private CA', ttl: '24h' });
  await bao.api('POST', 'pki/roles/server', role);
  writeFileSync(join(folder, 'clean.txt'), 'nothing\n');
});

/** `keyhound known` with one Vault store; what it says of the coverage, and its exit code. */
async function known(
  auth: object | 'token',
  env: Record<string, string | undefined> = {},
  store: object = {},
): Promise<Ran & { said: string }> {
  const paths = ['secret/**'];
  const config = { stores: [{ type: 'vault', address: bao.address, auth, paths, ...store }] };
  writeFileSync(join(folder, '.keyhound.json'), JSON.stringify(config));
  const ran = await runKeyhound(['known', 'clean.txt'], { cwd: folder, env });
  const said = `${ran.code} ${/coverage \S+/.exec(ran.err)?.[0]}`;
  return { ...ran, said };
}

const READ = '0 coverage 1/1';

async function tokensThere(): Promise<number> {
  return (await bao.api('LIST', 'auth/token/accessors')).data.keys.length;
}

test('AppRole: the secret id of the environment logs in; a wrong one is told, and nothing is green', {
  skip,
}, async () => {
  const { api } = bao;
  await api('POST', 'sys/auth/approle', { type: 'approle' });
  await api('POST', 'auth/approle/role/ci', { token_policies: ['reader'] });
  const { role_id: roleId } = (await api('GET', 'auth/approle/role/ci/role-id')).data;
  const { secret_id: secretId } = (await api('POST', 'auth/approle/role/ci/secret-id')).data;
  const auth = { method: 'approle', roleId };
  const before = await tokensThere();
  assert.equal((await known(auth, { VAULT_SECRET_ID: secretId })).said, READ);
  assert.equal((await known({ ...auth, secretIdEnv: 'MY_ID' }, { MY_ID: secretId })).said, READ);
  assert.equal(await tokensThere(), before);
  const wrong = await known(auth, { VAULT_SECRET_ID: 'wrong' });
  assert.equal(wrong.code, 3, wrong.err);
  assert.match(wrong.err, /coverage 0\/0 entries, 1 not read/);
  const none = await known(auth);
  assert.equal(none.code, 2);
  assert.match(none.err, /VAULT_SECRET_ID is not set/);
});

test("JWT: GitHub's ID token logs in for the repository and branch the role names, and for no other", {
  skip,
}, async () => {
  const { api } = bao;
  await api('POST', 'sys/auth/jwt', { type: 'jwt' });
  // As Vault is set up for GitHub: it reads the issuer's keys over HTTP.
  const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] };
  const issuer = await serve((request, response) => {
    if (request.url === '/jwks') return response.end(JSON.stringify(keys));
    const audience = new URL(request.url ?? '', 'http://x').searchParams.get('audience');
    const known = request.headers.authorization === 'Bearer of-this-job';
    const claims = { repository: 'acme/shop', ref: 'refs/heads/main', aud: audience };
    return response
      .writeHead(known ? 200 : 401)
      .end(JSON.stringify(known ? { value: jwt(privateKey, claims) } : {}));
  });
  await api('POST', 'auth/jwt/config', { jwks_url: `${issuer.address}/jwks` });
  const role = (bound: object) => ({
    role_type: 'jwt',
    user_claim: 'sub',
    bound_audiences: ['keyhound'],
    bound_claims: bound,
    token_policies: ['reader'],
    token_ttl: '5m',
  });
  const ours = { repository: 'acme/shop', ref: 'refs/heads/main' };
  await api('POST', 'auth/jwt/role/ci', role(ours));
  await api('POST', 'auth/jwt/role/release', role({ ...ours, ref: 'refs/heads/release' }));
  const job = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.address}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-this-job',
  };
  const before = await tokensThere();
  assert.equal((await known({ method: 'jwt', role: 'ci' }, job)).said, READ);
  assert.equal(await tokensThere(), before);
  for (const [auth, env] of [
    [{ method: 'jwt', role: 'release' }, job],
    [{ method: 'jwt', role: 'ci', audience: 'other' }, job],
    [
      { method: 'jwt', role: 'ci' },
      { ...job, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-another' },
    ],
    // A pull request of a fork: GitHub gives it no address to ask.
    [{ method: 'jwt', role: 'ci' }, {}],
  ] as const) {
    const ran = await known(auth, env);
    assert.equal(ran.code, 3, `${JSON.stringify(auth)} ${ran.err}`);
  }
  // Elsewhere the token is in a variable: GitLab's id_tokens, CircleCI's CIRCLE_OIDC_TOKEN_V2.
  const gitlab = jwt(privateKey, { ...ours, aud: 'keyhound' });
  assert.equal(
    (await known({ method: 'jwt', role: 'ci', tokenEnv: 'ID_TOKEN' }, { ID_TOKEN: gitlab })).said,
    READ,
  );
});

test('Kubernetes: the service account of the pod logs in, as TokenReview knows it', { skip }, async () => {
  const { api } = bao;
  const reviewed: unknown[] = [];
  const account = (name: string) =>
    jwt(privateKey, {
      iss: 'kubernetes/serviceaccount',
      sub: `system:serviceaccount:ci:${name}`,
      'kubernetes.io': { namespace: 'ci', serviceaccount: { name, uid: `uid-${name}` } },
    });
  const [ours, others, reviewer] = [account('scanner'), account('web'), account('vault')];
  const { ca, certificate, key } = await issue();
  // The Kubernetes API that Vault asks: it says whose token it is, or that it is nobody's.
  const kubernetes = await serveTls({ cert: certificate, key }, (request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { spec } = JSON.parse(body);
      reviewed.push([request.method, request.url, request.headers.authorization]);
      const name = spec.token === ours ? 'scanner' : spec.token === others ? 'web' : undefined;
      const username = `system:serviceaccount:ci:${name}`;
      const user = { username, uid: `uid-${name}`, groups: ['system:serviceaccounts'] };
      const status = name ? { authenticated: true, user } : { authenticated: false };
      response
        .writeHead(201, { 'content-type': 'application/json' })
        .end(JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec, status }));
    });
  });
  await api('POST', 'sys/auth/kubernetes', { type: 'kubernetes' });
  await api('POST', 'auth/kubernetes/config', {
    kubernetes_host: kubernetes.address,
    kubernetes_ca_cert: ca,
    token_reviewer_jwt: reviewer,
    disable_local_ca_jwt: true,
  });
  await api('POST', 'auth/kubernetes/role/scanner', {
    bound_service_account_names: ['scanner'],
    bound_service_account_namespaces: ['ci'],
    token_policies: ['reader'],
  });
  const withToken = (name: string, token: string) => {
    const tokenFile = join(folder, name);
    writeFileSync(tokenFile, `${token}\n`);
    return known({ method: 'kubernetes', role: 'scanner', tokenFile });
  };
  const before = await tokensThere();
  assert.equal((await withToken('ours', ours)).said, READ);
  assert.equal(await tokensThere(), before);
  assert.deepEqual(reviewed, [['POST', '/apis/authentication.k8s.io/v1/tokenreviews', `Bearer ${reviewer}`]]);
  assert.equal((await withToken('others', others)).code, 3);
  assert.equal((await withToken('nobodys', account('unknown'))).code, 3);
  const missing = await known({ method: 'kubernetes', role: 'scanner', tokenFile: '/nonexistent' });
  assert.equal(missing.code, 2);
  assert.match(missing.err, /\/nonexistent: no service account token/);
});

test('a Vault with a certificate of its own CA is trusted by VAULT_CACERT or caCert, directly and through a proxy', {
  skip,
}, async () => {
  const { ca, port } = await startTls();
  const auth = 'token' as const;
  const token = { VAULT_TOKEN: 'root-of-tls' };
  const here = { address: `https://127.0.0.1:${port}` };
  assert.equal((await known(auth, { ...token, VAULT_CACERT: ca }, here)).said, READ);
  assert.equal((await known(auth, token, { ...here, caCert: ca })).said, READ);
  const distrusted = await known(auth, token, here);
  assert.equal(distrusted.code, 3, distrusted.err);
  assert.match(distrusted.out, /certificate is not trusted; name the CA in VAULT_CACERT/);
  const noFile = await known(auth, { ...token, VAULT_CACERT: '/nonexistent' }, here);
  assert.equal(noFile.code, 2);

  // The name is known to the proxy only. It sees where to, and nothing of what.
  const proxy = await startProxy(port);
  const far = { address: 'https://vault.test:8200', caCert: ca };
  const login = `http://me:p%40ss@127.0.0.1:${proxy.port}`;
  assert.equal((await known(auth, { ...token, HTTPS_PROXY: login }, far)).said, READ);
  const asked = new Set(proxy.asked());
  assert.deepEqual([...asked], [`vault.test:8200 Basic ${Buffer.from('me:p@ss').toString('base64')}`]);
  assert.ok(!proxy.bytes().includes('root-of-tls'));
  const refused = await known(auth, { ...token, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }, far);
  assert.equal(refused.code, 3, refused.err);
  assert.match(refused.out, /the proxy answered 407/);
  // A certificate of another name is refused through the proxy too.
  const posing = await known(
    auth,
    { ...token, HTTPS_PROXY: login },
    { ...far, address: 'https://other.test:8200' },
  );
  assert.equal(posing.code, 3, posing.err);
  assert.match(posing.out, /its certificate is for another name/);
  // This machine is never asked for through a proxy.
  const before = proxy.asked().length;
  assert.equal((await known(auth, { ...token, HTTPS_PROXY: login, VAULT_CACERT: ca }, here)).said, READ);
  assert.equal(proxy.asked().length, before);
});

/** A certificate for 127.0.0.1 and vault.test that a private CA signed. */
async function issue(): Promise<{ ca: string; certificate: string; key: string }> {
  const request = { common_name: 'vault.test', ip_sans: '127.0.0.1' };
  const { data } = await bao.api('POST', 'pki/issue/server', request);
  return { ca: data.issuing_ca, certificate: data.certificate, key: data.private_key };
}

/** An OpenBao that speaks TLS. */
async function startTls(): Promise<{ ca: string; port: number }> {
  const made = await issue();
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), `${text}\n`, { mode: 0o600 });
    return join(folder, name);
  };
  const [ca, certificate, key] = [
    write('ca.pem', made.ca),
    write('server.pem', made.certificate),
    write('server.key', made.key),
  ];
  const port = await freePort();
  const config = write(
    'tls.hcl',
    `listener "tcp" {\n  address = "127.0.0.1:${port}"\n  tls_cert_file = "${certificate}"\n  tls_key_file = "${key}"\n}`,
  );
  const server = await startBao(config, 'root-of-tls');
  await server.api('POST', 'secret/data/app', { data: { password: 'another-value-here' } });
  return { ca, port };
}

/** A proxy that wants a password and leads every name to one port of this machine. */
async function startProxy(target: number) {
  const asked: string[] = [];
  const seen: Buffer[] = [];
  const { server, address } = await serve((_, response) => response.writeHead(405).end());
  server.on('connect', (request, socket) => {
    const login = request.headers['proxy-authorization'] ?? '';
    asked.push(`${request.url} ${login}`);
    socket.on('error', () => {});
    if (login === '') return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.on('data', (chunk) => seen.push(chunk));
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    return onward;
  });
  return {
    port: Number(new URL(address).port),
    asked: (): readonly string[] => asked,
    bytes: (): string => Buffer.concat(seen).toString('latin1'),
  };
}

function jwt(key: KeyObject, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = 60 * Math.floor(Date.now() / 60_000);
  const head = part({ alg: 'RS256', typ: 'JWT', kid: 'k1' });
  const body = `${head}.${part({ sub: 'repo:acme/shop', iat: now, nbf: now, exp: now + 3600, ...claims })}`;
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`;
}
