import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UserError } from '../../../src/errors.js';
import { ciRange } from '../../../src/sources/git/ci-range.js';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const C = 'c'.repeat(40);
const ZERO = '0'.repeat(40);

type Environment = Readonly<Record<string, string>>;

/** The parts of a range that say what is scanned. */
function range(env: Environment, event?: unknown) {
  const { kind, heads, optionalHeads, bases, optionalBases, exceptBranch } = ciRange(env, event)!;
  return { kind, heads, optionalHeads, bases, optionalBases, exceptBranch };
}

const none = {
  kind: 'range',
  heads: [],
  optionalHeads: [],
  bases: [],
  optionalBases: [],
  exceptBranch: undefined,
};

describe('the range of a CI run (3.2, item 75)', () => {
  const github = (event: string, more: Environment = {}) => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    ...more,
  });

  it('of a pull request is its own work, with the merge that is tested and without the newest base', () => {
    const event = { pull_request: { head: { sha: A }, base: { sha: B } } };
    assert.deepEqual(range(github('pull_request', { GITHUB_SHA: C }), event), {
      ...none,
      heads: [A],
      bases: [B],
      optionalHeads: [C],
      optionalBases: [`${C}^1`],
    });
  });

  it('of a merge queue, a schedule and a dispatch is the group, and everything', () => {
    assert.deepEqual(range(github('merge_group'), { merge_group: { head_sha: A, base_sha: B } }), {
      ...none,
      heads: [A],
      bases: [B],
    });
    for (const event of ['schedule', 'workflow_dispatch', 'release', 'repository_dispatch']) {
      assert.equal(range(github(event)).kind, 'all');
    }
  });

  it('of a push begins where the branch stood; of a new branch at all others; of a deleted one there is none', () => {
    const event = (before: string, more = {}) => ({
      before,
      after: A,
      repository: { default_branch: 'main' },
      ...more,
    });
    const topic = github('push', { GITHUB_REF: 'refs/heads/topic' });
    const main = github('push', { GITHUB_REF: 'refs/heads/main' });
    assert.deepEqual(range(main, event(B)), { ...none, heads: [A], optionalBases: [B] });
    assert.deepEqual(range(topic, event(B, { forced: true })), {
      ...none,
      heads: [A],
      optionalBases: [B, 'refs/remotes/origin/main'],
    });
    assert.deepEqual(range(topic, event(ZERO)), {
      ...none,
      heads: [A],
      optionalBases: ['refs/remotes/origin/main'],
    });
    assert.deepEqual(range(main, event(ZERO)), { ...none, heads: [A] });
    assert.equal(range(topic, { ...event(B), deleted: true }).kind, 'nothing');
    assert.equal(range(topic, { before: B, after: ZERO }).kind, 'nothing');
  });

  it('is refused where strangers run with secrets, and where the event does not say it', () => {
    for (const event of ['pull_request_target', 'workflow_run']) {
      assert.throws(() => ciRange(github(event), {}), UserError);
    }
    for (const event of [{}, null, { pull_request: 'x' }, { pull_request: { head: { sha: 7 } } }]) {
      assert.throws(() => ciRange(github('pull_request'), event), /pull_request\.head\.sha/);
    }
  });

  const cases: readonly (readonly [string, Environment, object])[] = [
    [
      'GitLab merge request',
      {
        GITLAB_CI: 'true',
        CI_PIPELINE_SOURCE: 'merge_request_event',
        CI_COMMIT_SHA: A,
        CI_MERGE_REQUEST_DIFF_BASE_SHA: B,
      },
      { heads: [A], bases: [B] },
    ],
    [
      'GitLab merged result',
      {
        GITLAB_CI: 'true',
        CI_PIPELINE_SOURCE: 'merge_request_event',
        CI_COMMIT_SHA: C,
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: A,
        CI_MERGE_REQUEST_TARGET_BRANCH_SHA: ZERO.replace(/^0/, '1'),
        CI_MERGE_REQUEST_DIFF_BASE_SHA: B,
      },
      { heads: [A], bases: [B], optionalHeads: [C], optionalBases: [ZERO.replace(/^0/, '1')] },
    ],
    [
      'GitLab push of a new branch',
      {
        GITLAB_CI: 'true',
        CI_PIPELINE_SOURCE: 'push',
        CI_COMMIT_SHA: A,
        CI_COMMIT_BEFORE_SHA: ZERO,
        CI_COMMIT_BRANCH: 't',
        CI_DEFAULT_BRANCH: 'main',
      },
      { heads: [A], optionalBases: ['refs/remotes/origin/main'] },
    ],
    [
      'GitLab schedule',
      { GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_SHA: A },
      { kind: 'all' },
    ],
    [
      'Bitbucket pull request',
      {
        BITBUCKET_BUILD_NUMBER: '1',
        BITBUCKET_PR_ID: '2',
        BITBUCKET_COMMIT: A,
        BITBUCKET_PR_DESTINATION_COMMIT: B,
      },
      { heads: [A], bases: [B] },
    ],
    [
      'Bitbucket push',
      { BITBUCKET_BUILD_NUMBER: '1', BITBUCKET_COMMIT: A, BITBUCKET_BRANCH: 't' },
      { heads: [A], exceptBranch: 't' },
    ],
    [
      'Azure pull request',
      {
        TF_BUILD: 'True',
        BUILD_REASON: 'PullRequest',
        BUILD_SOURCEVERSION: C,
        SYSTEM_PULLREQUEST_SOURCECOMMITID: A,
        SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
      },
      { heads: [A], optionalHeads: [C], bases: ['refs/remotes/origin/main'], optionalBases: [`${C}^1`] },
    ],
    [
      'Azure push',
      {
        TF_BUILD: 'True',
        BUILD_REASON: 'IndividualCI',
        BUILD_SOURCEVERSION: A,
        BUILD_SOURCEBRANCH: 'refs/heads/t',
      },
      { heads: [A], exceptBranch: 't' },
    ],
    [
      'CircleCI push',
      {
        CIRCLECI: 'true',
        CIRCLE_SHA1: A,
        CIRCLE_BRANCH: 't',
        CIRCLE_COMPARE_URL: `https://example.org/o/r/compare/${B}...${A}`,
      },
      { heads: [A], optionalBases: [B] },
    ],
    [
      'Jenkins change request',
      { JENKINS_URL: 'https://example.org', GIT_COMMIT: A, CHANGE_TARGET: 'main' },
      { heads: [A], bases: ['refs/remotes/origin/main'] },
    ],
    [
      'Jenkins push',
      {
        JENKINS_URL: 'https://example.org',
        GIT_COMMIT: A,
        GIT_BRANCH: 'origin/t',
        GIT_PREVIOUS_SUCCESSFUL_COMMIT: B,
      },
      { heads: [A], optionalBases: [B] },
    ],
  ];
  for (const [name, env, expected] of cases) {
    it(`is known for: ${name}`, () => assert.deepEqual(range(env), { ...none, ...expected }));
  }

  it('is unknown outside of CI', () => assert.equal(ciRange({ HOME: '/' }), undefined));
});
