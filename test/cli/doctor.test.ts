import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createSandbox, keyhoundCommand, type Sandbox, temporaryDirectory } from '../git-sandbox.js';

/** A repository in which `keyhound` can be called. */
function equipped(): Sandbox {
  const sandbox = createSandbox();
  const bin = temporaryDirectory();
  writeFileSync(join(bin, 'keyhound'), `#!/bin/sh\nexec ${keyhoundCommand} "$@"\n`, { mode: 0o755 });
  sandbox.env.PATH = `${bin}:${sandbox.env.PATH}`;
  return sandbox;
}

/** The same with hooks by husky: stubs of its own, as `npx husky` writes them, that run the files of the project. */
function withHusky(): Sandbox {
  const sandbox = equipped();
  const husky = join(temporaryDirectory(), 'npx');
  const stub = '[ ! -f .husky/$(basename "$0") ] || exec sh -e .husky/$(basename "$0") "$@"';
  const hooks = 'pre-commit pre-merge-commit commit-msg pre-push';
  const install = `mkdir -p .husky/_; for h in ${hooks}; do printf '#!/bin/sh\\n%s\\n' '${stub}' > .husky/_/$h; chmod +x .husky/_/$h; done; git config core.hooksPath .husky/_`;
  writeFileSync(husky, `#!/bin/sh\n${install}\n`, { mode: 0o755 });
  sandbox.env.PATH = `${join(husky, '..')}:${sandbox.env.PATH}`;
  mkdirSync(join(sandbox.path, '.husky'));
  sh(sandbox, 'npx husky');
  sandbox.keyhound('init', 'husky');
  return sandbox;
}

function withHooks(): Sandbox {
  const sandbox = equipped();
  sandbox.keyhound('init', 'git');
  return sandbox;
}

function sh({ path, env }: Sandbox, command: string): void {
  execFileSync('sh', ['-ec', command], { cwd: path, env, stdio: 'pipe' });
}

const version = createSandbox().keyhound('--version').stdout.trim();

const wrongLines = (sandbox: Sandbox) =>
  sandbox
    .keyhound('doctor')
    .stdout.split('\n')
    .filter((line) => line.startsWith('✖'));

function isFine(sandbox: Sandbox): void {
  const { status, stdout } = sandbox.keyhound('doctor');
  assert.equal(status, 0, stdout);
  assert.deepEqual(wrongLines(sandbox), []);
}

/** One fault: how it comes about, what doctor says, and what its advice is in deeds where it is no command. */
interface Fault {
  readonly name: string;
  readonly begin: () => Sandbox;
  readonly breakIt: (sandbox: Sandbox) => void;
  readonly says: RegExp;
  readonly mend?: (sandbox: Sandbox) => void;
}

const hookFile = ({ path }: Sandbox, name: string) => join(path, '.git/hooks', name);
const toCrlf = (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));

