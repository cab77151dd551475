import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Report } from '../../src/types.js';
import { createSandbox, type Ended, openSandbox, type Sandbox, temporaryDirectory } from '../git-sandbox.js';
import { secretKey } from '../sources/scanned.js';

/** The commits that the runs of a CI are about. */
interface Story {
  readonly origin: Sandbox;
  /** Where topic left main. */
  readonly fork: string;
  readonly main: string;
  readonly topic: string;
  /** What a CI tests: topic merged into main, with a key of its own. */
  readonly merge: string;
}

/**
 * An origin whose main has old keys (1, and 4 since topic left it), and whose topic has added 2 and removed it again,
 * added 3, and tries to excuse itself.
 */
function story(): Story {
  const origin = createSandbox();
  const { git, write, commit } = origin;
  write('old.txt', `${secretKey(1)}\n`);
  const fork = commit('old');
  write('newer.txt', `${secretKey(4)}\n`);
  const main = commit('main goes on');
  git('checkout', '-q', '-b', 'topic', fork);
  write('gone.txt', `${secretKey(2)}\n`);
  commit('adds');
  git('rm', '-q', 'gone.txt');
  commit('removes');
  write('.keyhound.json', '{"disabledRules": ["stripe-live-secret-key"]}');
  write('key.txt', `${secretKey(3)} # keyhound:ignore\n`);
  const topic = commit('stays');
  git('checkout', '-q', '-b', 'tested', 'main');
  git('merge', '-q', '--no-commit', 'topic');
  write('evil.txt', `${secretKey(5)}\n`);
  const merge = commit('merge');
  git('checkout', '-q', 'main');
  git('branch', '-q', '-D', 'tested');
  git('update-ref', 'refs/pull/1/merge', merge);
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  return { origin, fork, main, topic, merge };
}

type Environment = Readonly<Record<string, string>>;

interface Run {
  readonly name: string;
  readonly env: Environment;
  readonly event?: object;
  /** The commit that is checked out. */
  readonly at: string;
  /** The keys that must be found. */
  readonly finds: readonly number[];
  readonly commits: number;
}

const told = story();
const { fork, main, topic, merge } = told;
const ZERO = '0'.repeat(40);

const github = (name: string, env: Environment, event?: object) => ({
  env: { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: name, ...env },
  ...(event ? { event } : {}),
});
const push = (before: string, more: object = {}) => ({
  before,
  after: topic,
  repository: { default_branch: 'main' },
  ...more,
});
const onTopic = { GITHUB_REF: 'refs/heads/topic', GITHUB_SHA: topic };
const pullRequest = { pull_request: { head: { sha: topic }, base: { sha: fork } } };
const gitlab = (source: string, more: Environment) => ({
  env: { GITLAB_CI: 'true', CI_PIPELINE_SOURCE: source, CI_DEFAULT_BRANCH: 'main', ...more },
});
const azure = (reason: string, more: Environment) => ({
  env: { TF_BUILD: 'True', BUILD_REASON: reason, ...more },
});

const OF_TOPIC = { at: topic, finds: [2, 3], commits: 3 };
const OF_MERGE = { at: merge, finds: [2, 3, 5], commits: 4 };

