import picomatch from 'picomatch';
import { refuse } from './refusal.js';
import type { KeyPath } from './validate.js';

/**
 * Prepares globs as one question. A glob without a slash fits at any depth, one that names a folder fits what is
 * below it. Refuses globs that leave the repository or could take long.
 */
export function compileGlobs(globs: readonly string[], path: KeyPath): (name: string) => boolean {
  const expanded = globs.flatMap((glob, index) => anchored(glob, [...path, index]));
  return expanded.length === 0 ? () => false : picomatch(expanded, OPTIONS);
}

/** The regular expression of globs, for rules. */
export function globsToRegExp(globs: readonly string[], path: KeyPath): RegExp {
  const sources = globs
    .flatMap((glob, index) => anchored(glob, [...path, index]))
    .map((glob) => picomatch.makeRe(glob, OPTIONS).source);
  return new RegExp(sources.join('|'));
}

const OPTIONS = { dot: true, nonegate: true, strictBrackets: true } as const;

const MOST_STARS = 4;
const MOST_GLOBSTARS = 3;

/** A glob as picomatch is to see it: with its folder's contents, at any depth where it has no slash. */
function anchored(glob: string, path: KeyPath): readonly string[] {
  const what = refusal(glob);
  if (what !== undefined) refuse(path, what);
  const bare = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  const deep = bare.includes('/') ? bare : `**/${bare}`;
  const both = deep.endsWith('**') ? [deep] : [deep, `${deep}/**`];
  try {
    for (const one of both) picomatch.makeRe(one, OPTIONS);
  } catch (error) {
    refuse(path, `is not a glob: ${(error as Error).message.toLowerCase()}`);
  }
  return both;
}

function refusal(glob: string): string | undefined {
  const segments = glob.split('/');
  if (glob.startsWith('!')) return 'must not begin with !; use include and exclude';
  if (glob.startsWith('/')) return `is relative to the repository already; write ${glob.replace(/^\/+/, '')}`;
  if (segments.includes('..')) return 'must not leave the repository with ..';
  if (/[\\]/.test(glob) && !/\\[*?[\]{}()!+@\\]/.test(glob)) return 'separates folders with /, not \\';
  if (/\{[^{}]*\.\.[^{}]*\}/.test(glob)) return 'must not hold a range such as {1..9}';
  if (/[*+?@!]\([^()]*[*+?@!]\(/.test(glob) || /[*+?@!]\([^()]*\*/.test(glob))
    return 'is too complex: a repeat within a repeat';
  if (segments.filter((segment) => segment === '**').length > MOST_GLOBSTARS)
    return `is too complex: more than ${MOST_GLOBSTARS} times **`;
  if (segments.some((segment) => (segment.match(/\*+/g)?.length ?? 0) > MOST_STARS))
    return `is too complex: more than ${MOST_STARS} times * in one name`;
  return undefined;
}
