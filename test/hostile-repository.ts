import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox, type Sandbox, temporaryDirectory } from './git-sandbox.js';
import { secretKey } from './sources/scanned.js';

/** A repository with traps, and a directory in which each program that runs leaves a file. */
export interface Trap {
  readonly sandbox: Sandbox;
  /** The path of a program that leaves `name` behind when it runs. */
  program(name: string): string;
  /** What has run so far. */
  ran(): readonly string[];
}

/** One way in which git would run something for the repository. */
interface Vector {
  readonly name: string;
  /** The file in which attributes name the driver and filter `evil`. */
  readonly attributes?: string;
  arm(trap: Trap): void;
  /** Arguments with which git itself falls into it; absent where that takes a terminal or a server. */
  readonly trigger?: (trap: Trap) => readonly string[];
}

const config =
  (...names: readonly string[]) =>
  ({ sandbox, program }: Trap) => {
    for (const name of names) sandbox.git('config', name, program(name));
  };

function hook(directory: string, { program }: Trap): void {
  mkdirSync(directory, { recursive: true });
  for (const name of ['post-index-change', 'pre-commit', 'post-checkout', 'reference-transaction']) {
    writeFileSync(join(directory, name), `#!/bin/sh\nexec '${program(`hook-${name}`)}'\n`, { mode: 0o755 });
  }
}

/** Takes an object of history away, which a promisor remote would have to bring. */
function loseObject({ sandbox }: Trap): void {
  const gone = sandbox.git('rev-parse', 'HEAD:gone.txt');
  rmSync(join(sandbox.path, '.git/objects', gone.slice(0, 2), gone.slice(2)), { force: true });
  const settings = {
    'core.repositoryFormatVersion': '1',
    'extensions.partialClone': 'origin',
    'remote.origin.promisor': 'true',
    'remote.origin.partialCloneFilter': 'blob:none',
  };
  for (const [name, value] of Object.entries(settings)) sandbox.git('config', name, value);
}

const lostObject = ({ sandbox }: Trap) => ['cat-file', '-p', sandbox.git('rev-parse', 'HEAD:gone.txt')];

