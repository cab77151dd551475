import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs between two looks at whether it is worth optimizing; V8 takes a third of it. */
const BUDGET = 400_000;
/** V8 says so on standard error where it does not know a flag. */
const KNOWN_BY = [20, 24] as const;

/**
 * Has V8 wait before it optimizes a function. A history is read mostly by the kernel: of what JavaScript does, much is
 * run some thousand times, and to optimize that takes longer than to run it as it is.
 */
export function compilePatiently(): void {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= KNOWN_BY[0] && major <= KNOWN_BY[1]) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
