// The only gate: generated files are up to date, lint, types, unused code, package shape, build, tests.
import { spawnSync } from 'node:child_process';

const steps = [
  ['npm', 'run', '--silent', 'build'],
  [
    'git',
    'diff',
    '--exit-code',
    '--stat',
    '--',
    'rules/index.ts',
    'docs/rules.md',
    'schema/config.schema.json',
  ],
  ['npx', '--no-install', 'biome', 'check', '--diagnostic-level=error', '.'],
  ['npx', '--no-install', 'knip'],
  ['npx', '--no-install', 'publint', '--strict'],
  ['npm', 'test', '--silent'],
];
for (const [command, ...args] of steps) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`check failed at: ${command} ${args.join(' ')}`);
    process.exit(status ?? 1);
  }
}
