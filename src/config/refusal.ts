import type { KeyPath, Problem } from './validate.js';

/** A problem on its way from the check that met it to where the file and its lines are known. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly problem: Problem) {
    super(problem.what);
  }
}

/** Ends the reading of a configuration at a key. */
export function refuse(path: KeyPath, what: string, isKey = false): never {
  throw new Refusal({ path, what, isKey });
}
