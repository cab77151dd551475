import { existsSync, readFileSync } from 'node:fs';
import { type Document, isMap, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
import { UserError } from '../../errors.js';
import { writeFileAtomically } from '../output.js';
import { HOOK_NAMES, type HookName } from './script.js';

/** lefthook's commands; its file names and keys are in its documentation. */
export function editLefthook(path: string, isInstall: boolean): boolean {
  return edit(path, (document) => {
    for (const hook of HOOK_NAMES) {
      requireMaps(document, path, [[hook], [hook, 'commands']]);
      const jobs = document.getIn([hook, 'jobs']);
      if (isSeq(jobs)) editJobs(document, { hook, jobs, isInstall });
      else if (isInstall)
        document.setIn([hook, 'commands', 'keyhound'], document.createNode(lefthookCommand(hook)));
      else document.deleteIn([hook, 'commands', 'keyhound']);
      if (!isInstall) prune(document, [hook, 'commands'], [hook]);
    }
  });
}

/** Takes away keys without a value, into which nothing could be put. Throws UserError for values that are no maps. */
function requireMaps(document: Document, file: string, paths: readonly (readonly string[])[]): void {
  for (const path of paths) {
    if (!document.hasIn(path)) return;
    const node = document.getIn(path);
    if (node === null) document.deleteIn(path);
    else if (!isMap(node)) throw new UserError(`${file}: ${path.join('.')} must be a map`);
  }
}

function editJobs(
  document: Document,
  { hook, jobs, isInstall }: { readonly hook: HookName; readonly jobs: YAMLSeq; readonly isInstall: boolean },
): void {
  jobs.items = jobs.items.filter((job) => !(isMap(job) && job.get('name') === 'keyhound'));
  if (isInstall) jobs.add(document.createNode({ name: 'keyhound', ...lefthookCommand(hook) }));
}

function lefthookCommand(hook: HookName): object {
  const args = { 'commit-msg': ' -- {1}', 'pre-push': ' -- {1} {2}' } as Readonly<Record<string, string>>;
  return {
    run: `keyhound hook ${hook}${args[hook] ?? ''}`,
    env: { NODE_EXTRA_CA_CERTS: '' },
    ...(hook === 'pre-push' ? { use_stdin: true } : {}),
  };
}

const REPOSITORY = 'https://github.com/keyhound/keyhound';

/** The pre-commit framework's list of repositories; ids are those of `.pre-commit-hooks.yaml`. */
export function editPreCommit(path: string, version: string | undefined): boolean {
  return edit(path, (document) => {
    const repositories = document.get('repos');
    const list = isSeq(repositories) ? repositories : new YAMLSeq();
    list.items = list.items.filter((item) => !(isMap(item) && item.get('repo') === REPOSITORY));
    if (version !== undefined) {
      const ids = ['keyhound', 'keyhound-commit-msg', 'keyhound-pre-push'];
      list.add(
        document.createNode({ repo: REPOSITORY, rev: `v${version}`, hooks: ids.map((id) => ({ id })) }),
      );
      const types = document.get('default_install_hook_types');
      const known = isSeq(types) ? (types.toJSON() as string[]) : [];
      const all = [...known, ...HOOK_NAMES.filter((name) => !known.includes(name))];
      document.set('default_install_hook_types', document.createNode(all));
    }
    document.set('repos', list);
  });
}

/** Changes a YAML file and keeps its comments; false when it already was as it should be. */
function edit(path: string, change: (document: Document) => void): boolean {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const document = parseDocument(before);
  const error = document.errors[0];
  if (error) throw new UserError(`${path}: not valid YAML: ${error.message.split('\n')[0]}`);
  if (document.contents === null) document.contents = document.createNode({}) as never;
  if (!isMap(document.contents)) throw new UserError(`${path}: must be a map of settings`);
  const old = JSON.stringify(document.toJSON());
  change(document);
  if (JSON.stringify(document.toJSON()) === old) return false;
  writeFileAtomically(path, [document.toString({ lineWidth: 0 })], 0o644);
  return true;
}

/** Removes maps that are empty now. */
function prune(document: Document, ...paths: readonly (readonly string[])[]): void {
  for (const path of paths) {
    const node = document.getIn(path);
    if (isMap(node) && node.items.length === 0) document.deleteIn(path);
  }
}