/** The vectors of reliability.md 4.1. The one that answers for every git call is armed last. */
export const VECTORS: readonly Vector[] = [
  {
    name: 'diff.external',
    arm: config('diff.external'),
    trigger: () => ['diff'],
  },
  {
    name: 'a diff driver’s command, by tracked attributes',
    attributes: '.gitattributes',
    arm: config('diff.evil.command'),
    trigger: () => ['diff'],
  },
  {
    name: 'textconv, by tracked attributes',
    attributes: '.gitattributes',
    arm: config('diff.evil.textconv'),
    trigger: () => ['log', '-p'],
  },
  {
    name: 'textconv, by info/attributes',
    attributes: '.git/info/attributes',
    arm: config('diff.evil.textconv'),
    trigger: () => ['log', '-p'],
  },
  {
    name: 'filter.clean',
    attributes: '.gitattributes',
    arm: config('filter.evil.clean'),
    trigger: () => ['diff'],
  },
  {
    name: 'filter.process',
    attributes: '.gitattributes',
    arm: config('filter.evil.process'),
    trigger: () => ['diff'],
  },
  {
    name: 'filter.smudge',
    attributes: '.gitattributes',
    arm: config('filter.evil.smudge'),
    trigger: () => ['checkout', 'HEAD', '--', 'base.txt'],
  },
  {
    name: 'core.hooksPath',
    arm(trap) {
      const directory = temporaryDirectory();
      hook(directory, trap);
      trap.sandbox.git('config', 'core.hooksPath', directory);
    },
    trigger: () => ['checkout', 'HEAD', '--', 'base.txt'],
  },
  {
    name: 'its own hooks',
    arm: (trap) => hook(join(trap.sandbox.path, '.git/hooks'), trap),
    trigger: () => ['checkout', 'HEAD', '--', 'base.txt'],
  },
  {
    name: 'a promisor remote with core.sshCommand',
    arm(trap) {
      config('core.sshCommand')(trap);
      trap.sandbox.git('config', 'remote.origin.url', 'ssh://localhost/nowhere');
      loseObject(trap);
    },
    trigger: lostObject,
  },
  {
    name: 'a promisor remote with uploadpack',
    arm(trap) {
      config('remote.origin.uploadpack')(trap);
      trap.sandbox.git('config', 'remote.origin.url', trap.sandbox.path);
      loseObject(trap);
    },
    trigger: lostObject,
  },
  {
    name: 'log.showSignature with gpg.program',
    arm({ sandbox, program }) {
      sandbox.git('config', 'gpg.program', program('gpg.program'));
      sandbox.git('config', 'log.showSignature', 'true');
    },
    trigger: () => ['log', 'signed'],
  },
  {
    name: 'pager',
    arm: config('core.pager', 'pager.log', 'pager.diff', 'interactive.diffFilter'),
  },
  {
    name: 'core.alternateRefsCommand',
    arm(trap) {
      const lender = createSandbox();
      lender.commit('lends');
      config('core.alternateRefsCommand')(trap);
      writeFileSync(
        join(trap.sandbox.path, '.git/objects/info/alternates'),
        `${join(lender.path, '.git/objects')}\n`,
      );
    },
    trigger: () => ['fetch', '-q', createFilled().path, 'main'],
  },
  {
    name: 'what asks the user, or is asked by a remote',
    arm: config('core.editor', 'sequence.editor', 'core.askPass', 'core.gitProxy', 'credential.helper'),
  },
  {
    name: 'core.fsmonitor, by include.path',
    arm({ sandbox, program }) {
      sandbox.write('.git/more', `[core]\n\tfsmonitor = ${program('included-fsmonitor')}\n`);
      sandbox.git('config', 'include.path', 'more');
    },
    trigger: () => ['status'],
  },
  {
    name: 'core.fsmonitor, by config.worktree',
    arm({ sandbox, program }) {
      sandbox.git('config', 'extensions.worktreeConfig', 'true');
      sandbox.write('.git/config.worktree', `[core]\n\tfsmonitor = ${program('worktree-fsmonitor')}\n`);
    },
    trigger: () => ['status'],
  },
  { name: 'core.fsmonitor', arm: config('core.fsmonitor'), trigger: () => ['status'] },
];

/**
 * A repository with a key in its second commit and another in the index, with these vectors armed and none of them
 * triggered. Some of the work tree is neither committed nor staged.
 */
export function hostileRepository(vectors: readonly Vector[]): Trap {
  const sandbox = createSandbox();
  const directory = temporaryDirectory();
  const trap: Trap = {
    sandbox,
    program(name) {
      const path = join(directory, `payload-${name}`);
      writeFileSync(path, `#!/bin/sh\n: > '${directory}/ran-${name}'\n`, { mode: 0o755 });
      return path;
    },
    ran: () => readdirSync(directory).filter((name) => name.startsWith('ran-')),
  };
  const { git, write, commit, path } = sandbox;
  write('base.txt', 'base\n');
  write('gone.txt', 'an object that may be missing\n');
  commit('base');
  write('old.txt', `${secretKey(1)}\n`);
  commit('second');
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----';
  write('signed', `${git('cat-file', 'commit', 'HEAD').replace(/^(committer .*)$/m, `$1\n${signature}`)}\n`);
  git('update-ref', 'refs/heads/signed', git('hash-object', '-t', 'commit', '-w', 'signed'));
  rmSync(join(path, 'signed'));
  write('new.txt', `${secretKey(2)}\n`);
  for (const file of new Set(vectors.flatMap((vector) => vector.attributes ?? [])))
    write(file, '*.txt filter=evil diff=evil merge=evil\n');
  git('add', '-A');
  write('base.txt', 'base, changed since\n');
  for (const { arm } of vectors) arm(trap);
  for (const name of trap.ran()) rmSync(join(directory, name));
  return trap;
}

function createFilled(): Sandbox {
  const sandbox = createSandbox();
  sandbox.write('a.txt', 'a\n');
  sandbox.commit('a');
  return sandbox;
}
