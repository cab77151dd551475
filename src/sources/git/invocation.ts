type Environment = Readonly<Record<string, string | undefined>>;

/** What git needs of the user's environment: where programs, homes (for safe.directory) and temporary files are. */
const KEPT = [
  'PATH',
  'Path',
  'HOME',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'PROGRAMDATA',
  'XDG_CONFIG_HOME',
  'TMPDIR',
  'TMP',
  'TEMP',
  'SystemRoot',
  'SYSTEMROOT',
  'USER',
  'LOGNAME',
  'SUDO_UID',
];

/** How git tells a hook which index, repository and (quarantined) objects it is about. */
const OF_HOOK = [
  'GIT_INDEX_FILE',
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_QUARANTINE_PATH',
  'GIT_PREFIX',
  'GIT_NAMESPACE',
];

const FIXED = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_PAGER: 'cat',
  GIT_ASKPASS: 'true',
  GIT_SSH_COMMAND: 'false',
  // a path that does not exist: an empty grafts file makes git print a hint on every call
  GIT_GRAFT_FILE: '/nonexistent/grafts',
};

/**
 * The whole environment of a git process. Everything not listed here is dropped: GIT_EXTERNAL_DIFF, GIT_CONFIG_*,
 * GIT_PAGER, LD_PRELOAD and what comes next. `ofHook` keeps what git tells its hooks.
 */
export function gitEnvironment(env: Environment, ofHook: boolean): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const name of ofHook ? [...KEPT, ...OF_HOOK] : KEPT) {
    const value = env[name];
    if (value !== undefined) chosen[name] = value;
  }
  return { ...chosen, ...FIXED };
}

/** Settings of every call, for the command line: stronger than those of the repository. */
export const settings: readonly string[] = [
  // what would run a program
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.attributesFile=/dev/null',
  'core.sshCommand=false',
  'core.alternateRefsCommand=false',
  'diff.external=',
  'log.showSignature=false',
  'gpg.program=false',
  // what would reach the network or write
  'protocol.allow=never',
  'core.untrackedCache=false',
  'gc.auto=0',
  'maintenance.auto=false',
  // what would enter another repository, or trust what only speeds up and can lie
  'safe.bareRepository=explicit',
  'submodule.recurse=false',
  'core.commitGraph=false',
  'core.multiPackIndex=false',
  // what would change the output
  'core.quotePath=true',
  'color.ui=false',
];

/** What stands between `git` and the subcommand, so that no setting of the scanned repository runs, fetches or writes. */
export const hardening: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...settings.flatMap((setting) => ['-c', setting]),
];

/** Options of every diff command: raw, exact, and without the programs that attributes could name. */
export const rawDiff: readonly string[] = [
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-relative',
  '--ignore-submodules=none',
  '--no-ext-diff',
  '--no-textconv',
];
