/** Something the user can mend: printed as one line without a stack, exit code 2. Names the file, key or flag. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** An output that could not be written: one line, exit code 4. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}
