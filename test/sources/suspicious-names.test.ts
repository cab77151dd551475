import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules, scan } from '../../src/index.js';
import { treeSource } from '../../src/sources/tree.js';
import { fill } from '../fill.js';
import { folder } from '../keyhound.js';

test('of the names of a tree those that hold a secret are found, and told without it', async (t) => {
  const secret = fill('sk_live_{alnum:32}');
  const names = Array.from({ length: 60 }, (_, n) => `folder-${n % 7}/some-file-with-a-long-name-${n}.txt`);
  const hiding = [`folder-3/${secret}.txt`, `key-${secret}/x.txt`];
  const root = folder(t, Object.fromEntries([...names, ...hiding].map((name) => [name, 'words\n'])));
  const { findings } = await scan({ source: treeSource({ root, targets: ['.'] }), rules });
  assert.deepEqual(
    findings.map(({ path, kind, startColumn, endColumn }) => [path, kind, startColumn, endColumn]),
    [
      ['folder-3/sk_live_….txt', 'name', 10, 50],
      ['key-sk_live_…/x.txt', 'name', 5, 45],
    ],
  );
});

test('a name that is left out by the settings is not looked at', async (t) => {
  const secret = fill('sk_live_{alnum:32}');
  const root = folder(t, { [`vendor/${secret}`]: 'words\n' });
  const isExcluded = (path: string) => path.startsWith('vendor/');
  const { findings } = await scan({ source: treeSource({ root, targets: ['.'], isExcluded }), rules });
  assert.deepEqual(findings, []);
});
