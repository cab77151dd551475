/** Something the user can mend: printed as one line without a stack, exit code 2. Names the file, key or flag. */
export class UserError extends Error {
  override readonly name = 'UserError';

  /** Each bundle has a copy of this class: an error of one is an error of all. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'UserError';
  }
}

/** An output that could not be written: one line, exit code 4. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}
