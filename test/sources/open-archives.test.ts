import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createSandbox, type Sandbox } from '../git-sandbox.js';
import { createRandom } from '../random.js';
import { tar, zip } from './make-archive.js';
import { secretKey } from './scanned.js';

const secret = (n: number) => Buffer.from(`key = '${secretKey(n)}'\n`);

/** Where a command finds something, as `path:line`. */
function places(
  repository: Sandbox,
  ...args: string[]
): { places: string[]; skipped: string[]; status: number | null } {
  const { stdout, status } = repository.keyhound(...args, '--format', 'json');
  const { findings, skipped } = JSON.parse(stdout);
  return {
    places: findings
      .map(({ path, startLine }: { path: string; startLine: number }) => `${path}:${startLine}`)
      .sort(),
    skipped: skipped.map(({ path, reason }: { path: string; reason: string }) => `${path}: ${reason}`),
    status,
  };
}

const archive = zip([
  { name: 'src/a.py', data: secret(1) },
  { name: 'b.tar.gz', data: gzipSync(tar({ 'deep/b.py': `\n${secret(2)}` })) },
]);
const inside = ['x.jar!/b.tar.gz!/deep/b.py:2', 'x.jar!/src/a.py:1'];

describe('--archives', () => {
  it('opens archives in trees, commits, ranges and histories, and without it they stay closed', () => {
    const repository = createSandbox();
    repository.write('readme', 'a\n');
    repository.commit('first');
    repository.write('x.jar', archive);
    repository.git('add', '-A');
    assert.deepEqual(places(repository, 'scan').places, []);
    assert.deepEqual(places(repository, 'scan', '--archives').places, inside);
    assert.deepEqual(places(repository, 'staged', '--archives').places, inside);
    repository.commit('second');
    assert.deepEqual(places(repository, 'diff', 'HEAD~1..HEAD', '--archives').places, inside);
    // a second audit must not believe the first, which did not open it
    assert.deepEqual(places(repository, 'history').places, []);
    assert.deepEqual(places(repository, 'history', '--archives').places, inside);
    repository.git('rm', '-q', 'x.jar');
    repository.commit('third');
    repository.git('gc', '-q');
    assert.deepEqual(places(repository, 'history', '--archives').places, inside);
    assert.deepEqual(places(repository, 'scan', '--archives').places, []);
  });

  it('opens an archive that is read in pieces', () => {
    const repository = createSandbox();
    const large = createRandom(7).bytes(18 << 20);
    repository.write(
      'x.zip',
      zip([
        { name: 'noise.bin', data: large, isStored: true },
        { name: 'a.py', data: secret(3) },
      ]),
    );
    assert.deepEqual(places(repository, 'scan', '--archives').places, ['x.zip!/a.py:1']);
  });

  it('leaves out what is excluded, outside and inside', () => {
    const repository = createSandbox();
    repository.write('x.jar', archive);
    repository.write('old/y.jar', archive);
    repository.write('.keyhound.json', JSON.stringify({ paths: { exclude: ['old/**', '**/deep/**'] } }));
    assert.deepEqual(places(repository, 'scan', '--archives').places, ['x.jar!/src/a.py:1']);
  });

  it('says what it cannot open, and is not green', () => {
    const repository = createSandbox();
    repository.write('a.tar.xz', Buffer.from('fd377a585a00000404', 'hex'));
    repository.write('b.zip', archive.subarray(0, 200));
    const { skipped, status } = places(repository, 'scan', '--archives');
    assert.equal(status, 3);
    assert.deepEqual(skipped, [
      'a.tar.xz: xz archives cannot be opened',
      'b.zip: archive is cut short: no directory',
    ]);
    assert.equal(places(repository, 'scan').status, 0);
  });
});
