// For a release: is dist/ what its sources make? Builds again and compares every file with the one that was there.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';

const root = new URL('..', import.meta.url);

function hashes() {
  const names = readdirSync(new URL('dist/', root), { recursive: true, encoding: 'utf8' });
  // what a hook has kept of an earlier run is not built
  const built = names.filter((name) => !name.startsWith('.cache'));
  const files = built.filter((name) => statSync(new URL(`dist/${name}`, root)).isFile());
  return new Map(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(new URL(`dist/${name}`, root)))
        .digest('hex'),
    ]),
  );
}

const before = hashes();
execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
const after = hashes();
const names = [...new Set([...before.keys(), ...after.keys()])].sort();
const different = names.filter((name) => before.get(name) !== after.get(name));
for (const name of different) console.log(`differs: dist/${name}`);
console.log(`${names.length} files, ${different.length} differ`);
process.exitCode = different.length > 0 ? 1 : 0;
