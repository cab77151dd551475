import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createSandbox, type Ended, type Sandbox } from '../git-sandbox.js';
import { secretKey } from '../sources/scanned.js';

const ALLOW = JSON.stringify({ allow: [{ paths: ['**/fixtures/**'], reason: 'made up' }] });
const CUSTOM = JSON.stringify({
  rules: [{ id: 'our-key', title: 'Our key', pattern: 'our-(?<secret>[0-9]{12})', keywords: ['our-'] }],
});

/** A repository with a key staged below `fixtures`. */
function sandboxWithKey(): Sandbox {
  const sandbox = createSandbox();
  sandbox.write('base.txt', 'base\n');
  sandbox.commit('base');
  sandbox.write('fixtures/key.txt', `${secretKey(1)}\n`);
  sandbox.git('add', 'fixtures');
  return sandbox;
}

function ends(sandbox: Sandbox, status: number, ...args: string[]): Ended {
  const ended = sandbox.keyhound(...(args.length > 0 ? args : ['staged']));
  assert.equal(ended.status, status, ended.stdout + ended.stderr);
  return ended;
}

describe('what is staged is judged by the settings that are staged (3.6)', () => {
  it('takes an allowance of the index, and none of the work tree, and says what to add', () => {
    const sandbox = sandboxWithKey();
    sandbox.write('.keyhound.json', ALLOW);
    const refused = ends(sandbox, 1);
    assert.match(refused.stderr, /\.keyhound\.json: not staged .*'git add \.keyhound\.json' changes that/);
    sandbox.git('add', '.keyhound.json');
    assert.equal(ends(sandbox, 0).stderr.includes('not staged'), false);
    // edits that are not staged neither allow nor forbid
    sandbox.write('.keyhound.json', '{}');
    ends(sandbox, 0);
    rmSync(join(sandbox.path, '.keyhound.json'));
    ends(sandbox, 0);
  });

  it('names what is not staged so that neither a terminal nor a shell does what a name says', {
    skip: process.platform === 'win32' && 'skipped: no such names on Windows',
  }, () => {
    const sandbox = sandboxWithKey();
    sandbox.write('.keyhound/\u001b[31m$(touch x).json', '{}');
    const { stderr } = ends(sandbox, 1);
    assert.match(
      stderr,
      /^keyhound: \.keyhound\/\S*\[31m\$\(touch x\)\.json: not staged .* staging them changes that$/m,
    );
    assert.doesNotMatch(stderr, /\u001b|git add/);
  });

  it('takes the baseline of the index', () => {
    const sandbox = sandboxWithKey();
    ends(sandbox, 0, 'baseline', 'create');
    assert.match(ends(sandbox, 1).stderr, /git add \.keyhound\/baseline\.json/);
    sandbox.git('add', '.keyhound');
    ends(sandbox, 0);
    sandbox.write('.keyhound/baseline.json', '{');
    ends(sandbox, 0);
    sandbox.git('add', '.keyhound');
    assert.match(ends(sandbox, 2).stderr, /^keyhound: \.keyhound\/baseline\.json.* \(as staged\)$/m);
  });

  it('uses rules that are staged but not in the work tree, for clean commits too', () => {
    const sandbox = createSandbox();
    sandbox.write('.keyhound.json', CUSTOM);
    sandbox.write('package.json', '{}');
    sandbox.commit('base');
    rmSync(join(sandbox.path, '.keyhound.json'));
    sandbox.write('a.txt', 'our-904718263549\n');
    sandbox.git('add', 'a.txt');
    ends(sandbox, 1);
    sandbox.git('rm', '-q', '--cached', '.keyhound.json');
    ends(sandbox, 0);
    sandbox.write('package.json', `{"keyhound": ${CUSTOM}}`);
    sandbox.git('add', 'package.json');
    sandbox.write('package.json', '{}');
    ends(sandbox, 1);
  });

  it('counts what git ignores: its owner alone can have meant it', () => {
    const sandbox = sandboxWithKey();
    sandbox.write('.git/info/exclude', '.keyhound\n.keyhound.json\n');
    sandbox.write('.keyhound.json', '{"extends": "./.keyhound/own.json"}');
    sandbox.write('.keyhound/own.json', ALLOW);
    ends(sandbox, 0);
  });

  it('reads what settings extend from the index, and installed packages from the work tree', () => {
    const sandbox = sandboxWithKey();
    sandbox.write('.gitignore', 'node_modules\n');
    sandbox.write('.keyhound.json', '{"extends": ["./shared.json", "@us/keyhound-settings"]}');
    sandbox.write('shared.json', CUSTOM);
    sandbox.write('node_modules/@us/keyhound-settings/.keyhound.json', ALLOW);
    sandbox.git('add', '-A');
    sandbox.write('shared.json', '{"nonsense": 1}');
    ends(sandbox, 0);
    sandbox.git('add', '-A');
    assert.match(ends(sandbox, 2).stderr, /^keyhound: shared\.json:1: nonsense .*\(as staged\)$/m);
  });

  it('refuses settings that are staged as a link', () => {
    const sandbox = sandboxWithKey();
    writeFileSync(join(sandbox.env.HOME!, 'mine.json'), ALLOW);
    symlinkSync(join(sandbox.env.HOME!, 'mine.json'), join(sandbox.path, '.keyhound.json'));
    ends(sandbox, 1);
    sandbox.git('add', '.keyhound.json');
    assert.match(ends(sandbox, 2).stderr, /\.keyhound\.json: is a symbolic link/);
  });

  it('holds for the hooks of a commit, in a subdirectory and with an index of its own', () => {
    const sandbox = sandboxWithKey();
    sandbox.write('.keyhound.json', ALLOW);
    mkdirSync(join(sandbox.path, 'below'));
    sandbox.write('message', `${secretKey(2)}\n`);
    for (const hook of [['pre-commit'], ['pre-merge-commit']]) ends(sandbox, 1, 'hook', ...hook);
    ends(sandbox, 1, 'hook', 'commit-msg', '--', 'message');
    sandbox.git('add', '.keyhound.json');
    for (const hook of [['pre-commit'], ['pre-merge-commit']]) ends(sandbox, 0, 'hook', ...hook);
    sandbox.env.GIT_INDEX_FILE = join(sandbox.path, '.git/other-index');
    sandbox.git('read-tree', 'HEAD');
    sandbox.git('add', 'fixtures');
    ends(sandbox, 1, 'hook', 'pre-commit');
  });
});
