import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { fill } from './fill.js';
import { createSandbox } from './git-sandbox.js';

const PAGE = readFileSync('docs/ci.md', 'utf8');
const VERSION: string = JSON.parse(readFileSync('package.json', 'utf8')).version;

interface Template {
  readonly section: string;
  readonly language: string;
  readonly code: string;
}

/** The sections with code, by their headings. */
const TEMPLATES: ReadonlyMap<string, Template> = new Map(
  PAGE.split(/^## /m).flatMap((section) => {
    const [, language = '', code] = /^```(\w+)\n(.*?)^```$/ms.exec(section) ?? [];
    return code === undefined ? [] : [[section.split('\n')[0]!, { section, language, code }]];
  }),
);

interface Service {
  /** What the service sets for a change of `base` to `head`. */
  readonly env: (base: string, head: string) => Record<string, string>;
  /** The file that the service reads. */
  readonly report: string;
}

const SERVICES: Readonly<Record<string, Service>> = {
  'GitLab CI': {
    env: (base, head) => ({
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_COMMIT_SHA: head,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    }),
    report: 'gl-secret-detection-report.json',
  },
  CircleCI: {
    env: (base, head) => ({
      CIRCLECI: 'true',
      CIRCLE_SHA1: head,
      CIRCLE_BASE_REVISION: base,
      CIRCLE_BRANCH: 'topic',
    }),
    report: 'results/keyhound.xml',
  },
  'Azure Pipelines': {
    env: (_, head) => ({
      TF_BUILD: 'True',
      BUILD_REASON: 'PullRequest',
      BUILD_SOURCEVERSION: head,
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
    }),
    report: 'keyhound.xml',
  },
  Jenkins: {
    env: (_, head) => ({ JENKINS_URL: 'http://localhost/', GIT_COMMIT: head, CHANGE_TARGET: 'main' }),
    report: 'keyhound.sarif',
  },
  'Bitbucket Pipelines': {
    env: (base, head) => ({
      BITBUCKET_BUILD_NUMBER: '1',
      BITBUCKET_PR_ID: '7',
      BITBUCKET_COMMIT: head,
      BITBUCKET_PR_DESTINATION_COMMIT: base,
    }),
    report: 'test-results/keyhound.xml',
  },
};

test('every template is well-formed, and those of other services are run below', () => {
  assert.deepEqual([...TEMPLATES.keys()], ['GitHub Actions', ...Object.keys(SERVICES)]);
  for (const [heading, { language, code }] of TEMPLATES) {
    if (language === 'yaml')
      for (const { errors } of parseAllDocuments(code)) assert.deepEqual(errors, [], heading);
    else
      for (const pair of ['{}', '()', '[]'])
        assert.equal(code.split(pair[0]!).length, code.split(pair[1]!).length, `${heading}: ${pair}`);
  }
});

for (const [heading, { env, report }] of Object.entries(SERVICES)) {
  test(`the template for ${heading} fails for a secret and leaves the report where it is read`, () => {
    const sandbox = createSandbox();
    sandbox.write('a.ts', 'nothing\n');
    const base = sandbox.commit('one');
    sandbox.git('update-ref', 'refs/remotes/origin/main', base);
    sandbox.write('b.ts', `stripe = "${fill('sk_live_{alnum:24}')}"\n`);
    const head = sandbox.commit('two');
    const { section, code } = TEMPLATES.get(heading)!;
    const [, command = ''] = /(?:^|[ '])npx --yes (keyhound@[^'\n]+)/m.exec(code) ?? [];
    const [name, ...args] = command.split(' ');
    assert.equal(name, `keyhound@${VERSION}`);
    assert.ok(
      section.replace(command, '').includes(report.split('/')[0]!),
      'the service is told of the report',
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/keyhound.js'), ...args], {
      cwd: sandbox.path,
      env: { ...sandbox.env, ...env(base, head) },
      encoding: 'utf8',
    });
    assert.equal(status, 1, stderr);
    assert.match(stdout, /1 secret in 1 file/);
    assert.ok(existsSync(join(sandbox.path, report)));
  });
}
