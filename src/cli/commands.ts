import type { Command } from './command.js';

/** A command's line in the help, and how to load the rest of it. */
export interface CommandEntry {
  readonly describe: string;
  load(): Promise<{ readonly command: Command }>;
}

/** Every command by its name; a command is loaded only when it runs. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  scan: { describe: 'files below the paths (default: here)', load: () => import('./scan.js') },
  staged: {
    describe: 'what is about to be committed (the pre-commit hook)',
    load: () => import('./staged.js'),
  },
  diff: {
    describe: 'what a range of commits adds; in CI, what the run is about',
    load: () => import('./diff.js'),
  },
  hook: { describe: 'what git hooks run, see init', load: () => import('./hook.js') },
  init: { describe: 'installs the hooks, beside what is there', load: () => import('./init.js') },
  doctor: { describe: 'checks that the hooks will run', load: () => import('./doctor.js') },
  history: {
    describe: 'every object of a repository: all refs, reflogs, stashes, messages',
    load: () => import('./history.js'),
  },
  log: { describe: 'build logs, from files or standard input', load: () => import('./log.js') },
  explain: {
    describe: 'why a line is, or is not, a finding',
    load: () => import('./explain.js'),
  },
  rules: { describe: 'lists, shows and tests rules', load: () => import('./rules.js') },
  report: { describe: 'writes a saved JSON report in another format', load: () => import('./report.js') },
  baseline: {
    describe: 'the allowlist baseline: create, update, check, prune',
    load: () => import('./baseline.js'),
  },
  triage: {
    describe: 'walks through findings in the terminal; decisions go to the baseline',
    load: () => import('./triage.js'),
  },
  import: {
    describe: 'settings and baselines of gitleaks, detect-secrets, secretlint and others',
    load: () => import('./import.js'),
  },
  sops: { describe: 'SOPS files: check, verify, encrypt, set', load: () => import('./sops.js') },
  known: {
    describe: 'values that Vault, AWS or SOPS hold, looked for in code, history and logs',
    load: () => import('./known.js'),
  },
  migrate: {
    describe: 'moves a found secret into a store and puts a reference in its place',
    load: () => import('./migrate.js'),
  },
  rotate: { describe: 'replaces a secret in its store', load: () => import('./rotate.js') },
  revoke: { describe: 'looks up and revokes Vault tokens and leases', load: () => import('./revoke.js') },
  trace: {
    describe: "who used a leaked value, by Vault's audit log",
    load: () => import('./trace.js'),
  },
  mask: { describe: "closes the gaps of a runner's log masking", load: () => import('./mask.js') },
  index: {
    describe: 'keyed fingerprints of store values for checks without network',
    load: () => import('./index-command.js'),
  },
};
