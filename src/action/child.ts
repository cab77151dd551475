import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** How the scanner ended: its exit code, or 128 and the signal that ended it; `undefined`: it could not be started. */
export type Ending = number | undefined;

/**
 * Runs the command line in a process of its own, so that nothing that can happen to it (no memory, a missing module, a
 * kill) is taken for a result. Output goes to the log as it is; the reporters have made it neutral.
 */
export function runScanner(
  script: string,
  args: readonly string[],
  options: { cwd: string; signal: AbortSignal },
): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: options.cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const stop = () => child.kill('SIGTERM');
    options.signal.addEventListener('abort', stop);
    child.on('error', () => resolve(undefined));
    child.on('close', (code, signal) => {
      options.signal.removeEventListener('abort', stop);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
