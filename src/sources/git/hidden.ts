import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Isolated } from './isolated.js';
import { linesOf } from './lines-of.js';
import type { Repository } from './repository.js';
import { type GitPlace, streamGit } from './run.js';
import type { Tip } from './tips.js';

/** Objects that people do not see who read a history as git shows it, and what hides them. */
export interface Hidden {
  readonly objects: ReadonlySet<string>;
  readonly label: string;
}

interface View {
  readonly repository: Repository;
  readonly isolated: Isolated;
  readonly tips: readonly Tip[];
}

/**
 * Which of some commits and blobs replacements (`refs/replace`) and grafts hide: those that branches, notes and other
 * refs reach only as long as neither is applied. Undefined where there is none, or where git cannot walk such a view.
 */
export async function hiddenObjects(
  { repository, isolated, tips }: View,
  objects: ReadonlySet<string>,
): Promise<Hidden | undefined> {
  const replaced = replacements(tips);
  const grafts = readGrafts(repository);
  if (replaced.size + grafts.length === 0 || objects.size === 0) return undefined;
  const place = layOut(isolated, replaced, grafts);
  const shown = tips.filter(({ kind }) => !UNSEEN.has(kind)).map(({ oid }) => oid);
  const visible = await reached(place, shown, objects);
  if (!visible) return undefined;
  const causes = [...(replaced.size > 0 ? ['replacement'] : []), ...(grafts.length > 0 ? ['graft'] : [])];
  return {
    // git lists what is replaced by its own id, and reads the other
    objects: new Set([...objects].filter((oid) => replaced.has(oid) || !visible.has(oid))),
    label: `hidden by a ${causes.join(' or ')}`,
  };
}

/** Tips that no log shows unless it is asked for them. */
const UNSEEN: ReadonlySet<string> = new Set(['stash', 'replacement', 'reflog']);

/** By the id of what is replaced, what is read for it. */
function replacements(tips: readonly Tip[]): ReadonlyMap<string, string> {
  return new Map(
    tips.flatMap(({ name, oid }) => {
      const [, replaced] = /^refs\/replace\/([0-9a-f]{40,64})$/.exec(name) ?? [];
      return replaced ? [[replaced, oid] as const] : [];
    }),
  );
}

const LARGEST_GRAFTS = 16 * 2 ** 20;

/** Lines of the repository's grafts: a commit and the parents it is given. */
function readGrafts({ commonDir }: Repository): readonly string[] {
  const file = join(commonDir, 'info', 'grafts');
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size > LARGEST_GRAFTS) return [];
  return readFileSync(file, 'latin1')
    .split('\n')
    .filter((line) => /^[0-9a-f]{40,64}(?: [0-9a-f]{40,64})*$/.test(line));
}

/** The isolated repository as git shows it; other calls there go on without replacements and grafts. */
function layOut(
  { place }: Isolated,
  replaced: ReadonlyMap<string, string>,
  grafts: readonly string[],
): GitPlace {
  const refs = join(place.cwd, 'refs', 'replace');
  mkdirSync(refs, { recursive: true });
  for (const [from, to] of replaced) writeFileSync(join(refs, from), `${to}\n`);
  const file = join(place.cwd, 'grafts');
  writeFileSync(file, grafts.map((line) => `${line}\n`).join(''));
  const { GIT_NO_REPLACE_OBJECTS: _, ...env } = place.env;
  return { ...place, env: { ...env, GIT_GRAFT_FILE: file } };
}

/** Which objects a walk from some tips meets; undefined where it does not come to its end. */
async function reached(
  place: GitPlace,
  tips: readonly string[],
  objects: ReadonlySet<string>,
): Promise<ReadonlySet<string> | undefined> {
  const stream = streamGit(place, [
    'rev-list',
    '--objects',
    '--no-object-names',
    '--ignore-missing',
    '--stdin',
  ]);
  stream.process.stdin.end(tips.map((oid) => `${oid}\n`).join(''));
  const found = new Set<string>();
  for await (const oid of linesOf(stream.process.stdout)) if (objects.has(oid)) found.add(oid);
  return (await stream.end).status === 0 ? found : undefined;
}
