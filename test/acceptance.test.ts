import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** The acceptance items about git (docs/git.md): hooks, history and the state of repositories, hostile repositories. */
const ITEMS: Readonly<Record<number, string>> = {
  1: 'commit -a, -p, -i and --only',
  2: '--only of one file while another is staged',
  3: 'staged, and cleaned in the work tree since',
  4: 'in the work tree only',
  5: 'first commit, orphan branch, sha256',
  6: 'moved, copied, changed type, changed mode',
  7: 'intended to be added',
  8: 'symbolic links',
  9: 'submodules',
  10: 'odd names',
  11: 'linked work trees, submodules, subdirectories, odd indexes',
  12: 'resolved conflicts',
  13: 'merges without conflicts',
  14: 'merges of long-lived branches',
  15: 'cherry-pick, rebase, --no-verify, then push',
  16: 'kinds of pushes',
  17: 'pre-receive',
  18: 'unmerged and broken indexes',
  19: 'attributes and settings of diffs',
  20: 'line ends',
  21: 'encodings of text',
  22: 'text within binary files',
  23: 'Git LFS pointers',
  24: 'commit messages',
  25: 'many and large files',
  26: 'git that is missing, old, or in the tree',
  27: 'no terminal, closed descriptors',
  28: 'every place of a history',
  29: 'shallow clones',
  30: 'partial clones',
  31: 'missing and corrupt objects',
  32: 'malformed commits',
  33: 'empty, bare, detached, broken',
  34: 'large histories',
  35: 'git that fails',
  36: 'changes during the scan',
  37: 'repositories of other users',
  38: 'refs that look like options',
  39: 'paths with links in them',
  71: 'every vector against every command',
  72: 'repositories within repositories',
  73: 'hostile environment',
  74: 'names that mean something else on other systems',
};

/** Numbers in `item 5: …` and `(items 1, 3 and 7 to 9)`. */
function itemsIn(title: string): readonly number[] {
  const [, list = ''] = /\bitems? ((?:\d+|, | and | to )+)/.exec(title) ?? [];
  return list.split(/, | and /).flatMap((part) => {
    const [from = Number.NaN, to = from] = part.split(' to ').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

test('every acceptance item about git is named by a test', () => {
  const folder = new URL('../../test/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((name) => name.endsWith('.test.ts') && name !== 'acceptance.test.ts')
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  assert.ok(texts.length > 50);
  // a title is the first argument of a test: what is left out as `it.skip` names nothing
  const titles = texts.flatMap((text) => text.match(/\b(?:it|test|describe)\(\s*(['`"]).*?\1,/g) ?? []);
  const named = new Set(titles.flatMap(itemsIn));
  assert.deepEqual(
    Object.entries(ITEMS).filter(([number]) => !named.has(Number(number))),
    [],
  );
});
