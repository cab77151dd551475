// Bundles and runs one of the programs in bench/: `npm run bench -- NAME [ARGUMENT...]`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { buildSync } from 'esbuild';

const root = new URL('..', import.meta.url);
const [name, ...rest] = process.argv.slice(2);
const source = new URL(`bench/${name}.ts`, root);
if (!name || !existsSync(source)) {
  const names = readdirSync(new URL('bench/', root)).filter((file) => file.endsWith('.ts'));
  console.error(
    `usage: npm run bench -- NAME [ARGUMENT...]; names: ${names.map((file) => file.slice(0, -3)).join(', ')}`,
  );
  process.exit(2);
}
buildSync({
  absWorkingDir: root.pathname,
  entryPoints: [`bench/${name}.ts`],
  outfile: `out/bench/${name}.mjs`,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  define: { __VERSION__: '"bench"' },
  logLevel: 'warning',
});
// where it is set, reading the certificates takes longer than most of what is measured
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;
const { status } = spawnSync(process.execPath, [`out/bench/${name}.mjs`, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env,
});
process.exit(status ?? 1);
