import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

/** The layer of a file, a higher one may import lower ones; undefined: in no layer. */
function layerOf(file: string): number | undefined {
  if (/^src\/(types|errors|text|sorted|nearest|budget)\.ts$/.test(file)) return 0;
  if (/^src\/(sources|decode|detect|suppress|report|config|import|stores|kernel|generated)\//.test(file))
    return 1;
  if (/^src\/(finding|fingerprint|lines|summary)\.ts$/.test(file) || file.startsWith('rules/')) return 1;
  if (
    /^src\/(scan|engine|sieve|explain|lone-value|glance|raw-values|surroundings|watch|hidden-names)\.ts$/.test(
      file,
    )
  )
    return 2;
  if (file.startsWith('src/mask/')) return 2;
  if (/^src\/(index|stores|hook)\.ts$/.test(file)) return 3;
  if (/^src\/(cli|action)\//.test(file)) return 4;
  return undefined;
}

/** Layer-1 modules that any stage may use: they hold no stage's knowledge. */
const SHARED = new Set([
  'src/lines.ts',
  'src/fingerprint.ts',
  'src/generated/kernel.ts',
  'src/generated/page.ts',
]);

function isAllowed(file: string, imported: string): boolean {
  const from = layerOf(file)!;
  const to = layerOf(imported) ?? 9;
  if (from === 4) return to === 4 || to === 3 || to === 0 || imported === 'src/summary.ts';
  if (from === 3 || from === 2) return to < from || (from === 2 && to === 2);
  if (from === 1)
    return to === 0 || (to === 1 && (stageOf(file) === stageOf(imported) || SHARED.has(imported)));
  return to === 0;
}

function stageOf(file: string): string {
  const [top, second] = file.split('/');
  return top === 'rules' ? 'rules' : (second ?? '');
}

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((found) =>
    normalize(join(dirname(file), found[1]!)).replace(/\.js$/, '.ts'),
  );
}

const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith('.ts')),
);

test('every source file is in a layer', () => {
  assert.deepEqual(
    files.filter((file) => layerOf(file) === undefined),
    [],
  );
});

test('imports go down the layers, and no stage imports another', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => !isAllowed(file, imported))
      .map((imported) => `${file} -> ${imported}`),
  );
  assert.deepEqual(wrong, []);
});

test('the files that ARCHITECTURE.md names are there', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  const named = [...text.matchAll(/`((?:src|rules|kernel|test|bench|docs|scripts|bin)\/[\w./-]*)`/g)].map(
    (m) => m[1]!,
  );
  assert.ok(named.length > 10);
  assert.deepEqual(
    named.filter((path) => !existsSync(path)),
    [],
  );
});

test('nothing lies at the top but what belongs there', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
  const top = new Set(tracked.map((path) => path.split('/')[0]!));
  const folders = '.ci bench bin docs kernel page policies rules schema scripts src test'.split(' ');
  const texts = [...top].filter((name) => !folders.includes(name) && !/\.(?:md|json|ya?ml)$/.test(name));
  assert.deepEqual(texts.sort(), ['.gitignore', 'LICENSE']);
});
