import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { fill } from '../fill.js';
import { gitEnvironment } from './remote.js';

/** The action as it is built. */
export const DIST = resolve('dist');
/** A line that is found. */
export const KEY = `stripe = "${fill('sk_live_{alnum:24}')}"\n`;

/** What a runner gives a step. */
export interface Runner {
  /** The environment that the runner gives a step, with the inputs as it passes them. */
  readonly env: Record<string, string>;
  readonly folder: string;
}

/** A runner that is about to run the step in a workspace, with the inputs as a workflow gives them. */
export function createRunner(
  t: TestContext,
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
): Runner {
  const folder = mkdtempSync(join(tmpdir(), 'keyhound-runner-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of ['output', 'summary']) writeFileSync(join(folder, file), '');
  const env = {
    ...gitEnvironment(folder),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
  return { env, folder };
}

/** The environment of a run that an event started. */
export function withEvent({ env, folder }: Runner, name: string, event: unknown): Record<string, string> {
  const file = join(folder, 'event.json');
  writeFileSync(file, JSON.stringify(event));
  return { ...env, GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file };
}

/** Runs the step to its end. */
export function step(env: Record<string, string>, script = join(DIST, 'action.js')) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    env,
    cwd: env.GITHUB_WORKSPACE,
    encoding: 'utf8',
  });
  return {
    status,
    stdout,
    stderr,
    outputs: outputs(env),
    summary: read(env.GITHUB_STEP_SUMMARY),
    annotations: annotations(stdout),
  };
}

/** The outputs as the runner reads them: the last value of a name counts. */
export function outputs(env: Record<string, string>): Record<string, string> {
  const found = read(env.GITHUB_OUTPUT).matchAll(/^([\w-]+)<<(\S+)\n(.*?)\n\2$/gms);
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value]));
}

/** A file's text; nothing where there is none. */
export function read(file: string | undefined): string {
  try {
    return readFileSync(file ?? '', 'utf8');
  } catch {
    return '';
  }
}

/** The lines that the runner takes for commands, however they are written. */
export function annotations(stdout: string): readonly string[] {
  return stdout.split('\n').filter((line) => /^\s*::|##\[/.test(line));
}

/** A workspace with these files. */
export function files(t: TestContext, contents: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyhound-workspace-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(contents)) writeFileSync(join(folder, name), text);
  return folder;
}
