import { Chalk } from 'chalk';
import { writeOut } from '../output.js';
import { type Key, readKeys } from './keys.js';
import type { Line } from './view.js';

/** The terminal while it belongs to triage: a screen of its own, keys as they are pressed. */
export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  draw(lines: readonly Line[]): void;
  /** The next keys, or `resize`; `ended` when the terminal has gone. */
  next(): Promise<readonly Key[] | 'resize' | 'ended'>;
  /** Gives the terminal back while something else uses it. */
  lend<T>(use: () => Promise<T>): Promise<T>;
  close(): void;
}

const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?7l';
const LEAVE = '\u001b[?7h\u001b[?25h\u001b[?1049l';

/** Takes the terminal; what was on it comes back with `close`, and when the process ends in whatever way. */
export function openTerminal({ color }: { readonly color: boolean }): Terminal {
  const { stdin, stdout } = process;
  const paint = new Chalk({ level: color ? 1 : 0 });
  const styles = { strong: paint.bold, faint: paint.dim, mark: paint.yellow };
  const waiting: (readonly Key[] | 'resize' | 'ended')[] = [];
  let wake: (() => void) | undefined;
  let isOpen = false;
  const push = (event: readonly Key[] | 'resize' | 'ended') => {
    waiting.push(event);
    wake?.();
  };
  const onData = (data: string) => push(readKeys(data));
  const onResize = () => push('resize');
  const onEnd = () => push('ended');

  function open(): void {
    isOpen = true;
    stdin.setRawMode(true);
    stdin.setEncoding('utf8');
    stdin.on('data', onData).on('end', onEnd).on('error', onEnd);
    stdout.on('resize', onResize);
    stdin.resume();
    writeOut([ENTER]);
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    stdin.off('data', onData).off('end', onEnd).off('error', onEnd);
    stdout.off('resize', onResize);
    stdin.pause();
    try {
      stdin.setRawMode(false);
      writeOut([LEAVE]);
    } catch {
      // the terminal has gone: there is nothing to give back
    }
  }

  open();
  process.once('exit', close);
  return {
    get columns() {
      return stdout.columns ?? 80;
    },
    get rows() {
      return stdout.rows ?? 24;
    },
    draw(lines) {
      // cleared before it is written: in the last column a terminal would clear what was written there
      const painted = lines.map(({ text, style }) => `\u001b[K${style ? styles[style](text) : text}`);
      // no line end behind the last line: it would scroll the screen
      writeOut([`\u001b[H${painted.join('\r\n')}\u001b[J`]);
    },
    async next() {
      while (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return waiting.shift()!;
    },
    async lend(use) {
      close();
      try {
        return await use();
      } finally {
        open();
      }
    },
    close,
  };
}