const RUNS: readonly Run[] = [
  { name: 'GitHub pull_request', ...github('pull_request', { GITHUB_SHA: merge }, pullRequest), ...OF_MERGE },
  {
    name: 'GitHub merge_group',
    ...github('merge_group', {}, { merge_group: { head_sha: merge, base_sha: main } }),
    ...OF_MERGE,
  },
  { name: 'GitHub push', ...github('push', onTopic, push(fork)), ...OF_TOPIC },
  {
    name: 'GitHub push of a part',
    ...github('push', onTopic, push('PARENT')),
    at: topic,
    finds: [3],
    commits: 1,
  },
  { name: 'GitHub push of a new branch', ...github('push', onTopic, push(ZERO)), ...OF_TOPIC },
  {
    name: 'GitHub forced push over what nobody has any more',
    ...github('push', onTopic, push('1'.repeat(40), { forced: true })),
    ...OF_TOPIC,
  },
  {
    name: 'GitLab merge request',
    ...gitlab('merge_request_event', { CI_COMMIT_SHA: topic, CI_MERGE_REQUEST_DIFF_BASE_SHA: fork }),
    ...OF_TOPIC,
  },
  {
    name: 'GitLab merged result',
    ...gitlab('merge_request_event', {
      CI_COMMIT_SHA: merge,
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: topic,
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: main,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: fork,
    }),
    ...OF_MERGE,
  },
  {
    name: 'GitLab push of a new branch',
    ...gitlab('push', { CI_COMMIT_SHA: topic, CI_COMMIT_BEFORE_SHA: ZERO, CI_COMMIT_BRANCH: 'topic' }),
    ...OF_TOPIC,
  },
  {
    name: 'Bitbucket pull request',
    env: {
      BITBUCKET_BUILD_NUMBER: '1',
      BITBUCKET_PR_ID: '1',
      BITBUCKET_COMMIT: topic,
      BITBUCKET_PR_DESTINATION_COMMIT: fork,
    },
    ...OF_TOPIC,
  },
  {
    name: 'Bitbucket push',
    env: { BITBUCKET_BUILD_NUMBER: '1', BITBUCKET_COMMIT: topic, BITBUCKET_BRANCH: 'topic' },
    ...OF_TOPIC,
  },
  {
    name: 'Azure pull request',
    ...azure('PullRequest', {
      BUILD_SOURCEVERSION: merge,
      SYSTEM_PULLREQUEST_SOURCECOMMITID: topic,
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
    }),
    ...OF_MERGE,
  },
  {
    name: 'Azure push',
    ...azure('IndividualCI', { BUILD_SOURCEVERSION: topic, BUILD_SOURCEBRANCH: 'refs/heads/topic' }),
    ...OF_TOPIC,
  },
  {
    name: 'CircleCI push',
    env: {
      CIRCLECI: 'true',
      CIRCLE_SHA1: topic,
      CIRCLE_BRANCH: 'topic',
      CIRCLE_COMPARE_URL: `https://example.org/o/r/compare/${fork}...${topic}`,
    },
    ...OF_TOPIC,
  },
  {
    name: 'CircleCI push of a new branch',
    env: { CIRCLECI: 'true', CIRCLE_SHA1: topic, CIRCLE_BRANCH: 'topic' },
    ...OF_TOPIC,
  },
  {
    name: 'Jenkins change request',
    env: { JENKINS_URL: 'https://example.org', GIT_COMMIT: topic, CHANGE_TARGET: 'main' },
    ...OF_TOPIC,
  },
  {
    name: 'Jenkins push',
    env: {
      JENKINS_URL: 'https://example.org',
      GIT_COMMIT: topic,
      GIT_BRANCH: 'origin/topic',
      GIT_PREVIOUS_SUCCESSFUL_COMMIT: fork,
    },
    ...OF_TOPIC,
  },
];

/** What a runner has: a clone at a commit, of one commit or of everything. */
function checkout(at: string, ...depth: string[]): Sandbox {
  const runner = createSandbox();
  runner.git('remote', 'add', 'origin', `file://${told.origin.path}`);
  const what = depth.length > 0 ? [at] : ['+refs/heads/*:refs/remotes/origin/*', at];
  runner.git('fetch', '-q', '--no-tags', ...depth, 'origin', ...what);
  runner.git('checkout', '-q', '--detach', at);
  return runner;
}

function diff(runner: Sandbox, { env, event }: Pick<Run, 'env' | 'event'>, ...args: string[]): Ended {
  const file = join(temporaryDirectory(), 'event.json');
  const parent = told.origin.git('rev-parse', `${topic}~1`);
  writeFileSync(file, JSON.stringify(event ?? {}).replace('PARENT', parent));
  const ci = { ...runner.env, ...env, GITHUB_EVENT_PATH: file };
  return openSandbox(runner.path, ci).keyhound('diff', '--format', 'json', ...args);
}

const NUMBER_OF: Readonly<Record<string, number>> = {
  'old.txt': 1,
  'gone.txt': 2,
  'key.txt': 3,
  'newer.txt': 4,
  'evil.txt': 5,
};

