import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

test('where nothing can be installed, tests are skipped, but CI fails and says what is missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyhound-tools-'));
  try {
    for (const [CI, code] of [
      ['', 0],
      ['true', 1],
    ] as const) {
      const env = { CI, PATH: folder, HOME: folder, KEYHOUND_TEST_TOOLS: join(folder, 'tools') };
      const script = resolve('scripts/test-servers.mjs');
      const ran = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
      assert.equal(ran.status, code, ran.stderr);
      assert.match(ran.stdout, CI ? /^bao: could not be installed$/m : /^bao: .*its tests are skipped$/m);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
