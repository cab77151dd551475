import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fill } from '../fill.js';
import { folder, keyhound } from '../keyhound.js';

const SECRET = fill('sk_live_{alnum:24}');
const KEY = `stripe = "${SECRET}"\n`;

/** A repository whose history holds these files, and whose work tree none of them. */
function repository(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>) {
  const root = folder(t);
  const repo = join(root, 'repo');
  mkdirSync(repo);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: repo,
      stdio: 'pipe',
    });
  git('init', '--quiet');
  for (const [name, content] of Object.entries(files)) writeFileSync(join(repo, name), content);
  git('add', '--all');
  git('commit', '--quiet', '--message', `use ${SECRET}`);
  git('rm', '--quiet', '-r', '.');
  git('commit', '--quiet', '--message', 'clean', '--allow-empty');
  mkdirSync(repo, { recursive: true });
  keyhound(repo, ['history', '--output', 'json=../audit.json']);
  return { root, repo };
}

/** What git filter-repo would put out for these bytes, by the rules of its own documentation. */
function replaced(text: Buffer, expressions: string): string {
  let result = text.toString('latin1');
  for (const line of expressions.trimEnd().split('\n')) {
    const [, kind, what = '', by = ''] = /^(literal|regex):(.*)==>(.*)$/.exec(line) ?? [];
    result = kind === 'literal' ? result.replaceAll(what, by) : result.replace(new RegExp(what, 'g'), by);
  }
  return result;
}

test('the secrets of a report are written for git filter-repo, in every form in which they stand', (t) => {
  const files = {
    'a.ts': KEY,
    'encoded.txt': `${Buffer.from(`stripe_key=${SECRET} is it`).toString('base64')}\n`,
    'wide.txt': Buffer.from(`\ufeff${KEY}`, 'utf16le'),
  };
  const { root, repo } = repository(t, files);
  const { code, stdout } = keyhound(repo, ['report', '../audit.json', '--replace-text', '../secrets.txt']);
  assert.equal(code, 0, stdout);
  const expressions = readFileSync(join(root, 'secrets.txt'), 'utf8');
  for (const content of Object.values(files)) {
    const clean = replaced(Buffer.from(content), expressions);
    assert.match(clean, /\*\*\*REMOVED\*\*\*/);
    assert.equal(
      keyhound(folder(t, { x: Buffer.from(clean, 'latin1') }), ['scan', '--format', 'json']).code,
      0,
    );
  }
  assert.equal(statSync(join(root, 'secrets.txt')).mode & 0o777, 0o600);
});

test('what to do is said in its order: replace where issued, rewrite, delete; and no secret with it', (t) => {
  const { repo } = repository(t, { 'a.ts': KEY });
  const { stdout } = keyhound(repo, ['report', '../audit.json', '--replace-text', '../secrets.txt']);
  assert.match(
    stdout,
    /^First replace .*\n {2}1 × Stripe live secret key: .*https:\/\/\S+\n\nThen .*\n {2}git filter-repo .*--replace-text '.*secrets\.txt' .*\n\nThe file holds the secrets: delete it afterwards\.\n$/s,
  );
  assert.ok(!stdout.includes(SECRET.slice(8)));
});

test('a file that git would commit is refused, an ignored one is not', (t) => {
  const { repo } = repository(t, { 'a.ts': KEY });
  const refused = keyhound(repo, ['report', '../audit.json', '--replace-text', 'secrets.txt']);
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /^keyhound: --replace-text secrets\.txt: .*outside the repository\n$/);
  assert.ok(!existsSync(join(repo, 'secrets.txt')));
  writeFileSync(join(repo, '.gitignore'), 'secrets.txt\n');
  assert.equal(keyhound(repo, ['report', '../audit.json', '--replace-text', 'secrets.txt']).code, 0);
});

test('what the file cannot cover is listed and is exit code 3', (t) => {
  const { root, repo } = repository(t, { 'a.ts': KEY });
  const report = JSON.parse(readFileSync(join(root, 'audit.json'), 'utf8'));
  report.findings.push({ ...report.findings[0], fingerprint: '0'.repeat(32), path: 'gone.ts' });
  writeFileSync(join(root, 'audit.json'), JSON.stringify(report));
  const { code, stdout } = keyhound(repo, ['report', '../audit.json', '--replace-text', '../secrets.txt']);
  assert.equal(code, 3);
  assert.match(stdout, /Not covered:\n {2}not in the repository any more: gone\.ts:1\n$/);
});

test('a report of another repository, or without findings, writes nothing', (t) => {
  const { root } = repository(t, { 'a.ts': KEY });
  rmSync(join(root, 'repo'), { recursive: true });
  const other = repository(t, { 'a.ts': 'nothing\n' });
  execFileSync('git', ['commit', '--quiet', '--amend', '-m', 'x', '--allow-empty'], {
    cwd: other.repo,
    env: {
      ...process.env,
      GIT_AUTHOR_NAME: 'a',
      GIT_COMMITTER_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@b',
      GIT_COMMITTER_EMAIL: 'a@b',
    },
  });
  const report = JSON.parse(readFileSync(join(root, 'audit.json'), 'utf8'));
  const findings = report.findings.map((finding: object) => ({ ...finding, fingerprint: '1'.repeat(32) }));
  writeFileSync(join(root, 'other.json'), JSON.stringify({ ...report, findings }));
  writeFileSync(join(root, 'empty.json'), JSON.stringify({ ...report, findings: [], outcome: 'clean' }));
  for (const [file, message] of [
    ['other.json', /none of the findings is in the repository here/],
    ['empty.json', /no findings that count/],
  ] as const) {
    const { code, stderr } = keyhound(other.repo, [
      'report',
      join(root, file),
      '--replace-text',
      '../secrets.txt',
    ]);
    assert.equal(code, 2);
    assert.match(stderr, message);
    assert.ok(!existsSync(join(other.root, 'secrets.txt')));
  }
});
