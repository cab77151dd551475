import { UserError } from '../../errors.js';

/** What a CI run asks to be scanned, as revisions; not looked up yet. */
export interface CiRange {
  readonly ci: string;
  readonly event: string;
  /** `all`: the whole history. `nothing`: there is nothing new, such as for a deleted branch. */
  readonly kind: 'range' | 'all' | 'nothing';
  readonly heads: readonly string[];
  /** Heads and bases that may be absent here without harm. */
  readonly optionalHeads: readonly string[];
  readonly bases: readonly string[];
  readonly optionalBases: readonly string[];
  /** A branch pushed for the first time, where nothing says which one is the default: what others have is not new. */
  readonly exceptBranch?: string;
  /** The line to add to the job so that all of the history is there. */
  readonly advice: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The range that the CI environment describes; `event` is GitHub's parsed event file. Undefined outside of CI.
 * Throws UserError for events that run a stranger's code with the repository's secrets.
 */
export function ciRange(env: Environment, event: unknown = {}): CiRange | undefined {
  if (env.GITHUB_ACTIONS === 'true') return github(env, event);
  if (env.GITLAB_CI === 'true') return gitlab(env);
  if (env.BITBUCKET_BUILD_NUMBER !== undefined) return bitbucket(env);
  if (env.TF_BUILD !== undefined) return azure(env);
  if (env.CIRCLECI === 'true') return circle(env);
  if (env.JENKINS_URL !== undefined) return jenkins(env);
  return undefined;
}

type Part = Partial<Omit<CiRange, 'ci' | 'advice'>>;

function create(ci: string, advice: string, part: Part): CiRange {
  const empty = {
    event: '',
    kind: 'range',
    heads: [],
    optionalHeads: [],
    bases: [],
    optionalBases: [],
  } as const;
  return { ci, advice, ...empty, ...part };
}

function github(env: Environment, payload: unknown): CiRange {
  const event = env.GITHUB_EVENT_NAME ?? '';
  const make = (part: Part) =>
    create('GitHub Actions', "fetch-depth: 0 under 'with:' of actions/checkout", { event, ...part });
  const at = (...keys: string[]) => lookup(payload, keys);
  const merge = env.GITHUB_SHA;
  if (event === 'pull_request') {
    return make({
      heads: [need(at('pull_request', 'head', 'sha'), 'pull_request.head.sha')],
      bases: [need(at('pull_request', 'base', 'sha'), 'pull_request.base.sha')],
      // what is tested is the merge with the base's newest commit, which is not the pull request's work
      ...(merge ? { optionalHeads: [merge], optionalBases: [`${merge}^1`] } : {}),
    });
  }
  if (event === 'merge_group') {
    return make({
      heads: [need(at('merge_group', 'head_sha'), 'merge_group.head_sha')],
      bases: [need(at('merge_group', 'base_sha'), 'merge_group.base_sha')],
    });
  }
  if (event === 'push') {
    if (at('deleted') === true || isZero(at('after'))) return make({ kind: 'nothing' });
    const branch = branchOf(env.GITHUB_REF ?? '');
    return make(
      pushed(need(at('after') ?? merge, 'after'), at('before'), {
        branch,
        main: at('repository', 'default_branch'),
      }),
    );
  }
  if (event === 'pull_request_target' || event === 'workflow_run') {
    throw new UserError(
      `${event}: runs with the repository's secrets on what a stranger sent; use the pull_request event, or name the range: keyhound diff BASE..HEAD`,
    );
  }
  return make({ kind: 'all' });
}

function gitlab(env: Environment): CiRange {
  const event = env.CI_PIPELINE_SOURCE ?? '';
  const make = (part: Part) => create('GitLab CI', 'GIT_DEPTH: "0" under \'variables:\'', { event, ...part });
  const head = need(env.CI_COMMIT_SHA, 'CI_COMMIT_SHA');
  if (event === 'merge_request_event') {
    const source = env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || head;
    const target = env.CI_MERGE_REQUEST_TARGET_BRANCH_SHA;
    return make({
      heads: [source],
      bases: [need(env.CI_MERGE_REQUEST_DIFF_BASE_SHA, 'CI_MERGE_REQUEST_DIFF_BASE_SHA')],
      ...(source === head ? {} : { optionalHeads: [head] }),
      ...(target ? { optionalBases: [target] } : {}),
    });
  }
  if (event !== 'push') return make({ kind: 'all' });
  return make(
    pushed(head, env.CI_COMMIT_BEFORE_SHA, { branch: env.CI_COMMIT_BRANCH, main: env.CI_DEFAULT_BRANCH }),
  );
}

function bitbucket(env: Environment): CiRange {
  const make = (part: Part) => create('Bitbucket Pipelines', "depth: full under 'clone:'", part);
  const head = need(env.BITBUCKET_COMMIT, 'BITBUCKET_COMMIT');
  if (env.BITBUCKET_PR_ID === undefined) {
    return make({ event: 'push', ...pushed(head, undefined, { branch: env.BITBUCKET_BRANCH }) });
  }
  const base = env.BITBUCKET_PR_DESTINATION_COMMIT;
  return make({
    event: 'pull-request',
    heads: [head],
    bases: [
      base ||
        `refs/remotes/origin/${need(env.BITBUCKET_PR_DESTINATION_BRANCH, 'BITBUCKET_PR_DESTINATION_BRANCH')}`,
    ],
  });
}

function azure(env: Environment): CiRange {
  const event = env.BUILD_REASON ?? '';
  const make = (part: Part) =>
    create('Azure Pipelines', "fetchDepth: 0 under '- checkout: self'", { event, ...part });
  const built = need(env.BUILD_SOURCEVERSION, 'BUILD_SOURCEVERSION');
  if (event === 'PullRequest') {
    const target = need(env.SYSTEM_PULLREQUEST_TARGETBRANCH, 'SYSTEM_PULLREQUEST_TARGETBRANCH');
    return make({
      heads: [env.SYSTEM_PULLREQUEST_SOURCECOMMITID || built],
      optionalHeads: [built],
      bases: [`refs/remotes/origin/${branchOf(target) ?? target}`],
      optionalBases: [`${built}^1`],
    });
  }
  if (event !== 'IndividualCI' && event !== 'BatchedCI') return make({ kind: 'all' });
  return make(pushed(built, undefined, { branch: branchOf(env.BUILD_SOURCEBRANCH ?? '') }));
}

function circle(env: Environment): CiRange {
  const [, before] = /\/compare\/([0-9a-f]{40})\.\.\.[0-9a-f]{40}$/.exec(env.CIRCLE_COMPARE_URL ?? '') ?? [];
  const head = need(env.CIRCLE_SHA1, 'CIRCLE_SHA1');
  return create('CircleCI', "'git fetch --unshallow' as a step after checkout", {
    event: 'push',
    ...pushed(head, env.CIRCLE_BASE_REVISION || before, { branch: env.CIRCLE_BRANCH }),
  });
}

function jenkins(env: Environment): CiRange {
  const make = (part: Part) => create('Jenkins', "'shallow: false' in the job's clone options", part);
  const head = need(env.GIT_COMMIT, 'GIT_COMMIT');
  if (env.CHANGE_TARGET) {
    return make({ event: 'change', heads: [head], bases: [`refs/remotes/origin/${env.CHANGE_TARGET}`] });
  }
  const before = env.GIT_PREVIOUS_SUCCESSFUL_COMMIT || env.GIT_PREVIOUS_COMMIT;
  const branch = env.BRANCH_NAME ?? env.GIT_BRANCH?.replace(/^origin\//, '');
  return make({ event: 'push', ...pushed(head, before, { branch }) });
}

/** A push: from what was there before, which a force push may have taken away, and without what others have. */
function pushed(
  head: string,
  before: unknown,
  { branch, main }: { readonly branch: string | undefined; readonly main?: unknown },
): Part {
  const known = typeof before === 'string' && before !== '' && !isZero(before) ? [before] : [];
  const others = typeof main === 'string' && main !== branch ? [`refs/remotes/origin/${main}`] : [];
  return {
    heads: [head],
    optionalBases: [...known, ...others],
    ...(known.length === 0 && branch !== undefined && main === undefined ? { exceptBranch: branch } : {}),
  };
}

function branchOf(ref: string): string | undefined {
  return /^refs\/heads\/(.+)$/.exec(ref)?.[1];
}

function lookup(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}

function need(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new UserError(`${name}: not given by the CI; name the range: keyhound diff BASE..HEAD`);
}

function isZero(oid: unknown): boolean {
  return typeof oid === 'string' && /^0+$/.test(oid);
}
