import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './main.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

run({
  env: process.env,
  scanner: join(fileURLToPath(new URL('.', import.meta.url)), 'keyhound.cjs'),
  signal: stop.signal,
  print: (text) => process.stdout.write(text),
}).then((code) => {
  process.exitCode = code;
});
