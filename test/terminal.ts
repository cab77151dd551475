import { spawnSync } from 'node:child_process';

/**
 * Runs a command on a terminal and answers what it prints: each `[wanted, answer]` once, in their order.
 * The answer `[resize ROWS COLUMNS]` changes the size of the window.
 */
const ON_A_TERMINAL = `
import fcntl, json, os, pty, select, struct, sys, termios
answers = json.loads(sys.argv[1])
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))
seen = 0
output = b''
while True:
    try:
        data = os.read(fd, 65536)
    except OSError:
        break
    if not data:
        break
    output += data
    while answers and answers[0][0].encode() in output[seen:]:
        wanted, answer = answers.pop(0)
        seen = output.index(wanted.encode(), seen) + len(wanted)
        if answer.startswith('[resize '):
            rows, columns = map(int, answer[8:-1].split())
            fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
        else:
            os.write(fd, answer.encode())
sys.stdout.buffer.write(output)
sys.stdout.flush()
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
sys.exit(status if status >= 0 else 128 - status)
`;

/** Whether there is a Python that can open a terminal. */
export function hasTerminal(): boolean {
  return spawnSync('python3', ['-c', 'import pty, termios']).status === 0;
}

/** What a command prints on a terminal of 80 columns, and the exit code it ends with. */
export function onTerminal(
  command: readonly string[],
  answers: readonly (readonly [string, string])[] = [],
  env: NodeJS.ProcessEnv = {},
): { output: string; code: number | null } {
  const { stdout, status } = spawnSync(
    'python3',
    ['-c', ON_A_TERMINAL, JSON.stringify(answers), ...command],
    { encoding: 'utf8', env: { PATH: process.env.PATH, TERM: 'xterm-256color', ...env }, timeout: 120_000 },
  );
  return { output: stdout.replaceAll(/\r+\n/g, '\n'), code: status };
}
