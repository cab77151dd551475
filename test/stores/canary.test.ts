import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { runChild } from '../../src/stores/child.js';
import { masksOf } from '../../src/stores/known/mask.js';
import { putValue } from '../../src/stores/put.js';
import { encryptSops } from '../../src/stores/sops/write.js';
import { parseTarget } from '../../src/stores/target.js';
import { createSandbox, type Sandbox, temporaryDirectory } from '../git-sandbox.js';
import { auditConfig, type Bao, motoEnv, startBao, startMoto } from './servers.js';
import { skipWithout } from './tools.js';

const skip = skipWithout('bao', 'moto_server', 'strace', 'git');
const ENTRY = fileURLToPath(new URL('../../src/cli/entry.js', import.meta.url));
const canary = randomBytes(18).toString('base64url').replace(/[-_]/g, 'q');
const folder = temporaryDirectory();
const audit = join(folder, 'audit.log');
let bao: Bao;
let aws: Record<string, string>;
let identity: string;

before(async () => {
  if (skip) return;
  const [server, moto] = await Promise.all([startBao(auditConfig(audit)), startMoto()]);
  bao = server;
  identity = await generateX25519Identity();
  aws = motoEnv(moto.address);
  await bao.api('POST', 'secret/data/app', { data: { password: canary } });
  const target = parseTarget('aws:app#password');
  await putValue({ target, value: Buffer.from(canary), replace: false, env: aws });
});

/** What a command wrote to files and outputs, the names it gave, and every program it started, with its environment. */
interface Traced {
  readonly writes: readonly string[];
  readonly names: string;
  readonly execs: string;
  readonly code: string;
}

