// Other people's validators, parsers and browsers for the checks of reports: installed outside of the project's own
// packages, since they are large and nothing else needs them.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the packages are. */
export const tools = process.env.REPORT_TOOLS ?? fileURLToPath(new URL('../out/tools/', import.meta.url));
const require = createRequire(join(tools, 'x.js'));

/** Installs packages from npm; false and a line that says so where that does not work. */
export function installPackages(names) {
  mkdirSync(tools, { recursive: true });
  const args = ['install', '--silent', '--no-audit', '--no-fund', '--prefix', tools, ...names];
  const isThere = spawnSync('npm', args, { stdio: 'inherit' }).status === 0;
  if (!isThere) console.log(`skipped: npm could not install ${names.join(' ')}`);
  return isThere;
}

/** Installs a program from Debian's packages, unless it is there; false where that does not work. */
export function installProgram(program, name) {
  const isThere = () => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
  const apt = (...args) => {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const [command, ...rest] = [...sudo, 'apt-get', '-qq', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  };
  const install = () => apt('install', '--yes', '--no-install-recommends', name);
  // the lists of a fresh machine are empty or old
  if (!isThere() && !install()) apt('update') && install();
  if (!isThere()) console.log(`skipped: apt could not install ${name}`);
  return isThere();
}

/** An installed package, or undefined. */
export async function load(name) {
  try {
    return require(name);
  } catch {
    try {
      return await import(require.resolve(name));
    } catch {
      return undefined;
    }
  }
}

/**
 * Runs checks by their names; one that gives a text is skipped for that reason, which is a failure if all it needs was
 * `installed`. Sets the exit code.
 */
export async function runChecks(checks, { installed }) {
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    try {
      const skipped = await check();
      if (skipped && installed) failed++;
      console.log(skipped ? `${installed ? 'not ok' : 'skipped:'} ${name}: ${skipped}` : `ok ${name}`);
    } catch (error) {
      failed++;
      console.log(`not ok ${name}\n${error.stack}`);
    }
  }
  process.exitCode = failed > 0 ? 1 : 0;
}
