// Compiles and runs the tests; arguments choose test files by part of their path: `npm test -- rules`.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const wanted = process.argv.slice(2);
for (const part of ['src', 'rules', 'test'])
  rmSync(new URL(`out/${part}`, root), { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
  cwd: root,
  stdio: 'inherit',
});

const files = readdirSync(new URL('out/test', root), { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.test.js') && (wanted.length === 0 || wanted.some((w) => f.includes(w))))
  .sort()
  .map((f) => `out/test/${f}`);
if (files.length === 0) {
  console.error(`no test file matches ${wanted.join(' ')}`);
  process.exit(2);
}
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;
const { status } = spawnSync(process.execPath, ['--import', './out/test/seeded.js', '--test', ...files], {
  cwd: root,
  stdio: 'inherit',
  env,
});
process.exit(status ?? 1);
