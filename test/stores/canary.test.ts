import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { runChild } from '../../src/stores/child.js';
import { masksOf } from '../../src/stores/known/mask.js';
import { encryptSops } from '../../src/stores/sops/write.js';
import { createSandbox, type Sandbox } from '../git-sandbox.js';
import { type Bao, startBao } from './servers.js';
import { skipWithout } from './tools.js';

const skip = skipWithout('bao', 'strace', 'git');
const ENTRY = fileURLToPath(new URL('../../src/cli/entry.js', import.meta.url));
const canary = randomBytes(18).toString('base64url').replace(/[-_]/g, 'q');
let bao: Bao;
let identity: string;

before(async () => {
  if (skip) return;
  bao = await startBao();
  identity = await generateX25519Identity();
  await bao.api('POST', 'secret/data/app', { data: { password: canary } });
});

/** What a command wrote to files and outputs, and every program it started with arguments and environment. */
async function traced(
  repo: Sandbox,
  args: string[],
  input = '',
): Promise<{ writes: string; execs: string; code: string }> {
  const log = join(repo.path, '..', `strace-${randomBytes(4).toString('hex')}`);
  const traced = [
    '-f',
    '-v',
    '-s',
    '65536',
    '-xx',
    '-yy',
    '-e',
    'trace=write,pwrite64,writev,execve',
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
  };
  const command = `cd '${repo.path}' && exec strace ${traced.map((arg) => `'${arg}'`).join(' ')} '${process.execPath}' '${ENTRY}' ${args.map((arg) => `'${arg}'`).join(' ')}; `;
  await runChild({ command: 'sh', args: ['-c', command], env, input: Buffer.from(input), missing: 'sh' });
  const lines = readFileSync(log, 'latin1').split('\n');
  const plain = (line: string): string =>
    line.replace(/\\x([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  // What goes to the store over its socket, and what git hands over of the repository, is what these commands are for.
  const git = new Set(lines.filter((line) => /execve\(/.test(line) && /\/git"/.test(plain(line))).map(pidOf));
  const writes = lines.filter(
    (line) =>
      /\b(?:write|pwrite64|writev)\(/.test(line) &&
      !git.has(pidOf(line)) &&
      !/\(\d+<TCP/.test(plain(line).slice(0, 300)),
  );
  return {
    writes: writes.map(plain).join('\n'),
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
    const { writes, execs, code } = await traced(repo, args, input);
    assert.match(code, /^[0-3]$/);
    assert.ok(execs.length > 0);
    assertClean(writes, 'what it wrote');
    assertClean(execs, 'what it started');
    for (const file of ['out.sarif', 'config.js']) {
      const path = join(repo.path, file);
      if (existsSync(path) && !(file === 'config.js' && !args.includes('--apply')))
        assertClean(readFileSync(path, 'utf8'), file);
    }
  });
}

test('the canary test itself would see a value', { skip }, async () => {
  const repo = createSandbox();
  writeFileSync(join(repo.path, 'x.js'), `const password = '${canary}';\n`);
  const { writes } = await traced(repo, ['scan', 'x.js', '--show-secrets']);
  assert.throws(() => assertClean(writes, 'what it wrote'));
});
