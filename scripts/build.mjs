// Builds what is published: one bundle per entry and the types of the library.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
rmSync(new URL('dist', root), { recursive: true, force: true });

const shared = {
  absWorkingDir: new URL('.', root).pathname,
  bundle: true,
  platform: 'node',
  // jsonc-parser's other build cannot be bundled
  mainFields: ['module', 'main'],
  // Optional peers stay outside: they are loaded on demand, and the message says what to install.
  external: ['age-encryption'],
  target: 'node20',
  define: {
    __VERSION__: JSON.stringify(version),
    __BUILD__: JSON.stringify(digestOf('src', 'rules', 'kernel')),
    // the commit that 'keyhound init github' pins the action to; a release gives it
    __ACTION_REF__: JSON.stringify(process.env.KEYHOUND_ACTION_REF ?? ''),
  },
  logLevel: 'warning',
};

// The secret stores are a bundle of their own: a hook neither reads nor parses them.
const storesApart = {
  name: 'stores-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /(?:^|\/)stores(?:\.js$|\/)/ }, ({ importer }) =>
      /\/src\/stores(?:\.ts$|\/)/.test(importer) ? undefined : { path: './stores.cjs', external: true },
    );
  },
};
await build({
  ...shared,
  entryPoints: { stores: 'src/stores.ts' },
  outdir: 'dist',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
});
const program = await build({
  ...shared,
  plugins: [storesApart],
  entryPoints: { keyhound: 'src/cli/entry.ts' },
  outdir: 'dist',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // yargs asks for the URL of its module, which a CommonJS bundle does not have
  define: { ...shared.define, 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  // what V8 compiled and a file kept cannot import, but require
  supported: { 'dynamic-import': false },
  // names stay: they are what a stack trace says
  minifyWhitespace: true,
  write: false,
});
writeCompiled('keyhound.cjs', program);
await build({
  ...shared,
  entryPoints: { load: 'src/cli/load-compiled.ts' },
  outdir: 'dist',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
});
// The hook's bundle is small, because reading it is most of what a clean commit takes: what it seldom needs is
// loaded when it is first used.
const seldomNeeded = {
  name: 'seldom-needed',
  setup(bundler) {
    const namesOf = {
      'node:child_process': ['spawn', 'spawnSync'],
      'node:crypto': ['createHash', 'createHmac'],
      'node:zlib': ['crc32', 'gunzipSync', 'inflateRawSync', 'inflateSync'],
      './hook-model.cjs': ['clueScale', 'clues', 'costs', 'trees', 'words'],
    };
    const lazy = (path) => ({ path, namespace: 'lazy' });
    bundler.onResolve({ filter: /^node:(?:child_process|crypto|zlib)$/ }, ({ path, namespace }) =>
      namespace === 'lazy' ? undefined : lazy(path),
    );
    bundler.onResolve({ filter: /\/model-data\.js$/ }, () => lazy('./hook-model.cjs'));
    bundler.onResolve({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({ path, external: true }));
    bundler.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: namesOf[path]
        .map(
          (name) =>
            `Object.defineProperty(exports, '${name}', { get: () => require('${path}').${name}, enumerable: true });`,
        )
        .join('\n'),
    }));
  },
};
const hook = await build({
  ...shared,
  plugins: [seldomNeeded],
  entryPoints: { hook: 'src/cli/hook-entry.ts' },
  outdir: 'dist',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  minify: true,
  write: false,
});
writeCompiled('hook.cjs', hook);
await build({
  ...shared,
  entryPoints: { 'hook-model': 'src/detect/generic/model-data.ts' },
  outdir: 'dist',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
});
// the GitHub Action: a small module that runs the command line beside it in a process of its own
await build({
  ...shared,
  plugins: [storesApart],
  entryPoints: { action: 'src/action/entry.ts' },
  outdir: 'dist',
  format: 'esm',
  target: 'node24',
  // what is left of packages that are no modules asks for Node's parts by require
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
});
await build({
  ...shared,
  entryPoints: { index: 'src/index.ts', stores: 'src/stores.ts' },
  outdir: 'dist',
  format: 'esm',
  packages: 'external',
});
await build({
  ...shared,
  entryPoints: ['scripts/hook-data.mjs'],
  outfile: 'out/hook-data.mjs',
  format: 'esm',
  packages: 'external',
});
const { hookData } = await import('../out/hook-data.mjs');
for (const [name, content] of Object.entries(hookData()))
  writeFileSync(new URL(`dist/${name}`, root), content);
execFileSync(
  process.execPath,
  [
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.json',
    '--declaration',
    '--emitDeclarationOnly',
    '--outDir',
    'dist/types',
  ],
  { cwd: root, stdio: 'inherit' },
);
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'page/tsconfig.json'], {
  cwd: root,
  stdio: 'inherit',
});

/** Writes a bundle for src/cli/load-compiled.ts: its first line is a digest of the rest. */
function writeCompiled(name, { outputFiles: [{ text }] }) {
  // one character beyond latin1, in an expression, and the whole text takes twice the memory and time
  const ascii = text.replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const digest = createHash('sha256').update(ascii).digest('hex').slice(0, 16);
  writeFileSync(new URL(`dist/${name}`, root), `// ${digest}\n${ascii}`);
}

/** A digest of all files in these folders: caches made by another program are not trusted. */
function digestOf(...folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const names = readdirSync(new URL(`${folder}/`, root), { recursive: true })
      .map(String)
      .sort();
    for (const name of names.filter((file) => /\.(?:ts|json)$/.test(file)))
      hash.update(`${folder}/${name}\0`).update(readFileSync(new URL(`${folder}/${name}`, root)));
  }
  return hash.digest('hex').slice(0, 16);
}
