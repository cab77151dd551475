import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { REPORT_FORMATS } from '../../src/report/index.js';
import { fill } from '../fill.js';
import { createSandbox, openSandbox, type Sandbox } from '../git-sandbox.js';
import { keyhound } from '../keyhound.js';
import { traces } from './traces.js';

const SECRET = fill('sk_live_{alnum:32}');
const BASE64 = Buffer.from(`key=${SECRET}`).toString('base64');

/** A repository with the secret wherever words can come from that a report repeats. */
function repository(): Sandbox {
  const { path, env } = createSandbox();
  const sandbox = openSandbox(path, { ...env, GIT_AUTHOR_NAME: SECRET });
  sandbox.write('plain.ts', 'nothing\n');
  sandbox.commit('first');
  sandbox.write(`name-${SECRET}.txt`, 'nothing here\n');
  sandbox.write(`folder-${SECRET}/inner.txt`, `token = "${SECRET}"\n`);
  sandbox.write('content.ts', `a = "${SECRET}"; again("${SECRET}")\nb = "${BASE64}"\n`);
  sandbox.write('reason.ts', `k = "${SECRET}" // keyhound:ignore -- it is ${SECRET}\n`);
  sandbox.write(`skipped-${SECRET}.bin`, Buffer.alloc(3000, 'words '));
  sandbox.commit(`add ${SECRET} and ${BASE64}\n\nkey: ${SECRET}`);
  sandbox.git('tag', '-a', `tag-${SECRET}`, '-m', `of ${SECRET}`);
  sandbox.git('notes', 'add', '-m', `see ${SECRET}`);
  sandbox.git('checkout', '-q', '-b', `branch-${SECRET}`);
  sandbox.git('remote', 'add', 'origin', `https://example.com/remote-${SECRET}/shop.git`);
  const expired = {
    fingerprint: 'gone',
    ruleId: 'r',
    path: `was-${SECRET}`,
    state: 'accepted',
    expires: '2020-01-01',
  };
  const baseline = {
    schema: 'keyhound-baseline/1',
    salt: 'a salt of some length',
    findings: [expired, null],
  };
  sandbox.write('.keyhound/baseline.json', JSON.stringify(baseline));
  return sandbox;
}

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  scan: ['scan', '--max-file-size', '2000'],
  diff: ['diff', 'HEAD~1..HEAD'],
  history: ['history', '--with-authors'],
  staged: ['staged'],
  log: ['log', 'content.ts'],
};

for (const [name, command] of Object.entries(COMMANDS)) {
  test(`a secret in names, messages and reasons is in no report of ${name}, nor in what it leaves behind (item 58)`, () => {
    const sandbox = repository();
    if (name === 'staged') sandbox.git('reset', '-q', '--soft', 'HEAD~1');
    const left = join(sandbox.path, '..', 'left');
    mkdirSync(join(left, 'tmp'), { recursive: true });
    const outputs = REPORT_FORMATS.map((format) => ['--output', `${format}=${join(left, `r.${format}`)}`]);
    const env = { ...sandbox.env, TMPDIR: join(left, 'tmp'), XDG_CACHE_HOME: join(left, 'cache') };
    const args = [...command, '--include-suppressed', '--report-unused', ...outputs.flat()];
    const { code, stdout, stderr } = keyhound(sandbox.path, args, { env });
    assert.equal(code, 1, stderr);
    const { findings } = JSON.parse(readFileSync(join(left, 'r.json'), 'utf8'));
    assert.ok(findings.length >= (name === 'log' ? 3 : 4), `${findings.length} findings`);
    const written = filesBelow(left).map((file) => [file, readFileSync(file, 'latin1')] as const);
    assert.ok(written.length >= REPORT_FORMATS.length);
    for (const [file, text] of [...written, ['output', stdout], ['errors', stderr]] as const) {
      assert.ok(!file.includes(SECRET));
      for (const trace of traces(SECRET)) assert.ok(!text.includes(trace), `${file} holds ${trace}`);
    }
  });
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}
