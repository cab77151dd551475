import { latin1 } from '../../text.js';

/** How a runner marks where a step begins, and perhaps where it ends. */
export interface Mark extends Place {
  /** What a log has near its start that has such marks; default the pattern itself. */
  readonly evidence?: RegExp;
  readonly end?: Place & { readonly isNameless?: boolean };
}

interface Place {
  /** What is searched for; where it must begin a line, only a line end or a terminal sequence stands before it. */
  readonly literal: string;
  readonly beginsLine: boolean;
  /** What stands there; group `name` is the step. */
  readonly pattern: RegExp;
}

const BUILDKITE = /^(?:\u001b_bk;t=\d+\u0007)?~~~ /m;

const MARKS: readonly Mark[] = [
  // GitHub Actions
  {
    ...within('##[group]', /##\[group\](?<name>(?:Run |Post |Set up )[^\r\n]{1,200})/),
    evidence: /##\[group\]/,
  },
  // Azure Pipelines
  {
    ...within('##[section]Starting: ', /##\[section\]Starting: (?<name>[^\r\n]{1,200})/),
    end: within('##[section]Finishing: ', /##\[section\]Finishing: (?<name>[^\r\n]{1,200})/),
  },
  // GitLab. https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections
  {
    ...within('section_start:', /section_start:\d+:(?<name>[\w.-]{1,100})/),
    end: within('section_end:', /section_end:\d+:(?<name>[\w.-]{1,100})/),
  },
  // Jenkins
  {
    ...within('[Pipeline] { (', /\[Pipeline\] \{ \((?<name>[^)\r\n]{1,200})\)/),
    evidence: /\[Pipeline\]/,
    end: { ...within('[Pipeline] // ', /\[Pipeline\] \/\/ (?:stage|parallel)\b/), isNameless: true },
  },
  // Buildkite; a diff has such lines too. https://buildkite.com/docs/pipelines/configure/managing-log-output
  { ...atLineStart('--- ', /--- (?<name>[^\r\n]{1,200})/), evidence: BUILDKITE },
  { ...atLineStart('+++ ', /\+\+\+ (?<name>[^\r\n]{1,200})/), evidence: BUILDKITE },
  { ...atLineStart('~~~ ', /~~~ (?<name>[^\r\n]{1,200})/), evidence: BUILDKITE },
  // docker build
  {
    ...atLineStart('#', /#\d+ (?<name>\[[^\]\r\n]{1,60}\] [^\r\n]{1,160})/),
    evidence: /^#\d+ \[[^\]\r\n]{1,60}\] /m,
  },
  {
    ...atLineStart('Step ', /Step \d+\/\d+ : (?<name>[^\r\n]{1,200})/),
    evidence: /^Step \d+\/\d+ : /m,
  },
];

function within(literal: string, pattern: RegExp): Place {
  return { literal, beginsLine: false, pattern };
}

function atLineStart(literal: string, pattern: RegExp): Place {
  return { literal, beginsLine: true, pattern };
}

/** How much of a log's start tells which marks it has, in bytes. */
const HEAD = 64 * 1024;

/** The marks that a log with this start has. */
export function marksIn(bytes: Uint8Array): readonly Mark[] {
  const head = latin1(bytes, 0, Math.min(bytes.length, HEAD));
  return MARKS.filter(({ evidence, pattern }) => (evidence ?? pattern).test(head));
}
