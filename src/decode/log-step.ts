import { latin1 } from '../text.js';
import type { Chunk } from '../types.js';

/** How a runner marks where a step begins. */
interface Mark {
  /** What is searched for; where it must begin a line, only a line end or a terminal sequence stands before it. */
  readonly literal: string;
  readonly beginsLine: boolean;
  /** What stands there; group `name` is the step. */
  readonly pattern: RegExp;
  /** What a log has near its start that has such marks; default the pattern itself. */
  readonly evidence?: RegExp;
}

const BUILDKITE = /^(?:\u001b_bk;t=\d+\u0007)?~~~ /m;

const MARKS: readonly Mark[] = [
  // GitHub Actions
  within('##[group]', /##\[group\](?<name>(?:Run |Post |Set up )[^\r\n]{1,200})/, /##\[group\]/),
  // Azure Pipelines
  within('##[section]Starting: ', /##\[section\]Starting: (?<name>[^\r\n]{1,200})/),
  // GitLab
  within('section_start:', /section_start:\d+:(?<name>[\w.-]{1,100})/),
  // Jenkins
  within('[Pipeline] { (', /\[Pipeline\] \{ \((?<name>[^)\r\n]{1,200})\)/, /\[Pipeline\]/),
  // Buildkite; a diff has such lines too
  atLineStart('--- ', /--- (?<name>[^\r\n]{1,200})/, BUILDKITE),
  atLineStart('+++ ', /\+\+\+ (?<name>[^\r\n]{1,200})/, BUILDKITE),
  atLineStart('~~~ ', /~~~ (?<name>[^\r\n]{1,200})/, BUILDKITE),
  // docker build
  atLineStart('#', /#\d+ (?<name>\[[^\]\r\n]{1,60}\] [^\r\n]{1,160})/, /^#\d+ \[[^\]\r\n]{1,60}\] /m),
  atLineStart('Step ', /Step \d+\/\d+ : (?<name>[^\r\n]{1,200})/, /^Step \d+\/\d+ : /m),
];

function within(literal: string, pattern: RegExp, evidence?: RegExp): Mark {
  return { literal, beginsLine: false, pattern, ...(evidence ? { evidence } : {}) };
}

function atLineStart(literal: string, pattern: RegExp, evidence: RegExp): Mark {
  return { literal, beginsLine: true, pattern, evidence };
}

/** How much of a log's start tells which marks it has, in bytes. */
const HEAD = 64 * 1024;
const LONGEST_MARK = 300;

/** Gives for a place of a chunk, in ascending order, the name of the step that it belongs to. */
export type StepOf = (offset: number) => string | undefined;

/**
 * Names the steps of logs by the marks that runners write. Takes the chunks of a log in their order, since a step may
 * have begun in any chunk before.
 */
export function createStepNames(): (chunk: Chunk) => StepOf {
  let marks: readonly Mark[] = [];
  let carried: string | undefined;
  return ({ bytes, offset, core }) => {
    if (offset === 0) {
      marks = marksOf(bytes);
      carried = undefined;
    }
    let known = { offset: 0, name: carried };
    carried = lastName(bytes, [0, core[1]], marks) ?? carried;
    return (place) => {
      known = { offset: place, name: lastName(bytes, [known.offset, place], marks) ?? known.name };
      return known.name;
    };
  };
}

function marksOf(bytes: Uint8Array): readonly Mark[] {
  const head = latin1(bytes, 0, Math.min(bytes.length, HEAD));
  return MARKS.filter(({ evidence, pattern }) => (evidence ?? pattern).test(head));
}

function lastName(
  bytes: Uint8Array,
  [from, to]: readonly [number, number],
  marks: readonly Mark[],
): string | undefined {
  let last: { at: number; name: string } | undefined;
  for (const mark of marks) {
    const found = lastOf(mark, bytes, [last?.at ?? from, to]);
    if (found) last = found;
  }
  return last && Buffer.from(last.name.trim(), 'latin1').toString();
}

function lastOf(mark: Mark, bytes: Uint8Array, [from, to]: readonly [number, number]) {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
  for (let end = view.length; end > 0; ) {
    const at = view.lastIndexOf(mark.literal, end - 1, 'latin1');
    if (at === -1) return undefined;
    end = at;
    if (mark.beginsLine && at + from > 0 && !isLineBreak(bytes[at + from - 1])) continue;
    const found = mark.pattern.exec(view.toString('latin1', at, at + LONGEST_MARK));
    if (found?.index === 0) return { at: at + from, name: found.groups!.name! };
  }
  return undefined;
}

/** A line end, or the bell that ends Buildkite's time stamps. */
function isLineBreak(byte: number | undefined): boolean {
  return byte === 10 || byte === 13 || byte === 7;
}
