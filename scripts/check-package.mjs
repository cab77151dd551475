// For a release, with a registry at hand: what `npm pack` makes installs into an empty project and runs there.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const project = mkdtempSync(join(tmpdir(), 'keyhound-package-'));
const run = (command, ...args) => execFileSync(command, args, { cwd: project, encoding: 'utf8' }).trim();
try {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', project], { cwd: root, stdio: 'ignore' });
  const [tarball] = readdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"name": "empty", "private": true}\n');
  run('npm', 'install', '--ignore-scripts', '--no-fund', '--no-audit', `./${tarball}`);
  const said = run('npx', '--no-install', 'keyhound', '--version');
  if (said !== version) throw new Error(`keyhound --version says ${said}, not ${version}`);
  const module = "import('keyhound').then(({ rules }) => console.log(rules.length))";
  if (!(Number(run(process.execPath, '--input-type=module', '-e', module)) > 0))
    throw new Error('the library has no rules');
  console.log(`${tarball} installs into an empty project and runs there: ${said}`);
} finally {
  rmSync(project, { recursive: true, force: true });
}
