import { UserError } from '../../errors.js';
import { escapeLine } from './escape.js';

/** How a git process ended: its exit code (or the signal, or why it never began) and the start of its messages. */
export interface GitEnd {
  readonly status: number | null;
  readonly signal?: string | null;
  readonly error?: string;
  readonly stderr: string;
}

/** The first line of what git said, escaped; it may quote names of a hostile repository. */
export function gitMessage({ status, signal, error, stderr }: GitEnd): string {
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('hint:'));
  const line = lines.find((text) => /^(fatal|error):/.test(text)) ?? lines[0];
  if (line !== undefined) return escapeLine(line.slice(0, 500));
  return error ?? (signal ? `git was ended by ${signal}` : `git ended with ${status}`);
}

/** A failed git call as an error that says what to do about it. */
export function toUserError(end: GitEnd, repository: string): UserError {
  const where = escapeLine(repository);
  const message = gitMessage(end);
  if (/dubious ownership|unsafe repository/.test(end.stderr)) {
    return new UserError(
      `${where}: the repository belongs to another user; check it, then use --trust or 'git config --global --add safe.directory <its path>'`,
    );
  }
  if (/safe\.bareRepository/.test(end.stderr)) {
    return new UserError(`${where}: a bare repository; name it: keyhound history PATH`);
  }
  if (/not a git repository/i.test(end.stderr)) {
    return new UserError(`${where}: not a git repository, or its HEAD or config is broken`);
  }
  if (/unknown (option|switch)|unrecognized argument|^usage:|invalid object filter/m.test(end.stderr)) {
    return new UserError(`git: too old for this command (${message}); keyhound needs git 2.32 or newer`);
  }
  return new UserError(`${where}: ${message}`);
}
