import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeRepository } from '../../src/sources/git/describe.js';
import { createSandbox, temporaryDirectory } from '../git-sandbox.js';

test('the URL of a repository comes without user, password, or path of this machine', () => {
  const { git, path, commit } = createSandbox();
  const revision = commit('first');
  const cases: Readonly<Record<string, string | undefined>> = {
    'https://kim:hunter2@example.com/team/shop.git': 'https://example.com/team/shop.git',
    'https://x-token@example.com:8443/shop?a=b#c': 'https://example.com:8443/shop',
    'git@example.com:team/shop.git': 'https://example.com/team/shop.git',
    'ssh://git@example.com:2222/team/shop.git': 'https://example.com/team/shop.git',
    '/srv/private/shop.git': undefined,
    'file:///srv/private/shop.git': undefined,
    'ext::sh -c id': undefined,
  };
  for (const [remote, url] of Object.entries(cases)) {
    git('config', 'remote.origin.url', remote);
    assert.deepEqual(describeRepository(path), { ...(url ? { url } : {}), revision, branch: 'main' }, remote);
  }
});

test('a folder outside of a repository is not described', () => {
  assert.equal(describeRepository(temporaryDirectory()), undefined);
});
