import { spawn } from 'node:child_process';
import { UserError } from '../errors.js';

/** A program to run: arguments and environment never hold a value, what it may know goes in on its standard input. */
export interface ChildCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly input?: Buffer;
  readonly env?: NodeJS.ProcessEnv;
  /** One line: what to install when the program is not there. */
  readonly missing: string;
}

const LONGEST_MS = 60_000;
const MOST_BYTES = 8 << 20;

/** Runs a program and gives its standard output, or undefined when it fails. Its error output is dropped: it may quote. */
export function runChild({ command, args, input, env, missing }: ChildCommand): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: env ?? process.env,
      timeout: LONGEST_MS,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) child.kill();
      else chunks.push(chunk);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT'
          ? new UserError(missing)
          : new UserError(`${command} could not be started (${error.code})`),
      );
    });
    child.on('close', (code) => {
      const output = Buffer.concat(chunks);
      for (const chunk of chunks) chunk.fill(0);
      resolve(code === 0 ? output : undefined);
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
