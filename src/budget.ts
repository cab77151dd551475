import { createContext, Script } from 'node:vm';

/** Time for work on untrusted expressions, which may never end by itself. */
export interface Budget {
  /** Does the work; undefined if the time ran out, or the work too deep, and from then on always. */
  run<T>(work: () => T, bytes: number): T | undefined;
  readonly isSpent: boolean;
}

/** Milliseconds to begin with, and for each byte: ordinary expressions need a hundredth of it. */
const FIRST = 2000;
const PER_BYTE = 1 / 1000;

const script = once(() => ({
  run: new Script('work()'),
  context: createContext({ work: undefined as unknown }),
}));

/** A budget that grows with the bytes that are looked at, so that it bounds a scan of any size. */
export function createBudget(first = FIRST): Budget {
  let left = first;
  let isSpent = false;
  return {
    get isSpent() {
      return isSpent;
    },
    run(work, bytes) {
      if (isSpent) return undefined;
      left += bytes * PER_BYTE;
      const start = performance.now();
      try {
        return within(left, work);
      } catch (error) {
        if (!isExhausted(error)) throw error;
        isSpent = true;
        return undefined;
      } finally {
        left -= performance.now() - start;
        if (left < 1) isSpent = true;
      }
    },
  };
}

/** V8 stops even a running regular expression when a script's timeout ends. */
function within<T>(milliseconds: number, work: () => T): T {
  const { run, context } = script();
  const outer = context.work;
  context.work = work;
  try {
    return run.runInContext(context, { timeout: Math.max(1, Math.ceil(milliseconds)) });
  } finally {
    context.work = outer;
  }
}

/** Out of time, or an expression that needs more stack than there is. */
function isExhausted(error: unknown): boolean {
  return (
    error instanceof RangeError || (error as NodeJS.ErrnoException)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

function once<T>(create: () => T): () => T {
  let created: T | undefined;
  return () => {
    created ??= create();
    return created;
  };
}