function found(ended: Ended, { finds, commits }: Pick<Run, 'finds' | 'commits'>): void {
  assert.equal(ended.status, 1, ended.stdout + ended.stderr);
  const report = JSON.parse(ended.stdout) as Report;
  assert.deepEqual([...new Set(report.findings.map(({ path }) => NUMBER_OF[path]))].sort(), finds);
  assert.deepEqual([report.scanned.commits, report.skipped], [commits, []]);
}

const ADVICE: Readonly<Record<string, RegExp>> = {
  GitHub: /add fetch-depth: 0 under 'with:' of actions\/checkout/,
  GitLab: /add GIT_DEPTH: \\"0\\" under 'variables:'/,
  Bitbucket: /add depth: full under 'clone:'/,
  Azure: /add fetchDepth: 0 under '- checkout: self'/,
  CircleCI: /add 'git fetch --unshallow' as a step after checkout/,
  Jenkins: /add 'shallow: false' in the job's clone options/,
};

describe('keyhound diff in CI (item 75): what the run is about, judged by what was there before (4.7)', () => {
  for (const run of RUNS) {
    it(`${run.name}: exactly its commits, whatever they say about themselves`, () => {
      found(diff(checkout(run.at), run), run);
    });

    it(`${run.name}: in a clone of depth 1 incomplete with the line to add, and complete when deepened`, () => {
      const runner = checkout(run.at, '--depth=1');
      const shallow = diff(runner, run);
      assert.equal(shallow.status, 3, shallow.stdout + shallow.stderr);
      assert.match(shallow.stdout, ADVICE[run.name.split(' ')[0]!]!);
      assert.match(shallow.stdout, /"outcome": "incomplete"/);
      found(diff(runner, run, '--deepen'), run);
    });
  }

  it('scans everything when nothing is proposed, by the settings that are checked out', () => {
    const runner = checkout(main);
    const everything: readonly Environment[] = [
      ...['schedule', 'workflow_dispatch', 'repository_dispatch', 'release'].map(
        (name) => github(name, {}).env,
      ),
      gitlab('schedule', { CI_COMMIT_SHA: main }).env,
      azure('Schedule', { BUILD_SOURCEVERSION: main }).env,
    ];
    for (const env of everything) found(diff(runner, { env }), { finds: [1, 2, 4], commits: 5 });
    runner.write('.keyhound.json', '{"disabledRules": ["stripe-live-secret-key"]}');
    for (const env of everything) assert.equal(diff(runner, { env }).status, 0);
    const shallow = checkout(main, '--depth=1');
    for (const env of everything) assert.match(diff(shallow, { env }).stdout, /"incomplete":true/);
  });

  it('has nothing to do for a branch that is deleted, and refuses what runs for strangers', () => {
    const runner = checkout(topic);
    const deleted = github('push', onTopic, push(fork, { after: ZERO, deleted: true }));
    const ended = diff(runner, deleted);
    assert.equal(ended.status, 0);
    assert.match(ended.stdout, /"units":0/);
    for (const name of ['pull_request_target', 'workflow_run'])
      assert.equal(diff(runner, github(name, {}, pullRequest)).status, 2);
  });

  it('takes the baseline and the allowances of the base, and names its files in errors', () => {
    const { origin } = told;
    const allowing = createSandbox();
    allowing.git('fetch', '-q', origin.path, 'topic');
    allowing.git('checkout', '-q', fork);
    allowing.write('.keyhound.json', '{"allow": [{"paths": ["key.txt"], "reason": "known"}]}');
    const base = allowing.commit('allows');
    const run = { env: { ...gitlab('merge_request_event', {}).env, CI_COMMIT_SHA: topic } };
    const judged = (by: string) =>
      diff(allowing, { env: { ...run.env, CI_MERGE_REQUEST_DIFF_BASE_SHA: by } });
    found(judged(base), { finds: [2], commits: 3 });
    allowing.write('.keyhound.json', '{"nonsense": 1}');
    const broken = judged(allowing.commit('breaks'));
    assert.equal(broken.status, 2);
    assert.match(broken.stderr, /^keyhound: \.keyhound\.json:1: nonsense .* \(as in the base\)$/m);
  });
});
