import type { Skip, SourceContext } from '../../types.js';

/** Gaps that are named one by one; a partial clone can have a hundred thousand. */
const NAMED = 100;

/** A context that passes on the first gaps and counts the others; `close` says how many. */
export function limitSkips(context: SourceContext): { readonly context: SourceContext; close(): void } {
  let gaps = 0;
  const skip = (gap: Skip) => {
    if (!gap.incomplete || ++gaps <= NAMED) context.skip(gap);
  };
  return {
    context: { ...context, skip },
    close() {
      if (gaps <= NAMED) return;
      context.skip({
        path: '.git',
        reason: `${gaps - NAMED} more objects missing or corrupt`,
        incomplete: true,
      });
    },
  };
}
