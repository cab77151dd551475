import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Diagnosis } from './check-installation.js';
import { callsKeyhound, HOOK_NAMES, type HookName } from './script.js';
import { LEFTHOOK_FILES, PRE_COMMIT_FILE, type Setting } from './setting.js';

/** For every hook: will git run it, and does it call keyhound? */
export function checkHooks(setting: Setting): readonly Diagnosis[] {
  return HOOK_NAMES.map((hook) => {
    const problem = whyNot(setting, hook);
    return problem === undefined
      ? { isFine: true, text: `${hook} runs keyhound` }
      : { isFine: false, text: `${hook}: ${problem}` };
  });
}

/** Why a hook does not run keyhound, with what to do; undefined: it does. */
function whyNot(setting: Setting, hook: HookName): string | undefined {
  const path = join(setting.hooksDirectory, hook);
  const shown = relative(setting.top, path) || path;
  if (!existsSync(path)) return missing(setting, hook);
  const script = readFileSync(path, 'utf8');
  // git passes over a hook that may not be run, and only hints at it
  if (process.platform !== 'win32' && (statSync(path).mode & 0o111) === 0) {
    return `${shown} may not be run, so git ignores it; run 'chmod +x ${shown}'`;
  }
  if (script.includes('\r\n')) return wrongEnds(shown);
  if (callsKeyhound(script)) return undefined;
  if (isHuskyDirectory(setting)) return huskyProblem(setting, hook);
  const managed = managedProblem(setting, script);
  return managed.isManaged ? managed.problem : `${shown} does not call keyhound; run 'keyhound init'`;
}

const KEEP_ENDS = 'run \'echo ".husky/* text eol=lf" >> .gitattributes\'';

/** Git brings perl along wherever there is no other. */
function wrongEnds(shown: string): string {
  return `${shown} has CRLF line ends, which no shell can run; run 'perl -pi -e "s/\\r//" ${shown}'`;
}

/** No such hook where git looks: perhaps it stands where git does not look. */
function missing({ top, hooksPath, hooksScope, managers }: Setting, hook: HookName): string {
  const husky = join(top, '.husky', hook);
  if (existsSync(husky) && callsKeyhound(readFileSync(husky, 'utf8'))) {
    return hooksPath === undefined
      ? `.husky/${hook} is there, but husky is not installed in this clone; run 'npx husky', which the prepare script does`
      : `core.hooksPath is ${JSON.stringify(hooksPath)}, so .husky/${hook} does not run; run 'npx husky'`;
  }
  const plain = resolve(top, '.git/hooks', hook);
  if (hooksPath !== undefined && existsSync(plain)) {
    return `core.hooksPath is ${JSON.stringify(hooksPath)}, so .git/hooks/${hook} does not run; run 'git config --${hooksScope ?? 'local'} --unset-all core.hooksPath', or call keyhound there`;
  }
  if (managers.includes('lefthook'))
    return `not installed; run 'keyhound init lefthook' and 'lefthook install'`;
  if (managers.includes('pre-commit')) return `not installed; run 'pre-commit install --hook-type ${hook}'`;
  return "not installed; run 'keyhound init'";
}

function isHuskyDirectory({ top, hooksDirectory }: Setting): boolean {
  return relative(top, hooksDirectory).split(/[\\/]/).join('/') === '.husky/_';
}

/** Husky's own stub calls the file of the same name one level up. */
function huskyProblem({ top }: Setting, hook: HookName): string | undefined {
  const path = join(top, '.husky', hook);
  if (!existsSync(path)) return `.husky/${hook} is not there; run 'keyhound init husky'`;
  const script = readFileSync(path, 'utf8');
  if (script.includes('\r\n')) return `${wrongEnds(`.husky/${hook}`)}, and keep it so: ${KEEP_ENDS}`;
  return callsKeyhound(script)
    ? undefined
    : `.husky/${hook} does not call keyhound; run 'keyhound init husky'`;
}

/** Hooks of lefthook and pre-commit call a program that reads a list. */
function managedProblem(
  { top }: Setting,
  script: string,
): { isManaged: boolean; problem?: string | undefined } {
  const calls = (names: readonly string[]) =>
    names.some(
      (name) => existsSync(join(top, name)) && /\bkeyhound\b/.test(readFileSync(join(top, name), 'utf8')),
    );
  if (/lefthook/.test(script)) {
    return {
      isManaged: true,
      problem: calls(LEFTHOOK_FILES)
        ? undefined
        : "lefthook does not call keyhound; run 'keyhound init lefthook'",
    };
  }
  if (/pre-commit/.test(script) && /INSTALL_PYTHON|pre_commit/.test(script)) {
    return {
      isManaged: true,
      problem: calls([PRE_COMMIT_FILE])
        ? undefined
        : "pre-commit does not call keyhound; run 'keyhound init pre-commit'",
    };
  }
  return { isManaged: false };
}
