import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { version } from '../index.js';
import { writeFileAtomically } from './output.js';

declare const __ACTION_REF__: string;

const FILE = '.github/workflows/keyhound.yml';
const MARK = '# Written by keyhound init github';

/** Actions by the hash of a commit: a tag can be moved by whoever takes over its repository. */
const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const UPLOAD = 'github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2';

/** Writes the GitHub workflow below `top`. Gives its path, or nothing where one is there already: that one is kept. */
export function installWorkflow(top: string): string | undefined {
  const path = join(top, FILE);
  if (existsSync(path)) return undefined;
  mkdirSync(dirname(path), { recursive: true });
  writeFileAtomically(path, [githubWorkflow()], 0o644);
  return path;
}

/** Removes the workflow that `installWorkflow` wrote. Gives its path, or nothing where it is not there or not ours. */
export function uninstallWorkflow(top: string): string | undefined {
  const path = join(top, FILE);
  if (!existsSync(path) || !readFileSync(path, 'utf8').startsWith(MARK)) return undefined;
  rmSync(path);
  return path;
}

/** The workflow: every pull request, merge queue and push, and the whole history once a week. */
export function githubWorkflow(): string {
  // a release sets the commit of its action; a build from sources knows only its version
  const ref = typeof __ACTION_REF__ === 'string' && __ACTION_REF__ !== '' ? __ACTION_REF__ : `v${version}`;
  return `${MARK}; yours to change.
name: keyhound

on:
  pull_request:
  merge_group:
  push:
    branches: [main, master]
  schedule:
    - cron: '17 4 * * 1'
  workflow_dispatch:

permissions: {}

concurrency:
  group: keyhound-\${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  secrets:
    name: secrets
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read # for the checkout
      security-events: write # for the upload alone; a fork does not get it, and is scanned all the same
    steps:
      - uses: ${CHECKOUT}
        with:
          # For a very large repository: fetch-depth: 1 and persist-credentials: true. keyhound then fetches
          # exactly as much of the history as the scan needs.
          fetch-depth: 0
          persist-credentials: false

      - uses: keyhound/keyhound@${ref} # v${version}
        id: keyhound
        with:
          sarif-file: keyhound.sarif

      # Alerts in the Security tab. Needs code scanning; remove it where that is off. Not for pushes: the next one
      # would close the alerts of this one, whose secrets are still there. The weekly scan holds them all.
      - uses: ${UPLOAD}
        if: >-
          \${{ !cancelled() && steps.keyhound.outputs.sarif-file != '' && github.event_name != 'push'
          && !github.event.pull_request.head.repo.fork }}
        continue-on-error: true
        with:
          sarif_file: \${{ steps.keyhound.outputs.sarif-file }}
`;
}
