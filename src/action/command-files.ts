import { randomUUID } from 'node:crypto';
import { appendFileSync, statSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the runner takes as a step's summary, in bytes. */
const SUMMARY_LIMIT = 1024 * 1024;

/** Sets an output of the step; the last value counts. False: the runner's file cannot be written. */
export function setOutput(env: Environment, name: string, value: string): boolean {
  const end = `end_${randomUUID()}`;
  return append(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
}

/** Adds to the job's summary what fits, whole lines only. False: there is none, or it cannot be written. */
export function addSummary(env: Environment, parts: Iterable<string>): boolean {
  const note = '\n\nThe rest does not fit here; it is in the report.\n';
  const room = SUMMARY_LIMIT - sizeOf(env.GITHUB_STEP_SUMMARY) - Buffer.byteLength(note) - 1;
  let text = '';
  let bytes = 0;
  for (const part of parts) {
    for (const line of part.split(/(?<=\n)/)) {
      bytes += Buffer.byteLength(line);
      if (bytes > room) return append(env.GITHUB_STEP_SUMMARY, text + note);
      text += line;
    }
  }
  return append(env.GITHUB_STEP_SUMMARY, `${text}\n`);
}

function sizeOf(file: string | undefined): number {
  try {
    return file ? statSync(file).size : 0;
  } catch {
    return 0;
  }
}

function append(file: string | undefined, text: string): boolean {
  if (!file) return false;
  try {
    appendFileSync(file, text);
    return true;
  } catch {
    return false;
  }
}
