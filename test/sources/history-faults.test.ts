import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findGit } from '../../src/sources/git/binary.js';
import { historySource } from '../../src/sources/history.js';
import { rangeSource } from '../../src/sources/range.js';
import type { Report, SourceContext } from '../../src/types.js';
import { createSandbox, openSandbox, type Sandbox, temporaryDirectory } from '../git-sandbox.js';
import { scanned, secretKey } from './scanned.js';

/** Twenty commits with a key each, and a last one without. */
function sandboxOfKeys(): Sandbox {
  const sandbox = createSandbox();
  for (let i = 0; i < 5; i++) {
    for (let j = 0; j < 4; j++)
      sandbox.write(`d${i}/${j}.txt`, `${'padding '.repeat(400)}\n${secretKey(4 * i + j)}\n`);
    sandbox.commit(`commit ${i}`);
  }
  return sandbox;
}

/** A git that behaves until it comes to a subcommand, and then as the script says; `$GIT` is the real one. */
function faultyGit(sandbox: Sandbox, subcommand: string, script: string): string {
  const path = join(temporaryDirectory(), 'git');
  const real = findGit(sandbox.env, '/nonexistent');
  const text = `#!/bin/sh\nGIT='${real}'\ncase " $* " in\n*" ${subcommand} "*) ${script} ;;\n*) exec "$GIT" "$@" ;;\nesac\n`;
  writeFileSync(path, text, { mode: 0o755 });
  return path;
}

function audit(sandbox: Sandbox, git: string): Promise<Report> {
  return scanned(
    historySource({
      path: sandbox.path,
      env: { ...sandbox.env, KEYHOUND_GIT: git },
      byGit: true,
      unreachable: true,
    }),
  );
}

describe('item 35: a git that fails on the way', () => {
  const faults: readonly (readonly [string, string, string])[] = [
    ['is killed within an object', 'cat-file --batch --buffer', '"$GIT" "$@" | head -c 9000; kill -9 $$'],
    ['ends at once', 'cat-file --batch --buffer', 'exit 128'],
    ['ends quietly after a part', 'cat-file --batch --buffer', '"$GIT" "$@" | head -c 5000'],
    ['says nonsense', 'cat-file --batch --buffer', 'echo "not a header"; cat > /dev/null'],
    [
      'lists a part of the objects and fails',
      'rev-list --topo-order --reverse --objects',
      '"$GIT" "$@" | head -n 3; exit 128',
    ],
    [
      'lists a part of the commits and fails',
      'rev-list --topo-order --reverse --stdin',
      '"$GIT" "$@" | head -n 2; exit 128',
    ],
    [
      'lists a part of the object store and fails',
      'cat-file --batch-all-objects',
      '"$GIT" "$@" | head -n 2; exit 128',
    ],
  ];
  for (const [name, subcommand, script] of faults) {
    it(`never looks clean when it ${name}`, async () => {
      const sandbox = sandboxOfKeys();
      const report = await audit(sandbox, faultyGit(sandbox, subcommand, script));
      assert.ok(
        report.skipped.some(({ incomplete }) => incomplete),
        JSON.stringify(report.skipped),
      );
    });
  }

  it('never makes a range look clean either', async () => {
    const sandbox = sandboxOfKeys();
    const git = faultyGit(sandbox, 'diff-tree --stdin -r', '"$GIT" "$@" | head -c 10; exit 128');
    const env = { ...sandbox.env, KEYHOUND_GIT: git };
    const report = await scanned(
      rangeSource({ path: sandbox.path, env, heads: ['main'], bases: ['main~2'] }),
    );
    assert.equal(report.outcome, 'incomplete');
  });
});

