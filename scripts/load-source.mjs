import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** What a module of these contents exports; it may import TypeScript, by paths from the repository's top. */
export async function loadSource(contents) {
  const { outputFiles } = buildSync({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    stdin: { resolveDir: '.', contents },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}
