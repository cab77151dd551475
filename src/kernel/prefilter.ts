import type { Prefilter, Shape } from '../types.js';
import { createAutomatonPrefilter } from './automaton.js';
import { type Kernel, loadKernel } from './kernel.js';
import { createKernelPrefilter } from './kernel-prefilter.js';

/** What a prefilter is made from besides its keywords. */
export interface PrefilterOptions {
  /** Those of each keyword, in the same order: one must be there, or there are none. Absent: every place counts. */
  readonly shapes?: readonly (readonly Shape[])[] | undefined;
  /** The module to use; `null`: none, plain JavaScript. Default: one of its own. */
  readonly kernel?: Kernel | null;
}

const LONGEST = 1024;

/**
 * Finds keywords in bytes, without regard to case: in WebAssembly, or with the same result in JavaScript where that is
 * not allowed. Keywords are lower-case ASCII of 2 to 1024 bytes, each once; anything else is an error of the caller.
 */
export function createPrefilter(keywords: readonly string[], options: PrefilterOptions = {}): Prefilter {
  for (const keyword of keywords) {
    if (!/^[\0-@[-\x7f]*$/.test(keyword) || keyword.length < 2 || keyword.length > LONGEST)
      throw new Error(`not a keyword: ${JSON.stringify(keyword)}`);
  }
  if (new Set(keywords).size !== keywords.length) throw new Error('a keyword is there twice');
  const kernel = options.kernel === undefined ? loadKernel() : options.kernel;
  return kernel
    ? createKernelPrefilter(keywords, options.shapes, kernel)
    : createAutomatonPrefilter(keywords, options.shapes);
}