/** A git of which only the call with this number goes wrong: it says a part of what it would, and fails. */
function gitFailingAt(sandbox: Sandbox, call: number): { git: string; calls(): number } {
  const directory = temporaryDirectory();
  const real = findGit(sandbox.env, '/nonexistent');
  const path = join(directory, 'git');
  const count = `i=1; while ! mkdir '${directory}/call'$i 2>/dev/null; do i=$((i+1)); done`;
  const fail = `'${real}' "$@" >'${directory}/said'; head -c $(($(wc -c <'${directory}/said') / 2)) '${directory}/said'; exit 128`;
  writeFileSync(path, `#!/bin/sh\n${count}\n[ $i = ${call} ] && { ${fail}; }\nexec '${real}' "$@"\n`, {
    mode: 0o755,
  });
  return { git: path, calls: () => readdirSync(directory).filter((name) => name.startsWith('call')).length };
}

describe('item 35: any call of git that fails', () => {
  const sandbox = sandboxOfKeys();
  sandbox.git('gc', '-q');
  sandbox.write('staged.txt', `${secretKey(40)}\n`);
  sandbox.write('staged-too.txt', `${secretKey(41)}\n`);
  sandbox.git('add', '-A');
  const commands: readonly (readonly [string, number])[] = [
    ['staged', 2],
    ['scan', 22],
    ['diff HEAD~3..HEAD', 12],
    ['history --no-cache', 20],
    ['history --since 2020-01-01', 20],
  ];
  for (const [command, keys] of commands) {
    it(`item 35: leaves ${command} with all findings, or says that it is not complete`, () => {
      for (let call = 1; ; call++) {
        const { git, calls } = gitFailingAt(sandbox, call);
        const { path, env } = sandbox;
        const args = [...command.split(' '), '--format', 'json', '--no-baseline'];
        const ended = openSandbox(path, { ...env, KEYHOUND_GIT: git }).keyhound(...args);
        const shown = `${command}, call ${call}: ${ended.stdout.slice(0, 2000)}${ended.stderr}`;
        assert.ok([1, 2, 3].includes(ended.status ?? -1), shown);
        if (ended.status !== 2) {
          const { findings, skipped } = JSON.parse(ended.stdout) as Report;
          const isComplete = new Set(findings.map(({ fingerprint }) => fingerprint)).size === keys;
          assert.ok(isComplete || skipped.some(({ incomplete }) => incomplete), shown);
        }
        if (calls() < call) return;
      }
    });
  }
});

describe('item 36: a repository that changes while it is scanned', () => {
  it('is read as it was: what vanishes is named, what is new is left', async () => {
    const sandbox = sandboxOfKeys();
    const source = historySource({ path: sandbox.path, env: sandbox.env, byGit: true });
    sandbox.write('later.txt', 'later\n');
    const later = sandbox.commit('later');
    const first = sandbox.git('rev-parse', 'main~1:d4/3.txt');
    rmSync(join(sandbox.path, '.git/objects', first.slice(0, 2), first.slice(2)));
    const report = await scanned(source);
    assert.equal(report.findings.length, 19);
    assert.match(JSON.stringify(report.skipped), new RegExp(first));
    assert.doesNotMatch(JSON.stringify(report.skipped), new RegExp(later));
  });

  for (const byGit of [true, false]) {
    it(`item 36: loses nothing to a gc and a branch that goes, read ${byGit ? 'by git' : 'directly'}`, async () => {
      const sandbox = sandboxOfKeys();
      sandbox.git('branch', 'goes');
      const source = historySource({ path: sandbox.path, env: sandbox.env, byGit });
      let isChanged = false;
      const report = await scanned({
        ...source,
        async *chunks(context: SourceContext) {
          for await (const chunk of source.chunks(context)) {
            if (!isChanged) {
              isChanged = true;
              sandbox.git('branch', '-D', 'goes');
              sandbox.git('gc', '-q', '--prune=now');
            }
            yield chunk;
          }
        },
      });
      const isWhole = report.findings.length === 20;
      assert.ok(
        isWhole || report.skipped.some(({ incomplete }) => incomplete),
        JSON.stringify(report.skipped),
      );
      assert.ok(report.findings.length > 0);
    });
  }
});

