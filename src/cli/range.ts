import { readFileSync } from 'node:fs';
import { ciRange, ciSource, rangeSource, type Source, UserError } from '../index.js';

/** How a range is read. */
interface RangeOptions {
  readonly trust?: boolean;
  readonly withAuthors?: boolean;
  readonly allowShallow?: boolean;
  readonly deepen?: boolean;
}

/** What a range adds, and the commit whose settings hold. */
export interface ChosenRange {
  readonly source: Source;
  readonly base: string | undefined;
}

/** The range BASE..HEAD as it is written; `flag` is the words before it in errors. Throws UserError. */
export function namedRange(range: string, flag: string, options: RangeOptions): ChosenRange {
  const [, base, head] = /^(.+?)\.{2,3}(.*)$/.exec(range) ?? [];
  if (base === undefined) throw new UserError(`${flag} ${range}: must be BASE..HEAD`);
  return { source: rangeSource({ ...options, heads: [head || 'HEAD'], bases: [base] }), base };
}

/** The range that the CI run is about; undefined where no CI is known. */
export function rangeOfCi(options: RangeOptions): ChosenRange | undefined {
  const found = ciRange(process.env, githubEvent());
  if (!found) return undefined;
  const { source, policyCommit } = ciSource(found, options);
  return { source, base: policyCommit };
}

function githubEvent(): unknown {
  const file = process.env.GITHUB_EVENT_PATH;
  if (file === undefined) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UserError(
      'GITHUB_EVENT_PATH: names no readable event; name the range: keyhound diff BASE..HEAD',
    );
  }
}
