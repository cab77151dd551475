import { RE2JS } from 're2js';

/** The six ways of a SOPS file or creation rule to say which values are encrypted; at most one of them at a time. */
export const SELECTORS = [
  'unencrypted_suffix',
  'encrypted_suffix',
  'unencrypted_regex',
  'encrypted_regex',
  'unencrypted_comment_regex',
  'encrypted_comment_regex',
] as const;
type SelectorKind = (typeof SELECTORS)[number];

/** One selector as it is written. */
export interface Selector {
  readonly kind: SelectorKind;
  readonly text: string;
}

/** Whether a value with these keys and active comments has to be encrypted. */
export type Demand = (keys: readonly string[], comments: readonly (readonly string[])[]) => boolean;

/** The selectors that are set in metadata or in a creation rule. */
export function selectorsIn(fields: Readonly<Record<string, unknown>>): Selector[] {
  return SELECTORS.flatMap((kind) => {
    const text = fields[kind];
    return typeof text === 'string' && text !== '' ? [{ kind, text }] : [];
  });
}

/** Without a selector everything is encrypted but keys that end in `_unencrypted`. Throws on a regex RE2 refuses. */
export function createDemand(selector: Selector | undefined): Demand {
  const { kind, text } = selector ?? { kind: 'unencrypted_suffix', text: '_unencrypted' };
  const matches = kind.endsWith('_suffix') ? (name: string) => name.endsWith(text) : compile(text);
  const byComment = kind.includes('comment');
  const encrypts = kind.startsWith('encrypted');
  return (keys, comments) => {
    const named = byComment ? comments.some((level) => level.some(matches)) : keys.some(matches);
    return named === encrypts;
  };
}

/** A Go regular expression, unanchored, in linear time whatever the repository's config says. Throws if it is none. */
export function compile(pattern: string): (text: string) => boolean {
  const expression = RE2JS.compile(pattern);
  return (text) => expression.matcher(text).find();
}