describe('item 34: a large history', () => {
  it('item 34: of a hundred thousand commits, files and versions fits into 512 MiB', () => {
    const sandbox = createSandbox();
    const key = `${secretKey(1)}\n`;
    const commit = (number: number, changes: string) =>
      `commit refs/heads/main\nmark :${number}\ncommitter C <c@example.org> ${1_600_000_000 + number} +0000\ndata 1\nm\n` +
      `${number > 1 ? `from :${number - 1}\n` : ''}${changes}`;
    const file = (path: string, content: string) =>
      `M 100644 inline ${path}\ndata ${content.length}\n${content}\n`;
    const parts = Array.from({ length: 100_000 }, (_, i) =>
      commit(i + 1, i % 2 === 0 ? file('one/path.txt', `version ${i}\n${'line\n'.repeat(20)}`) : ''),
    );
    const many = Array.from({ length: 100_000 }, (_, i) => file(`many/${i % 317}/${i}.txt`, `file ${i}\n`));
    parts.push(commit(100_001, many.join('') + file('key.txt', key)));
    const input = parts.join('');
    const { path, env } = sandbox;
    assert.equal(spawnSync('git', ['fast-import', '--quiet'], { cwd: path, env, input }).status, 0);
    const peak = join(temporaryDirectory(), 'peak');
    const watch = join(temporaryDirectory(), 'watch.cjs');
    writeFileSync(
      watch,
      `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`,
    );
    const watched = openSandbox(path, { ...env, NODE_OPTIONS: `--require ${watch}` });
    const { status, stdout } = watched.keyhound('history', '--no-cache');
    assert.equal(status, 1, stdout);
    assert.match(stdout, /1 secret in 1 file: .* Scanned 100,001 commits, 250,002 objects/);
    assert.ok(Number(readFileSync(peak, 'utf8')) < 512 * 1024);
  });

  it('is read object by object in bounded memory', async () => {
    const sandbox = createSandbox();
    const parts: string[] = [];
    for (let i = 1; i <= 3000; i++) {
      const content = `version ${i}\n${'line\n'.repeat(50)}`;
      parts.push(
        `commit refs/heads/main\nmark :${i}\ncommitter C <c@example.org> ${1_700_000_000 + i} +0000\ndata 1\nm\n` +
          `${i > 1 ? `from :${i - 1}\n` : ''}M 100644 inline one/path.txt\ndata ${content.length}\n${content}\n`,
      );
    }
    const many = Array.from(
      { length: 5000 },
      (_, i) => `M 100644 inline many/${i}.txt\ndata ${`${i}`.length}\n${i}\n`,
    );
    const key = secretKey(1);
    parts.push(
      `commit refs/heads/main\ncommitter C <c@example.org> 1800000000 +0000\ndata 1\nm\nfrom :3000\n${many.join('')}M 100644 inline key.txt\ndata ${key.length}\n${key}\n`,
    );
    spawnSync('git', ['fast-import', '--quiet'], {
      cwd: sandbox.path,
      env: sandbox.env,
      input: parts.join(''),
    });
    const counts: number[] = [];
    for (const byGit of [true, false]) {
      const seen = new Map<string, number>();
      const source = historySource({ path: sandbox.path, env: sandbox.env, byGit });
      const report = await scanned({
        ...source,
        async *chunks(context: SourceContext) {
          for await (const chunk of source.chunks(context)) {
            const { kind, object = '' } = chunk.origin;
            if (kind === 'blob') seen.set(object, (seen.get(object) ?? 0) + 1);
            yield chunk;
          }
        },
      });
      assert.equal(report.findings.length, 1);
      assert.equal(report.scanned.commits, 3001);
      assert.ok([...seen.values()].every((count) => count === 1));
      counts.push(report.scanned.units);
    }
    assert.ok(counts[0]! >= 8001, `${counts}`);
    assert.ok(process.memoryUsage().rss < 512 * 2 ** 20);
  });
});
