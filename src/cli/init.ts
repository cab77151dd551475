import { existsSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UserError, version, workTreeOf } from '../index.js';
import { type Command, isOn } from './command.js';
import {
  LEFTHOOK_FILES,
  MANAGERS,
  type Manager,
  PRE_COMMIT_FILE,
  readSetting,
  type Setting,
} from './hooks/setting.js';
import { installShellHooks, uninstallShellHooks } from './hooks/shell-hooks.js';
import { editLefthook, editPreCommit } from './hooks/yaml-hooks.js';
import { installWorkflow, uninstallWorkflow } from './init-github.js';
import { writeOut } from './output.js';

export const command: Command = {
  usage: `init [${MANAGERS.join('|')}|github]`,
  describe: 'Installs the hooks pre-commit, pre-merge-commit, commit-msg and pre-push beside what is there.',
  flags: { uninstall: { type: 'boolean', describe: 'take out what init put in' } },
  async run(args) {
    const [named, ...more] = args.positionals;
    if (named === 'github' && more.length === 0) return github(!isOn(args, 'uninstall'));
    if (more.length > 0 || (named !== undefined && !isManager(named))) {
      throw new UserError(`init: must be one of ${MANAGERS.join(', ')}, github`);
    }
    const setting = await readSetting();
    const manager = named ?? setting.managers[0] ?? 'git';
    const isInstall = !isOn(args, 'uninstall');
    const changed = EDIT[manager](setting, isInstall).map((path) => relative(setting.top, path));
    const lines = changed.map((path) => `${path}: keyhound ${isInstall ? 'added' : 'removed'}\n`);
    writeOut(lines.length > 0 ? lines : [`${manager}: nothing to change\n`]);
    if (isInstall) writeOut([`${NEXT[manager]}\n`]);
    return 0;
  },
};

/** The workflow is the repository's, whatever runs its hooks. */
function github(isInstall: boolean): number {
  const top = workTreeOf('.');
  const path = isInstall ? installWorkflow(top) : uninstallWorkflow(top);
  const done = `${path ? relative(top, path) : 'the workflow'}: ${isInstall ? 'added' : 'removed'}`;
  writeOut([path ? `${done}\n` : 'github: nothing to change\n']);
  return 0;
}

const NEXT: Readonly<Record<Manager, string>> = {
  husky: "Commit these files. 'keyhound doctor' checks that the hooks run.",
  lefthook: "Run 'lefthook install' once, then 'keyhound doctor'.",
  'pre-commit': "Run 'pre-commit install' once, then 'keyhound doctor'.",
  git: "These hooks are yours alone: git does not share them. 'keyhound doctor' checks that they run.",
};

const EDIT: Readonly<Record<Manager, (setting: Setting, isInstall: boolean) => readonly string[]>> = {
  husky({ top }, isInstall) {
    const directory = join(top, '.husky');
    if (!existsSync(directory)) throw new UserError(".husky: not there; run 'npx husky init' first");
    if (!isInstall) return uninstallShellHooks(directory);
    return installShellHooks({ directory, by: 'keyhound init husky', isRunByGit: false });
  },
  lefthook({ top }, isInstall) {
    const file = LEFTHOOK_FILES.find((name) => existsSync(join(top, name))) ?? LEFTHOOK_FILES[0]!;
    const path = join(top, file);
    if (!isInstall && !existsSync(path)) return [];
    return editLefthook(path, isInstall) ? [path] : [];
  },
  'pre-commit'({ top }, isInstall) {
    const path = join(top, PRE_COMMIT_FILE);
    if (!isInstall && !existsSync(path)) return [];
    return editPreCommit(path, isInstall ? version : undefined) ? [path] : [];
  },
  git({ hooksDirectory, hooksPath }, isInstall) {
    if (!isInstall) return uninstallShellHooks(hooksDirectory);
    if (hooksPath !== undefined) {
      throw new UserError(
        `core.hooksPath: is set to ${JSON.stringify(hooksPath)}, so hooks of this repository alone do not run; use ${hooksPath.includes('husky') ? "'keyhound init husky'" : "that directory's owner, or 'git config --unset core.hooksPath'"}`,
      );
    }
    mkdirSync(hooksDirectory, { recursive: true });
    return installShellHooks({
      directory: hooksDirectory,
      by: 'keyhound init git',
      setup: LOCAL_FIRST,
      isRunByGit: true,
    });
  },
};

/** Git itself does not look into node_modules. */
const LOCAL_FIRST = '[ -x node_modules/.bin/keyhound ] && PATH="$PWD/node_modules/.bin:$PATH"\n';

function isManager(name: string): name is Manager {
  return (MANAGERS as readonly string[]).includes(name);
}