const WRITES = ['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'sendto', 'sendmsg', 'sendmmsg'];
const NAMES = ['open', 'openat', 'rename', 'renameat', 'renameat2', 'mkdir', 'mkdirat', 'symlink', 'link'];

async function traced(
  repo: Sandbox,
  args: string[],
  input = '',
  more: Record<string, string> = {},
): Promise<Traced> {
  const log = join(repo.path, '..', `strace-${randomBytes(4).toString('hex')}`);
  const traced = [
    '-f',
    '-v',
    '-s',
    '65536',
    '-xx',
    '-yy',
    '-e',
    `trace=${[...WRITES, ...NAMES, 'execve'].map((call) => `?${call}`).join(',')}`,
    '-o',
    log,
  ];
  const env = {
    ...repo.env,
    VAULT_ADDR: bao.address,
    VAULT_TOKEN: bao.token,
    SOPS_AGE_KEY: identity,
    XDG_CONFIG_HOME: '/nonexistent',
    XDG_CACHE_HOME: join(repo.path, '..', 'cache'),
    ...aws,
    ...more,
  };
  const command = `cd '${repo.path}' && exec strace ${traced.map((arg) => `'${arg}'`).join(' ')} '${process.execPath}' '${ENTRY}' ${args.map((arg) => `'${arg}'`).join(' ')}; `;
  await runChild({ command: 'sh', args: ['-c', command], env, input: Buffer.from(input), missing: 'sh' });
  const lines = readFileSync(log, 'latin1').split('\n');
  const plain = (line: string): string =>
    line.replace(/\\x([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  // What goes to the store over its socket, and what git hands over of the repository, is what these commands are for.
  const git = new Set(lines.filter((line) => /execve\(/.test(line) && /\/git"/.test(plain(line))).map(pidOf));
  const calls = (names: readonly string[]): string[] =>
    lines.filter((line) => names.includes(/^\S+ +(\w+)\(/.exec(line)?.[1] ?? '') && !git.has(pidOf(line)));
  const writes = calls(WRITES).filter((line) => !/\(\d+<TCP/.test(plain(line).slice(0, 300)));
  return {
    writes: writes.map(plain),
    names: calls(NAMES).map(plain).join('\n'),
    execs: lines
      .filter((line) => line.includes('execve('))
      .map(plain)
      .join('\n'),
    code: /exited with (\d+)/.exec(lines.at(-2) ?? '')?.[1] ?? '',
  };
}

function pidOf(line: string): string {
  return line.split(' ')[0] ?? '';
}

function assertClean(text: string, what: string): void {
  for (const form of masksOf(Buffer.from(canary))) assert.ok(!text.includes(form), `${what} holds the value`);
}

const COMMANDS: readonly [name: string, args: string[], input?: string][] = [
  ['known of AWS', ['known', '--aws', 'all', '--history']],
  ['index build of AWS', ['index', 'build', '--aws', 'all']],
  ['migrate to AWS', ['migrate', 'config.js:1', '--to', 'aws:moved#password', '--apply']],
  ['rotate in AWS', ['rotate', 'aws:rotated#password', '--stdin', '--yes'], canary],
  ['rotate in Vault', ['rotate', 'vault:secret/rotated#password', '--stdin', '--yes'], canary],
  ['trace', ['trace', '--stdin', '--audit-log', audit], canary],
  ['trace of a finding', ['trace', 'config.js:1', '--audit-log', audit]],
  ['known', ['known', '--vault', 'secret/*', '--sops', 's.enc.yaml']],
  ['known --history', ['known', '--history', '--vault', 'secret/*', '--format', 'json']],
  ['known with a SARIF file', ['known', '--vault', 'secret/*', '--output', 'sarif=out.sarif']],
  ['index build', ['index', 'build', '--vault', 'secret/*']],
  ['sops verify', ['sops', 'verify', 's.enc.yaml']],
  ['sops check', ['sops', 'check']],
  ['sops set', ['sops', 'set', 's.enc.yaml', 'other'], canary],
  ['rotate without --yes', ['rotate', 'vault:secret/app#password', '--stdin'], canary],
  ['rotate to the same value', ['rotate', 'vault:secret/app#password', '--stdin', '--yes'], canary],
  ['revoke of something else', ['revoke', '--stdin'], canary],
  ['migrate', ['migrate', 'config.js:1', '--to', 'vault:secret/app#password']],
  ['migrate to SOPS', ['migrate', 'config.js:1', '--to', 'sops:s.enc.yaml#moved', '--apply']],
];

for (const [name, args, input] of COMMANDS) {
  test(`${name} writes no value to disk, output, arguments or environment of any program`, {
    skip,
  }, async () => {
    const repo = createSandbox();
    repo.write('config.js', `const password = '${canary}';\n`);
    const recipients = [await identityToRecipient(identity)];
    repo.write(
      's.enc.yaml',
      await encryptSops('s.enc.yaml', `password: ${canary}\n`, { recipients, now: new Date() }),
    );
    repo.commit('all');
    const { writes, names, execs, code } = await traced(repo, args, input);
    // A command that gave up early would write nothing either.
    const found = name.startsWith('known');
    assert.equal(code, name === 'rotate to the same value' ? '2' : found ? '1' : '0');
    assert.ok(execs.length > 0 && names.length > 0);
    assertClean(writes.join('\n'), 'what it wrote');
    assertClean(names, 'a name it gave');
    assertClean(execs, 'what it started');
    for (const file of ['out.sarif', 'config.js']) {
      const path = join(repo.path, file);
      if (existsSync(path) && !(file === 'config.js' && !args.includes('--apply')))
        assertClean(readFileSync(path, 'utf8'), file);
    }
  });
}

test('revoke of a leaked token that is valid writes it nowhere', { skip }, async () => {
  const repo = createSandbox();
  await bao.api('POST', 'auth/token/create', { id: canary });
  const { writes, names, execs, code } = await traced(repo, ['revoke', '--stdin', '--yes'], canary);
  assert.equal(code, '0');
  assert.match(writes.join('\n'), /Revoked; the server does not know it any more/);
  assertClean([...writes, names, execs].join('\n'), 'revoke');
});

test('mask tells the runner on standard output, and nobody else', { skip }, async () => {
  const repo = createSandbox();
  const args = ['mask', '--vault', 'secret/app', '--aws', 'app'];
  const { writes, names, execs, code } = await traced(repo, args, '', { GITHUB_ACTIONS: 'true' });
  assert.equal(code, '0');
  const isSaid = (write: string): boolean => /^\S+ +write\(1</.test(write);
  const said = writes.filter(isSaid).join('\n');
  assert.ok(said.includes(`::add-mask::${canary}`));
  const elsewhere = writes.filter((write) => !isSaid(write)).join('\n');
  assertClean(elsewhere, 'what mask wrote elsewhere');
  assertClean(names + execs, 'what mask started or named');
});

test('the canary test itself would see a value', { skip }, async () => {
  const repo = createSandbox();
  writeFileSync(join(repo.path, 'x.js'), `const password = '${canary}';\n`);
  const { writes } = await traced(repo, ['scan', 'x.js', '--show-secrets']);
  assert.throws(() => assertClean(writes.join('\n'), 'what it wrote'));
});
