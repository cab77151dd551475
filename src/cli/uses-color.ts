/**
 * Whether standard output gets colours: as `--color` says; for `auto`, `NO_COLOR` turns them off, `FORCE_COLOR` on
 * (`0` off), else a terminal has them unless it is dumb. See https://no-color.org and https://force-color.org.
 */
export function usesColor(choice = 'auto', isTerminal = () => process.stdout.isTTY === true): boolean {
  if (choice !== 'auto') return choice === 'always';
  const { NO_COLOR: off, FORCE_COLOR: on, TERM: kind } = process.env;
  if (off) return false;
  return on ? on !== '0' : kind !== 'dumb' && isTerminal();
}