const FAULTS: readonly Fault[] = [
  { name: 'no hooks at all', begin: equipped, breakIt() {}, says: /pre-commit: not installed/ },
  {
    name: 'a missing run bit',
    begin: withHooks,
    breakIt: (sandbox) => chmodSync(hookFile(sandbox, 'commit-msg'), 0o644),
    says: /commit-msg: .* may not be run, so git ignores it/,
  },
  {
    name: 'CRLF in a hook of git',
    begin: withHooks,
    breakIt: (sandbox) => toCrlf(hookFile(sandbox, 'pre-push')),
    says: /pre-push: .* has CRLF line ends/,
  },
  {
    name: 'CRLF in a hook of husky',
    begin: withHusky,
    breakIt: ({ path }) => toCrlf(join(path, '.husky/pre-push')),
    says: /pre-push: .* has CRLF line ends/,
  },
  {
    name: 'a hook without keyhound',
    begin: withHooks,
    breakIt: (sandbox) =>
      writeFileSync(hookFile(sandbox, 'pre-commit'), '#!/bin/sh\necho other\n', { mode: 0o755 }),
    says: /pre-commit: .* does not call keyhound/,
  },
  {
    name: 'core.hooksPath of the repository',
    begin: withHooks,
    breakIt: ({ git }) => git('config', 'core.hooksPath', '/nowhere'),
    says: /core\.hooksPath is "\/nowhere", so \.git\/hooks\/pre-commit does not run/,
  },
  {
    name: 'core.hooksPath of the user',
    begin: withHooks,
    breakIt: ({ git }) => git('config', '--global', 'core.hooksPath', '~/hooks'),
    says: /core\.hooksPath is ".*\/hooks", so \.git\/hooks\/pre-commit does not run/,
  },
  {
    name: 'husky that is not installed in this clone',
    begin: withHusky,
    breakIt(sandbox) {
      sandbox.git('config', '--unset', 'core.hooksPath');
      rmSync(join(sandbox.path, '.husky/_'), { recursive: true });
    },
    says: /husky is not installed in this clone/,
  },
  {
    name: 'core.hooksPath that shadows husky',
    begin: withHusky,
    breakIt: ({ git }) => git('config', 'core.hooksPath', '/nowhere'),
    says: /core\.hooksPath is "\/nowhere", so \.husky\/pre-commit does not run/,
  },
  {
    name: 'a husky hook that is gone',
    begin: withHusky,
    breakIt: ({ path }) => rmSync(join(path, '.husky/commit-msg')),
    says: /\.husky\/commit-msg is not there/,
  },
  {
    name: 'HUSKY=0 in the environment',
    begin: withHusky,
    breakIt: ({ env }) => void Object.assign(env, { HUSKY: '0' }),
    says: /HUSKY=0 is set: husky runs no hook; unset it/,
    mend: ({ env }) => void delete env.HUSKY,
  },
  {
    name: 'HUSKY=0 in a file of the user',
    begin: withHusky,
    breakIt({ env }) {
      mkdirSync(join(env.HOME!, '.config/husky'), { recursive: true });
      writeFileSync(join(env.HOME!, '.config/husky/init.sh'), 'export HUSKY=0\n');
    },
    says: /init\.sh: sets HUSKY=0, so husky runs no hook; remove that line/,
    mend: ({ env }) => writeFileSync(join(env.HOME!, '.config/husky/init.sh'), '# empty\n'),
  },
  {
    name: 'another version in the project',
    begin: withHooks,
    breakIt: (sandbox) => sandbox.write('node_modules/keyhound/package.json', '{"version":"0.0.1"}'),
    says: new RegExp(`keyhound ${version} is running, but hooks run 0\\.0\\.1 .* install one version`),
    mend: (sandbox) => sandbox.write('node_modules/keyhound/package.json', `{"version":"${version}"}`),
  },
  {
    name: 'a keyhound that no hook can call',
    begin: withHooks,
    breakIt: ({ env }) => void Object.assign(env, { PATH: env.PATH!.replace(/^[^:]*:/, '') }),
    says: /neither in node_modules nor on PATH, so hooks cannot call it; run 'npm install --save-dev keyhound'/,
    mend(sandbox) {
      sandbox.write('node_modules/.bin/keyhound', `#!/bin/sh\nexec ${keyhoundCommand} "$@"\n`);
      chmodSync(join(sandbox.path, 'node_modules/.bin/keyhound'), 0o755);
    },
  },
];

describe('keyhound doctor', () => {
  for (const { name, begin, breakIt, says, mend } of FAULTS) {
    it(`finds ${name}, and is content once its advice was followed`, () => {
      const sandbox = begin();
      if (name !== 'no hooks at all') isFine(sandbox);
      breakIt(sandbox);
      const lines = wrongLines(sandbox);
      assert.ok(
        lines.some((line) => says.test(line)),
        lines.join('\n'),
      );
      assert.equal(sandbox.keyhound('doctor').status, 2);
      if (mend) mend(sandbox);
      else {
        const commands = lines.flatMap((line) =>
          [...line.matchAll(/run '([^']+)'/g)].map(([, command]) => command!),
        );
        assert.notEqual(commands.length, 0, lines.join('\n'));
        for (const command of new Set(commands)) sh(sandbox, command);
      }
      isFine(sandbox);
    });
  }
});
